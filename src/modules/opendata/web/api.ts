// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { opendataContract } from '../domain/contract.ts';

export const opendata = createApi(opendataContract);

export type ApiKey = Awaited<ReturnType<typeof opendata.client.keys>>[number];
