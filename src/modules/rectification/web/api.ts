// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { rectificationContract } from '../domain/contract.ts';

export const rectification = createApi(rectificationContract);

type Client = typeof rectification.client;

export type Overview = Awaited<ReturnType<Client['overview']>>;
export type OverviewRow = Overview['rows'][number];
export type FoundRow = Awaited<ReturnType<Client['queryRows']>>['items'][number];
