// Comparisons as lists and rates: of a household and field the newest counts.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { type Page, placesBy } from '../../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../../platform/server/lists/without-nulls.ts';
import { rangeAsked } from '../../../regions/server/index.ts';
import { COMPARED_KEYS, type ComparedKey } from '../../domain/comparison.ts';
import type { Basis, CheckLook } from '../../domain/words.ts';

/** Sides `one` and `other` of a check `x`, both known. */
const sidesOf: Record<string, readonly [string, string]> = {
  'system-ledger': ['system_value', 'ledger_value'],
  'system-seen': ['system_value', 'field_value'],
  'ledger-seen': ['ledger_value', 'field_value'],
  'seen-card': ['field_value', 'card_value'],
};

const NEWEST = sql`not exists (select from consistency_checks y where y.county_code = x.county_code and y.household_id = x.household_id and y.field = x.field
  and y.checked_on > x.checked_on)`;

type RateRow = { field: ComparedKey; checks: number; pairs: Record<string, { compared: number; equal: number }> };

export async function readConsistency(tx: Tx, area: number | undefined) {
  const { low, high } = await rangeAsked(tx, area);
  const within = sql`x.village_code between ${low} and ${high}`;
  const pairs = sql.join(
    Object.entries(sidesOf).map(
      ([
        pair,
        [one, other],
      ]) => sql`${pair}::text, jsonb_build_object('compared', count(*) filter (where x.${sql.ref(one)} is not null and x.${sql.ref(other)} is not null),
        'equal', count(*) filter (where x.${sql.ref(one)} = x.${sql.ref(other)}))`,
    ),
  );
  const rows = await tx.rows(sql<RateRow>`select x.field, count(*)::int as checks, jsonb_build_object(${pairs}) as pairs
    from consistency_checks x where ${within} and ${NEWEST} group by x.field`);
  const counted = await tx.first(
    sql<{
      n: number;
    }>`select count(distinct (x.county_code, x.household_id))::int as n from consistency_checks x where ${within}`,
  );
  const byField = new Map(rows.map((row) => [row.field, row]));
  return {
    households: counted?.n ?? 0,
    fields: COMPARED_KEYS.flatMap((field) => {
      const row = byField.get(field);
      return row ? [{ ...row, pairs: row.pairs as never }] : [];
    }),
  };
}

type Row = {
  countyCode: number;
  id: number;
  villageCode: number;
  townshipName: string;
  villageName: string;
  householdId: number;
  householdNumber: string;
  headName: string;
  field: ComparedKey;
  system: string | null;
  ledger: string;
  seen: string;
  card: string | null;
  cardPrintedOn: string | null;
  accepted: string | null;
  basis: Basis;
  note: string;
  corrected: boolean;
  checkedOn: string;
  checkedBy: string;
};

const LOOK: Record<CheckLook, RawBuilder<unknown>> = {
  differing: sql`x.ledger_value <> x.field_value`,
  card: sql`x.card_value <> x.field_value`,
  all: sql`true`,
};
const PLACES = placesBy('int8', 'int8');

export async function listChecks(
  tx: Tx,
  { area, look, cursor, limit }: { area?: number | undefined; look: CheckLook } & Page,
) {
  const { low, high } = await rangeAsked(tx, area);
  const after = PLACES.read(cursor);
  const rows = await tx.rows(sql<Row>`
    select x.county_code, x.id, x.village_code, coalesce(w.name, '') as township_name, coalesce(v.name, '') as village_name, x.household_id,
      coalesce(h.number, '') as household_number, coalesce(h.head_name, '') as head_name, x.field, x.system_value as system, x.ledger_value as ledger,
      x.field_value as seen, x.card_value as card, x.card_printed_on::text as card_printed_on, x.accepted_value as accepted, x.basis, x.note, x.corrected,
      x.checked_on::text as checked_on, x.checked_by
    from consistency_checks x left join households h on h.county_code = x.county_code and h.id = x.household_id
      left join regions v on v.code = x.village_code left join regions w on w.code = x.village_code / 1000 * 1000
    where x.village_code between ${low} and ${high} and ${LOOK[look]} and ${NEWEST}
      and ${after ? sql`(x.village_code, x.id) > (${after[0]}::bigint, ${after[1]}::bigint)` : sql`true`}
    order by x.village_code, x.id limit ${limit + 1}`);
  const { shown, ...next } = PLACES.page(rows, limit, ({ villageCode, id }) => [villageCode, id]);
  return { items: shown.map(({ villageCode: _village, ...row }) => withoutNulls(row)), ...next };
}
