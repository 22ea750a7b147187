// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { boardContract } from '../domain/contract.ts';

export const boardApi = createApi(boardContract);

type Client = typeof boardApi.client;

export type Board = Awaited<ReturnType<Client['show']>>;
export type Card = Board['cards'][number];
export type RankedRegions = Awaited<ReturnType<Client['regions']>>;
