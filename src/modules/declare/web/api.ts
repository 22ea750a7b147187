// The typed client of the operations by which officers see declarations.

import { createApi } from '../../../platform/web/api.ts';
import { declareContract } from '../domain/contract.ts';

export const declarations = createApi(declareContract);

export type Clue = Awaited<ReturnType<typeof declarations.client.clue>>;
