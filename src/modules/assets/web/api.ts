// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { assetsContract } from '../domain/contract.ts';

export const assets = createApi(assetsContract);

type Client = typeof assets.client;

export type Ledger = Awaited<ReturnType<Client['ledger']>>;
export type LedgerRow = Ledger['rows'][number];
export type AssetLine = Awaited<ReturnType<Client['list']>>['items'][number];
export type Needs = Awaited<ReturnType<Client['needs']>>;
export type NeedLine = Needs['rows'][number];
export type OneAsset = Awaited<ReturnType<Client['one']>>;
