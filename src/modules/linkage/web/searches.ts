// What the pages of linkage keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { LINKAGE_NEEDS } from '../domain/needs.ts';
import { UNLINKED_CAUSES, type UnlinkedCause } from '../domain/unlinked.ts';

const text = z.string().max(60);
const CAUSES = Object.keys(UNLINKED_CAUSES) as [UnlinkedCause, ...UnlinkedCause[]];

export const contractsSearch = addressSchema({
  need: z.enum(LINKAGE_NEEDS),
  year: z.coerce.number().int().min(2000).max(2100),
});
export const entitiesSearch = listSearch({ text, look: z.enum(['unpaid', 'idle', 'titled']) });
export const unlinkedSearch = listSearch({ text, cause: z.enum(CAUSES), who: z.enum(['focus', 'all']) });
