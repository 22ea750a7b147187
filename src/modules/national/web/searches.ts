// What the list for the national system keeps in the address.

import * as z from 'zod';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { NATIONAL_FIELDS } from '../domain/national-changes.ts';

const nationalList = listSearch({
  state: z.enum(['waiting', 'done', 'all']),
  field: z.enum(NATIONAL_FIELDS),
  text: z.string().max(60),
  /** The comparison that is looked at; 0 where a file is to be chosen. */
  comparison: z.coerce.number().int().min(0),
});
export type NationalSearch = ReturnType<typeof nationalList>;

/** What is still to be entered, unless something else is asked for. */
export function nationalSearch(raw: Record<string, unknown>): NationalSearch {
  return nationalList({ state: 'waiting', ...raw });
}
