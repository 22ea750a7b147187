import type { Api } from '../../../platform/web/api.ts';
import type { registryImportContract } from '../domain/contract.ts';

type Client = Api<typeof registryImportContract>['client'];

export type ImportBatch = Awaited<ReturnType<Client['imports']>>['items'][number];
export type ImportStatus = Awaited<ReturnType<Client['importStatus']>>;
export type InspectedFile = Awaited<ReturnType<Client['inspectImport']>>[number];
