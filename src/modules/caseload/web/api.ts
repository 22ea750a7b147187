import { createApi } from '../../../platform/web/api.ts';
import { caseloadContract } from '../domain/contract.ts';

export const caseload = createApi(caseloadContract);
