// Many rows are handed out for a reason that is said: the rules of the installation tell from how many on. The reason comes with
// the request, and the trail takes it from there.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../db.ts';
import './list-problems.ts';

/** Refuses to hand out so many rows without a reason; the transaction, and the entry in it, are undone. */
export async function askReason(tx: Tx, rows: number): Promise<void> {
  // The command line is root's or the service's, and is in the trail as such.
  if (tx.actor.reason !== undefined || tx.actor.accountId === 0) return;
  const limit = (await tx.first(sql<{ n: number }>`select export_reason_rows() as n`))?.n ?? 0;
  if (limit > 0 && rows > limit) throw new Problem('lists.reason-needed', { rows, limit });
}
