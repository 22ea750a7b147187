// A household that moved takes along what hangs on its cases.

import type { Tx } from '../../../platform/server/db.ts';
import { moveAlong } from '../../cases/server/index.ts';

export function moveHelp(tx: Tx, touched: string): Promise<void> {
  return moveAlong(tx, ['case_measures', 'case_visits'], touched);
}
