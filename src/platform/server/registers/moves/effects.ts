// What comes of a move beside the row itself: a project of a proposal. Said by the slices that own it, handed down by the composition.

import type { AuditEntry } from '../../audit.ts';
import type { Tx } from '../../db.ts';
import type { RecordTools } from '../typed-rows.ts';
import type { Standing } from './standing.ts';

/**
 * Runs in the move's transaction once the rows are written and their moves kept; `rows` are as they stood before, `doneOn` is an ISO
 * day. A `Problem` takes the whole move back.
 */
export type Effect = {
  register: string;
  move: string;
  run: (tx: Tx, tools: RecordTools, rows: readonly Standing[], doneOn: string) => Promise<AuditEntry[]>;
};
