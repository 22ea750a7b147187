// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { governanceContract } from '../domain/contract.ts';

export const governance = createApi(governanceContract);

type Client = typeof governance.client;

export type Overview = Awaited<ReturnType<Client['overview']>>;
export type OverviewRow = Overview['rows'][number];
export type Village = Awaited<ReturnType<Client['village']>>;
export type VillageLine = Village['rows'][number];
export type Account = Awaited<ReturnType<Client['account']>>;
