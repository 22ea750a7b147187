// Accounts that are bound to a region whose code ends: their people go on working under the new one.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** Accounts bound to each of the regions that has any. */
export async function countAccountsIn(tx: Tx, codes: number[]): Promise<{ code: number; accounts: number }[]> {
  return tx.rows(sql<{ code: number; accounts: number }>`
    select area_code as code, count(*)::int as accounts from accounts where area_code = any(${codes}::bigint[]) group by 1`);
}

export async function moveAccounts(tx: Tx, moves: readonly { oldCode: number; newCode: number }[]): Promise<void> {
  const moved = sql`unnest(${moves.map(({ oldCode }) => oldCode)}::bigint[],
    ${moves.map(({ newCode }) => newCode)}::bigint[]) m (old_code, new_code)`;
  await tx.run(sql`update accounts a set area_code = m.new_code from ${moved} where a.area_code = m.old_code`);
  // Of two villages that become one, one is left.
  await tx.run(sql`insert into account_areas (account_id, area_code)
    select a.account_id, m.new_code from account_areas a join ${moved} on a.area_code = m.old_code on conflict do nothing`);
  await tx.run(sql`delete from account_areas a using ${moved} where a.area_code = m.old_code`);
  await tx.run(sql`update sessions s set area_code = m.new_code from ${moved} where s.area_code = m.old_code`);
}
