// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { policiesContract } from '../domain/contract.ts';

export const policies = createApi(policiesContract);

export type TaskPage = Awaited<ReturnType<typeof policies.client.tasks>>;
export type TaskLine = TaskPage['items'][number];
