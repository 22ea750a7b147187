// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { sweepsContract } from '../domain/contract.ts';

export const sweeps = createApi(sweepsContract);

type Client = typeof sweeps.client;

export type Rounds = Awaited<ReturnType<Client['rounds']>>;
export type RoundLine = Rounds['rounds'][number];
export type Board = Awaited<ReturnType<Client['board']>>;
export type BoardLine = Board['areas'][number];
export type Days = Awaited<ReturnType<Client['days']>>;
export type HouseholdRound = Awaited<ReturnType<Client['ofHousehold']>>[number];
export type Person = Awaited<ReturnType<Client['people']>>[number];
export type ListedHousehold = Awaited<ReturnType<Client['items']>>['items'][number];
export type ItemTold = Awaited<ReturnType<Client['item']>>;
export type RecheckLine = Awaited<ReturnType<Client['rechecks']>>['items'][number];
export type Asked = Awaited<ReturnType<Client['recheckForm']>>['questions'][number];
