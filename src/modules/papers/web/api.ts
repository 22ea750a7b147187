// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { papersContract } from '../domain/contract.ts';

export const papers = createApi(papersContract);
