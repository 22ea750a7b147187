// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { linkageContract } from '../domain/contract.ts';

export const linkage = createApi(linkageContract);

type Client = typeof linkage.client;

export type Contracts = Awaited<ReturnType<Client['contracts']>>;
export type ContractLine = Omit<Contracts['rows'][number], 'need'> & { need?: Contracts['rows'][number]['need'] };
export type EntityLine = Awaited<ReturnType<Client['entities']>>['items'][number];
export type Entity = Awaited<ReturnType<Client['entity']>>;
export type UnlinkedLine = Awaited<ReturnType<Client['unlinked']>>['items'][number];
