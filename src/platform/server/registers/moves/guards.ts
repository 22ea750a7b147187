// What other registers must show before a row may move: said by the slices that own them, handed down by the composition.

import type { Tx } from '../../db.ts';

type RecordKey = { countyCode: number; id: number };

/**
 * A move is hindered where the condition, in SQL over the row `t` of the register, is true, or of the rows that `of` picks out of those
 * asked for, where the condition is itself data. `words`: what to do, a whole sentence.
 */
export type Guard = { register: string; move: string; words: string } & (
  | { where: string }
  | { of: (tx: Tx, keys: readonly RecordKey[]) => Promise<readonly RecordKey[]> }
);
