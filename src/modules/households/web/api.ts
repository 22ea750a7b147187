import { createApi } from '../../../platform/web/api.ts';
import { householdsContract } from '../domain/contract.ts';

export const households = createApi(householdsContract);
