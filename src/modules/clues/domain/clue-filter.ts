// What lists of clues are narrowed to.

import * as z from 'zod';
import { day, filterText, regionCode } from '../../../kernel/input.ts';
import { CHANNELS, CLUE_STATES } from './words.ts';

/** Conditions by which clues are counted, by name: the list takes the same name, so that it holds exactly the rows of a number. */
export const CLUE_FIGURES = ['received', 'handled'] as const;
export type ClueFigure = (typeof CLUE_FIGURES)[number];

export const clueFilter = z.object({
  area: regionCode.optional(),
  channel: z.enum(CHANNELS).optional(),
  state: z.enum(CLUE_STATES).optional(),
  text: filterText.optional(),
  figure: z.enum(CLUE_FIGURES).optional(),
  from: day.optional(),
  to: day.optional(),
});
export type ClueFilter = z.output<typeof clueFilter>;
