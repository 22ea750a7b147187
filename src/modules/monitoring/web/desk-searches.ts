// What the pages of settings, figures and the list for the national system keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { CASE_FIGURES, type CaseFigure, CLUE_FIGURES } from '../domain/figures.ts';
import { NATIONAL_FIELDS } from '../domain/national-changes.ts';
import { WALKS } from '../domain/steps.ts';
import { CHANNELS } from '../domain/words.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const templateEditorSearch = addressSchema({ from: z.coerce.number().int().min(0), tab: z.string().max(20) });

export const calendarSearch = addressSchema({ year: z.coerce.number().int().min(2000).max(2100) });

export const bulletinSearch = addressSchema({ from: day, to: day, walk: z.enum(WALKS) });

export const figureCasesSearch = listSearch({
  figure: z.enum(CASE_FIGURES as readonly [CaseFigure, ...CaseFigure[]]),
  state: z.string().max(40),
  from: day,
  to: day,
});

export const figureCluesSearch = listSearch({
  figure: z.enum(CLUE_FIGURES),
  channel: z.enum(CHANNELS),
  from: day,
  to: day,
});

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
