// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { incomesContract } from '../domain/contract.ts';

export const incomes = createApi(incomesContract);

type Client = typeof incomes.client;

export type Overview = Awaited<ReturnType<Client['overview']>>;
export type IncomeGroup = Overview['rows'][number];
export type Sheet = Awaited<ReturnType<Client['sheet']>>;
export type LivingLine = Awaited<ReturnType<Client['living']>>['rows'][number];
export type IncomeLine = Awaited<ReturnType<Client['households']>>['items'][number];
