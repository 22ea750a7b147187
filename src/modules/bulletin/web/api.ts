// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { bulletinContract } from '../domain/contract.ts';

export const bulletinApi = createApi(bulletinContract);

type Client = typeof bulletinApi.client;

export type Figures = Awaited<ReturnType<Client['figures']>>;
export type Figure = Figures['figures'][number];
export type Bulletin = Awaited<ReturnType<Client['bulletin']>>;
export type BulletinRow = Bulletin['rows'][number];
