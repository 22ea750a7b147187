// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { entitlementsContract } from '../domain/contract.ts';

export const entitlements = createApi(entitlementsContract);

type Client = typeof entitlements.client;

export type Overview = Awaited<ReturnType<Client['overview']>>;
export type HouseholdLine = Awaited<ReturnType<Client['households']>>['items'][number];
export type ClauseTold = Awaited<ReturnType<Client['households']>>['clause'];
export type Applying = Awaited<ReturnType<Client['ofHousehold']>>['clauses'][number];
