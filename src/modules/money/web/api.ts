// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { moneyContract } from '../domain/contract.ts';

export const money = createApi(moneyContract);

type Client = typeof money.client;

export type Flow = Awaited<ReturnType<Client['flow']>>;
export type FlowRow = Flow['total'];
export type ProjectLine = Awaited<ReturnType<Client['projects']>>['items'][number];
export type DocumentLine = Awaited<ReturnType<Client['documents']>>['items'][number];
export type ProjectMoney = Awaited<ReturnType<Client['project']>>;
export type Concerns = Awaited<ReturnType<Client['concerns']>>;
export type ConcernRow = Concerns['rows'][number];
export type Timeline = Awaited<ReturnType<Client['timeline']>>;
export type TimelineRow = Timeline['rows'][number];
export type ProjectMap = Awaited<ReturnType<Client['projectMap']>>;
export type Gain = Awaited<ReturnType<Client['ofHousehold']>>['rows'][number];
