import { createApi } from '../../../platform/web/api.ts';
import { parametersContract } from '../domain/contract.ts';

export const parameters = createApi(parametersContract);
