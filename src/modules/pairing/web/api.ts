// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { pairingContract } from '../domain/contract.ts';

export const pairing = createApi(pairingContract);

type Client = typeof pairing.client;

export type Overview = Awaited<ReturnType<Client['overview']>>;
export type OverviewRow = Overview['rows'][number];
export type PairLine = Awaited<ReturnType<Client['pairs']>>['items'][number];
export type Pairing = Awaited<ReturnType<Client['one']>>;
export type UnhelpedLine = Awaited<ReturnType<Client['unhelped']>>['items'][number];
export type Concerns = Awaited<ReturnType<Client['concerns']>>;
export type Cooperation = Awaited<ReturnType<Client['cooperation']>>;
export type ConcernRow = Concerns['rows'][number];
