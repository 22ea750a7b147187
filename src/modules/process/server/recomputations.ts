// That the calendar changed, and the days that follow from it are to be computed anew: by whoever keeps such days. What is not
// done stands here, so that a stopped program goes on.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** In the transaction that changes the calendar. */
export async function askRecompute(tx: Tx, year: number): Promise<void> {
  await tx.run(sql`insert into recomputations (year, account_name) values (${year}, ${tx.actor.name})`);
}

export async function isRecomputeWaiting(tx: Tx): Promise<boolean> {
  return (await tx.first(sql`select from recomputations where done_at is null limit 1`)) !== undefined;
}

/** The id of what was asked for last and is not done; undefined where nothing is. */
export async function newestRecompute(tx: Tx): Promise<number | undefined> {
  const row = await tx.first(
    sql<{ id: number }>`select id from recomputations where done_at is null order by id desc limit 1`,
  );
  return row?.id;
}

/** Everything asked for up to `newest` is done. */
export async function endRecomputes(tx: Tx, newest: number): Promise<void> {
  await tx.run(sql`update recomputations set done_at = now() where id <= ${newest} and done_at is null`);
}
