// What the pages of this slice keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { CATEGORIES } from '../../cases/domain/words.ts';
import { CHANNELS } from '../../clues/domain/words.ts';
import { TURNS, WALKS } from '../../process/domain/steps.ts';
import { DESKS, STAGES } from '../domain/desks.ts';

export const casesSearch = listSearch({
  desk: z.enum(DESKS),
  stage: z.enum(STAGES),
  state: z.string().max(40),
  turn: z.enum(TURNS),
  category: z.enum(CATEGORIES),
  channel: z.enum(CHANNELS),
  text: z.string().max(60),
});
export type CasesSearch = ReturnType<typeof casesSearch>;

/** What the board may be narrowed to; what is done is not on it. */
export const BOARD_DESKS = ['mine', 'soon', 'late', 'waiting', 'escalated'] as const;
export const boardSearch = addressSchema({ walk: z.enum(WALKS), desk: z.enum(BOARD_DESKS) });
export type BoardSearch = ReturnType<typeof boardSearch>;
