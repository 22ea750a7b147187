// What a household that is counted in another village from now on takes along.

import { sql } from 'kysely';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';

/** Open warnings of the newest screening in each of the villages that has any. */
export async function countOpenIn(tx: Tx, codes: number[]): Promise<{ code: number; warnings: number }[]> {
  return tx.rows(sql<{ code: number; warnings: number }>`
    select village_code as code, count(*)::int as warnings from warnings
    where as_of = (select max(as_of) from screenings) and active and state = 'open' and village_code = any(${codes}::bigint[])
    group by 1`);
}

/**
 * What was done about its warnings is read by whoever has the household now. The warnings of the newest screening follow when it
 * is screened again; those of earlier days stay in the village they were counted in. `touched` selects household_id, village_code.
 */
export async function followHouseholds(db: Database, actor: Actor, touched: string): Promise<void> {
  await db.bulk(actor, async (tx) => {
    await tx.run(sql`update warning_actions a set village_code = t.village_code from (${sql.raw(touched)}) t
      where a.household_id = t.household_id and a.county_code = t.village_code / 1000000 and a.village_code <> t.village_code`);
    return { result: undefined, audit: [] };
  });
}
