import { createApi } from '../../../platform/web/api.ts';
import { accountsContract } from '../domain/contract.ts';

export const accounts = createApi(accountsContract);
