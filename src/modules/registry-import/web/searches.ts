// What the page of this slice keeps in the address.

import * as z from 'zod';
import { listSearch } from '../../../platform/web/list/list-search.ts';

/** `batch`: the import the wizard stands in, so that it can be left and found again; `step=new`: choosing files. */
export const importSearch = listSearch({ batch: z.coerce.number().int().positive(), step: z.enum(['new']) });
