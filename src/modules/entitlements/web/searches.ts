// What the pages of clauses keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { CLAUSE_LOOKS } from '../domain/looks.ts';

export const overviewSearch = addressSchema({ organisation: z.string().max(60) });
export const clauseSearch = listSearch({
  document: z.string().max(200),
  clause: z.string().max(200),
  look: z.enum(CLAUSE_LOOKS),
  text: z.string().max(60),
});
