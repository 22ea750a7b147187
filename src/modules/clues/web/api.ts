import { createApi } from '../../../platform/web/api.ts';
import { cluesContract } from '../domain/contract.ts';

export const clues = createApi(cluesContract);
