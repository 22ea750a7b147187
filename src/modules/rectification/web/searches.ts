// What the pages of rectification keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { TERMS } from '../domain/terms.ts';

export const overviewSearch = addressSchema({ term: z.enum(TERMS), late: z.stringbool() });
export const similarSearch = addressSchema({ watched: z.stringbool() });
export const foundSearch = listSearch({});
