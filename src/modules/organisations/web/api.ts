import { createApi } from '../../../platform/web/api.ts';
import { organisationsContract } from '../domain/contract.ts';

export const organisations = createApi(organisationsContract);
