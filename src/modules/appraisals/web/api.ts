// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { appraisalsContract } from '../domain/contract.ts';

export const appraisals = createApi(appraisalsContract);

type Client = typeof appraisals.client;

export type SchemeLine = Awaited<ReturnType<Client['schemes']>>['items'][number];
export type Results = Awaited<ReturnType<Client['results']>>;
export type StandingRow = Results['standings'][number];
export type Sheet = Awaited<ReturnType<Client['sheet']>>;
export type Tried = Awaited<ReturnType<Client['whatIf']>>[number];
