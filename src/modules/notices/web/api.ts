// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { noticesContract } from '../domain/contract.ts';

export const notices = createApi(noticesContract);
