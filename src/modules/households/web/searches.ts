// What the pages of this slice keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { category, kind } from '../domain/shapes.ts';

const yesNo = z.enum(['true', 'false']);
const members = z.coerce.number().int().min(0).max(100);
const yuan = z.coerce.number().min(-10_000_000).max(10_000_000);

export const householdsSearch = listSearch({
  text: z.string().max(60),
  kind,
  category: z.enum([...category.options, 'any', 'none']),
  dibao: yesNo,
  openIssue: yesNo,
  membersFrom: members,
  membersTo: members,
  incomeFrom: yuan,
  incomeTo: yuan,
});

export const householdSearch = addressSchema({ tab: z.string().max(40) });
