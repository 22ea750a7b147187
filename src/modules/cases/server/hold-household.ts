// Of a household only one case may be under way. Whatever begins one, or takes up again one that had ended, holds the
// household until its transaction ends: who comes second sees what the first did, instead of running into the index.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { CaseKey } from '../domain/addresses.ts';

const hold = (county: RawBuilder<unknown>, household: RawBuilder<unknown>) =>
  sql`pg_advisory_xact_lock(${county}, hashint8(${household}))`;

export async function holdHousehold(tx: Tx, countyCode: number, householdId: number): Promise<void> {
  await tx.run(sql`select ${hold(sql`${countyCode}::int`, sql`${householdId}::bigint`)}`);
}

/** Must come before the case itself is locked. */
export async function holdHouseholdOf(tx: Tx, { countyCode, id }: CaseKey): Promise<void> {
  await tx.run(sql`select ${hold(sql`county_code`, sql`household_id`)} from cases
    where county_code = ${countyCode} and id = ${id}`);
}
