// What the pages of this slice keep in the address.

import * as z from 'zod';
import { listSearch } from '../../../platform/web/list/list-search.ts';

export const inquiriesSearch = listSearch({
  department: z.string().max(32),
  state: z.enum(['waiting', 'answered']),
});

export const personsSearch = listSearch({ state: z.enum(['waiting']) });
