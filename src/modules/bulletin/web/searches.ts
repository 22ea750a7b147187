// What figures and their lists keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { CASE_FIGURES, type CaseFigure } from '../../caseload/domain/figure-names.ts';
import { CLUE_FIGURES } from '../../clues/domain/clue-filter.ts';
import { CHANNELS } from '../../clues/domain/words.ts';
import { WALKS } from '../../process/domain/steps.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

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
