import { createApi } from '../../../platform/web/api.ts';
import { registryImportContract } from '../domain/contract.ts';

export const registryImport = createApi(registryImportContract);
