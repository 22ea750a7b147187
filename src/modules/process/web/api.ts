// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { processContract } from '../domain/contract.ts';

export const processApi = createApi(processContract);

type Client = typeof processApi.client;

export type TemplateItem = Awaited<ReturnType<Client['templates']>>[number];
export type CalendarDay = Awaited<ReturnType<Client['calendar']>>[number];
