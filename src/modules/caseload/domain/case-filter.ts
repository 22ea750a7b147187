// What lists of cases are narrowed to.

import * as z from 'zod';
import { filterText, regionCode } from '../../../kernel/input.ts';
import { CATEGORIES } from '../../cases/domain/words.ts';
import { CHANNELS } from '../../clues/domain/words.ts';
import { TURNS } from '../../process/domain/steps.ts';
import { DESKS, STAGES } from './desks.ts';
import { caseFigureFilter } from './figure-names.ts';

export const caseFilter = z.object({
  area: regionCode.optional(),
  desk: z.enum(DESKS).optional(),
  stage: z.enum(STAGES).optional(),
  state: z.string().max(40).optional(),
  turn: z.enum(TURNS).optional(),
  category: z.enum(CATEGORIES).optional(),
  channel: z.enum(CHANNELS).optional(),
  text: filterText.optional(),
  helpedByMe: z.stringbool().or(z.boolean()).optional(),
  ...caseFigureFilter,
});
export type CaseFilter = z.output<typeof caseFilter>;
