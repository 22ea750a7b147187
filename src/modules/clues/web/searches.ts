// What the pages of this slice keep in the address.

import * as z from 'zod';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { CHANNELS, CLUE_STATES } from '../domain/words.ts';

export const cluesSearch = listSearch({
  state: z.enum(CLUE_STATES),
  channel: z.enum(CHANNELS),
  text: z.string().max(60),
  /** The clue whose drawer is open: the way back closes it. */
  clue: z.string().max(30),
});
export type CluesSearch = ReturnType<typeof cluesSearch>;
