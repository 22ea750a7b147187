import { createApi } from '../../../platform/web/api.ts';
import { handoverContract } from '../domain/contract.ts';

export const handover = createApi(handoverContract);

export type Held = Awaited<ReturnType<typeof handover.client.holdings>>['items'][number];
