// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { insuranceContract } from '../domain/contract.ts';

export const insurance = createApi(insuranceContract);

type Client = typeof insurance.client;

export type Floor = Awaited<ReturnType<Client['floor']>>;
export type FloorRow = Floor['rows'][number];
export type FloorHousehold = Awaited<ReturnType<Client['households']>>['items'][number];
