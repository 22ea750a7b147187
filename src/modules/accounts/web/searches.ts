// What the pages of this slice keep in the address.

import * as z from 'zod';
import { ROLES } from '../../../kernel/operation.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const usersSearch = listSearch({
  text: z.string().max(40),
  role: z.enum(ROLES),
  state: z.enum(['active', 'disabled']),
});

export const auditSearch = listSearch({
  account: z.string().max(40),
  operation: z.string().max(60),
  subject: z.string().max(60),
  householdId: z.coerce.number<string>().int().positive(),
  from: day,
  to: day,
});
