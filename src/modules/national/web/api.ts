// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { nationalContract } from '../domain/contract.ts';

export const national = createApi(nationalContract);

type Client = typeof national.client;

export type NationalItem = Awaited<ReturnType<Client['nationalChanges']>>['items'][number];
export type Comparison = Awaited<ReturnType<Client['comparison']>>;
export type ComparisonItem = Awaited<ReturnType<Client['comparisons']>>['items'][number];
