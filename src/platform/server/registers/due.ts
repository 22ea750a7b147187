// Terms of registers, of which the daily round tells who has to act: said by the slices, handed down by the composition.

import type { DueLevel, DueRow } from '../../../kernel/register/due.ts';
import type { Tx } from '../db.ts';

/**
 * `key` is stable (`projects.start`), `what` is what has to be done (项目开工), counted in `unit`; `path` is the list that shows it, and
 * `holder` the level that has to act. `rows` tells what is open on a day, bounded; places are those of the records.
 */
export type Due = {
  key: string;
  what: string;
  unit: string;
  path: string;
  holder: DueLevel;
  rows: (tx: Tx, on: string) => Promise<DueRow[]>;
};
