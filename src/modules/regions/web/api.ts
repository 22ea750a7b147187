import { createApi } from '../../../platform/web/api.ts';
import { regionsContract } from '../domain/contract.ts';

export const regions = createApi(regionsContract);
