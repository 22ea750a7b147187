// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { statementsContract } from '../domain/contract.ts';

export const statements = createApi(statementsContract);

type Client = typeof statements.client;

export type StatementShown = Awaited<ReturnType<Client['show']>>;
export type ToldFigure = Awaited<ReturnType<Client['figures']>>['figures'][number];
