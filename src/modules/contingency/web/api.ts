// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { contingencyContract } from '../domain/contract.ts';

export const contingency = createApi(contingencyContract);

type Client = typeof contingency.client;

export type Overview = Awaited<ReturnType<Client['overview']>>;
export type EventLine = Overview['events'][number];
export type Proposal = Overview['proposals'][number];
export type EventTold = Awaited<ReturnType<Client['event']>>;
export type ListedHousehold = Awaited<ReturnType<Client['households']>>['items'][number];
