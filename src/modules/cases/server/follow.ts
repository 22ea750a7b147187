// What reaches this slice from below: a household that moved takes its clues and cases along.

import { sql } from 'kysely';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { moveClues } from '../../clues/server/index.ts';

const OF_CASE = ['case_actions', 'case_steps', 'case_files'] as const;

/** Cases under way in each of the villages that has any. */
export async function countCasesIn(tx: Tx, codes: number[]): Promise<{ code: number; cases: number }[]> {
  return tx.rows(sql<{ code: number; cases: number }>`
    select v.code, (select count(*)::int from cases c where c.village_code = v.code and c.ended_on is null) as cases
    from unnest(${codes}::bigint[]) v (code)`);
}

/** Rows of cases follow their case; the tables have `county_code`, `case_id` and `village_code`. */
export async function moveAlong(tx: Tx, tables: readonly string[], touched: string): Promise<void> {
  for (const table of tables)
    await tx.run(sql`update ${sql.table(table)} a set village_code = c.village_code
      from cases c join (${sql.raw(touched)}) t on t.household_id = c.household_id
      where a.county_code = c.county_code and a.case_id = c.id and a.village_code <> c.village_code`);
}

/** What a slice above takes along of its own. */
type Follow = (tx: Tx, touched: string) => Promise<void>;

/** `touched` selects household_id and village_code of households that changed. Repeated, it changes nothing. */
export async function followHouseholds(
  db: Database,
  actor: Actor,
  touched: string,
  above: readonly Follow[],
): Promise<void> {
  await db.bulk(actor, async (tx) => {
    await tx.run(sql`update cases c set village_code = t.village_code from (${sql.raw(touched)}) t
      where c.household_id = t.household_id and c.village_code <> t.village_code`);
    await moveClues(tx, touched);
    await moveAlong(tx, OF_CASE, touched);
    for (const follow of above) await follow(tx, touched);
    return { result: undefined, audit: [] };
  });
}
