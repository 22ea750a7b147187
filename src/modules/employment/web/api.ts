// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { employmentContract } from '../domain/contract.ts';

export const employment = createApi(employmentContract);

type Client = typeof employment.client;

export type Progress = Awaited<ReturnType<Client['confirmProgress']>>;
export type ConfirmList = Awaited<ReturnType<Client['confirmList']>>;
export type Job = ConfirmList['rows'][number];
export type ConfirmInput = Parameters<Client['confirm']>[0];
export type Roster = Awaited<ReturnType<Client['roster']>>;
export type RosterLine = Roster['rows'][number];
export type Needs = Awaited<ReturnType<Client['needs']>>;
export type NeedLine = Needs['rows'][number];
