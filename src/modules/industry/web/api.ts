// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { industryContract } from '../domain/contract.ts';

export const industry = createApi(industryContract);

export type Loans = Awaited<ReturnType<(typeof industry)['client']['loans']>>;
export type Sales = Awaited<ReturnType<(typeof industry)['client']['sales']>>;
export type LoanLine = Loans['rows'][number];
