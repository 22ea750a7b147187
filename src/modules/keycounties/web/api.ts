// The typed client of the operations of this slice, and of the figures that its pages show.

import { createApi } from '../../../platform/web/api.ts';
import { figuresContract } from '../../figures/domain/contract.ts';
import { keycountiesContract } from '../domain/contract.ts';

export const keycounties = createApi(keycountiesContract);
export const figures = createApi(figuresContract);

type Client = typeof keycounties.client;

export type Overview = Awaited<ReturnType<Client['overview']>>;
export type CountyLine = Overview['rows'][number];
export type KeyCounty = Awaited<ReturnType<Client['county']>>;
export type ConcernRow = Overview['concerns'][number];
