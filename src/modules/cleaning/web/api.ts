// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { cleaningContract } from '../domain/contract.ts';

export const cleaning = createApi(cleaningContract);

type Client = typeof cleaning.client;

export type Issue = Awaited<ReturnType<Client['issues']>>['items'][number];
export type Correction = Awaited<ReturnType<Client['corrections']>>['items'][number];
export type Board = Awaited<ReturnType<Client['board']>>;
export type AreaLine = Board['areas'][number];
export type RuleCount = Board['rules'][number];
export type Run = Awaited<ReturnType<Client['runs']>>['runs'][number];
export type RulesShown = Awaited<ReturnType<Client['rules']>>;
export type RuleLine = RulesShown['rules'][number];
export type Check = Awaited<ReturnType<Client['checks']>>['items'][number];
export type FieldRate = Awaited<ReturnType<Client['consistency']>>['fields'][number];
