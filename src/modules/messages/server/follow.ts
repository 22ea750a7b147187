// Reminders go with the case of a household that moves.

import type { Tx } from '../../../platform/server/db.ts';
import { moveAlong } from '../../cases/server/index.ts';

export async function moveReminders(tx: Tx, touched: string): Promise<void> {
  await moveAlong(tx, ['reminders'], touched);
}
