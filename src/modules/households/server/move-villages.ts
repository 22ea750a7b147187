// Villages that were merged or got another code: their households are counted in the new one from now on. Set-based; each
// household keeps its version and has the change in its history, as if it had moved.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { holdRegistry } from './hold-registry.ts';

export type VillageMove = { oldCode: number; newCode: number; effectiveOn: string; document: string };

/** Households and persons of now in each of the villages that has any. */
export async function countInVillages(
  tx: Tx,
  codes: number[],
): Promise<{ code: number; households: number; persons: number }[]> {
  return tx.rows(sql<{ code: number; households: number; persons: number }>`
    select village_code as code, count(*)::int as households, coalesce(sum(member_count), 0)::int as persons
    from households where village_code = any(${codes}::bigint[]) and valid_to is null group by 1`);
}

const RECORDS = ['persons', 'data_issues', 'registry_corrections', 'household_events'] as const;

/**
 * Households that have ended stay in the village in which they ended. The slices above follow with the events
 * (`settleEvents`, `startEventsJob`).
 */
export async function moveVillages(tx: Tx, moves: readonly VillageMove[]): Promise<void> {
  await holdRegistry(tx);
  const rows = moves.map(({ oldCode, newCode, effectiveOn, document }) => ({
    ...{ old_code: oldCode, new_code: newCode, on_date: effectiveOn, document },
  }));
  // Told as a list, so that only the counties concerned are looked at.
  const moved = sql`(select h.county_code, h.id, m.old_code, m.new_code, m.on_date, m.document
    from json_to_recordset(${JSON.stringify(rows)}::json) m (old_code bigint, new_code bigint, on_date date, document text)
    join households h on h.village_code = m.old_code and h.valid_to is null)`;
  await tx.run(sql`insert into record_versions (county_code, subject, subject_id, before, account_name)
    select h.county_code, 'household', h.id, to_jsonb(h) - 'phone_sealed', ${tx.actor.name}
    from ${moved} m join households h on h.county_code = m.county_code and h.id = m.id`);
  for (const table of RECORDS)
    await tx.run(sql`update ${sql.table(table)} r set village_code = m.new_code from ${moved} m
      where r.county_code = m.county_code and r.household_id = m.id`);
  await tx.run(sql`
    insert into household_events (county_code, household_id, village_code, kind, on_date, detail, account_name)
    select m.county_code, m.id, m.new_code, 'region-change', m.on_date,
      jsonb_build_object('villageName', r.name, 'fromVillage', m.old_code, 'toVillage', m.new_code, 'note', m.document), ${tx.actor.name}
    from ${moved} m join regions r on r.code = m.new_code`);
  await tx.run(sql`update households h set village_code = m.new_code from ${moved} m
    where h.county_code = m.county_code and h.id = m.id`);
}
