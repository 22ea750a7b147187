// What is to be changed in the national system after corrections: the list, and ticking it off.

import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../../../../kernel/problem.ts';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { type Page, placesBy } from '../../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../../platform/server/lists/without-nulls.ts';
import type { CorrectedField } from '../../domain/corrected-fields.ts';
import '../../domain/problems.ts';

export type CorrectionLook = 'waiting' | 'done' | 'verified' | 'all';

const LOOKED: Record<CorrectionLook, RawBuilder<unknown>> = {
  waiting: sql`c.done_on is null`,
  done: sql`c.done_on is not null and c.verified_on is null`,
  verified: sql`c.verified_on is not null`,
  all: sql`true`,
};

type Row = {
  countyCode: number;
  id: number;
  villageCode: number;
  townshipName: string;
  villageName: string;
  householdId: number;
  householdNumber: string;
  headName: string;
  personNumber: string;
  personName: string;
  field: CorrectedField;
  oldValue: string;
  newValue: string;
  basis: 'document' | 'department' | 'on-site' | 'written-statement';
  note: string;
  madeOn: string;
  madeBy: string;
  doneOn: string | null;
  doneBy: string;
  importedValue: string | null;
  verifiedOn: string | null;
};

const PLACES = placesBy('int8', 'int8');

/** By village. */
export async function listCorrections(
  tx: Tx,
  { low, high }: RegionRange,
  look: CorrectionLook,
  { cursor, limit }: Page,
) {
  const after = PLACES.read(cursor);
  const where = sql`c.village_code between ${low} and ${high} and ${LOOKED[look]}`;
  const rows = await tx.rows(sql<Row>`
    select c.county_code, c.id, c.village_code, coalesce(w.name, '') as township_name, coalesce(v.name, '') as village_name, c.household_id,
      coalesce(h.number, '') as household_number, coalesce(h.head_name, '') as head_name, coalesce(p.number, '') as person_number, coalesce(p.name, '') as person_name,
      c.field, c.old_value, c.new_value, c.basis, c.note, c.made_on::text as made_on, c.made_by, c.done_on::text as done_on, c.done_by, c.imported_value,
      c.verified_on::text as verified_on
    from registry_corrections c left join households h on h.county_code = c.county_code and h.id = c.household_id
      left join persons p on p.id = c.person_id
      left join regions v on v.code = c.village_code left join regions w on w.code = c.village_code / 1000 * 1000
    where ${where} and ${after ? sql`(c.village_code, c.id) > (${after[0]}::bigint, ${after[1]}::bigint)` : sql`true`}
    order by c.village_code, c.id limit ${limit + 1}`);
  const total = after
    ? undefined
    : await tx.first(sql<{ n: number }>`select count(*)::int as n from registry_corrections c where ${where}`);
  const { shown, ...next } = PLACES.page(rows, limit, ({ villageCode, id }) => [villageCode, id]);
  return {
    items: shown.map(({ villageCode: _villageCode, ...row }) => withoutNulls(row)),
    ...(total ? { total: total.n } : {}),
    ...next,
  };
}

/** Done in the national system, or not after all. What its export has proven stays. Throws `households.correction-not-found`. */
export async function tickCorrections(
  tx: Tx,
  keys: readonly { countyCode: number; id: number }[],
  done: boolean,
  on: string,
) {
  const value = done ? sql`done_on = ${on}::date, done_by = ${tx.actor.name}` : sql`done_on = null, done_by = ''`;
  const rows = await tx.rows(sql<{
    countyCode: number;
    id: number;
    villageCode: number;
    householdId: number;
    field: string;
  }>`
    update registry_corrections c set ${value}
    where (c.county_code, c.id) in (select * from unnest(${keys.map(({ countyCode }) => countyCode)}::int[], ${keys.map(({ id }) => id)}::bigint[])) and c.verified_on is null
    returning c.county_code, c.id, c.village_code, c.household_id, c.field`);
  if (rows.length === 0) throw new Problem('households.correction-not-found');
  return rows;
}
