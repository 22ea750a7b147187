// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { dutiesContract } from '../domain/contract.ts';

export const duties = createApi(dutiesContract);

type Client = typeof duties.client;

export type Chain = Awaited<ReturnType<Client['chain']>>;
export type ChainLink = Chain['above'][number];
export type CadreTold = Awaited<ReturnType<Client['cadre']>>;
export type Gaps = Awaited<ReturnType<Client['gaps']>>;
export type GapRow = Gaps['rows'][number];
