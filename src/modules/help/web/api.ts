// The typed client of the operations of help.

import { createApi } from '../../../platform/web/api.ts';
import { measuresContract } from '../domain/measures-contract.ts';

export const help = createApi(measuresContract);

type Client = typeof help.client;

export type CasePlan = Awaited<ReturnType<Client['measures']>>;
export type MeasureItem = CasePlan['items'][number];
export type CaseVisits = Awaited<ReturnType<Client['visits']>>;
export type VisitItem = CaseVisits['items'][number];
export type GapItem = Awaited<ReturnType<Client['gaps']>>['items'][number];
export type VisitDueItem = Awaited<ReturnType<Client['visitsDue']>>['items'][number];
export type ReceivedHelp = Awaited<ReturnType<Client['helpOfHousehold']>>[number];
