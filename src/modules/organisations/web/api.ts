import { registerImportsContract } from '../../../kernel/register/import-contract.ts';
import { createApi } from '../../../platform/web/api.ts';
import { organisationsContract } from '../domain/contract.ts';

export const organisations = createApi(organisationsContract);
/** A merge is taken back as an import is. */
export const registerImports = createApi(registerImportsContract);

type Client = typeof organisations.client;

export type Twins = Awaited<ReturnType<Client['twins']>>;
export type TwinGroup = Twins['groups'][number];
export type Unit = TwinGroup['units'][number];
