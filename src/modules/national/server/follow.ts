// A household that moved takes along what hangs on its cases.

import type { Tx } from '../../../platform/server/db.ts';
import { moveAlong } from '../../cases/server/index.ts';

export function moveChanges(tx: Tx, touched: string): Promise<void> {
  return moveAlong(tx, ['national_changes'], touched);
}
