// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { relocationContract } from '../domain/contract.ts';

export const relocation = createApi(relocationContract);

type Client = typeof relocation.client;

export type SiteLine = Awaited<ReturnType<Client['sites']>>['items'][number];
export type SiteSettings = Awaited<ReturnType<Client['sites']>>['settings'];
export type Site = Awaited<ReturnType<Client['site']>>;
