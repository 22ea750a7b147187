// The typed client of what the office asks of phones.

import { createApi } from '../../../platform/web/api.ts';
import { fieldContract } from '../domain/contract.ts';

export const field = createApi(fieldContract);
