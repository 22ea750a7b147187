// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { constructionContract } from '../domain/contract.ts';

export const construction = createApi(constructionContract);

type Client = typeof construction.client;

export type Overview = Awaited<ReturnType<Client['overview']>>;
export type OverviewRow = Overview['rows'][number];
export type Village = Awaited<ReturnType<Client['village']>>;
export type Needs = Awaited<ReturnType<Client['needs']>>;
