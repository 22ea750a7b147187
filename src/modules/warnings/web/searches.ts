// What the pages of this slice keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { STATES } from '../domain/lifecycle.ts';
import { LEVELS } from '../domain/rules.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const warningsSearch = listSearch({
  level: z.enum(LEVELS),
  rule: z.string().regex(/^R\d{2}$/),
  state: z.enum([...STATES, 'checked']),
  due: z.enum(['overdue', 'today', 'week']),
  assignee: z.enum(['me', 'nobody', 'somebody']),
  monitored: z.enum(['yes', 'no']),
  /** A day, or an instant where a link counted from one. */
  found: z.string().regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/),
  asOf: day,
});
export type WarningsSearch = ReturnType<typeof warningsSearch>;

export const mapSearch = addressSchema({ by: z.enum(['children', 'counties']) });

export const rulesSearch = addressSchema({ tab: z.string().max(20), on: day });
