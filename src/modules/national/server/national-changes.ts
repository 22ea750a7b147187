// The list for the national system: entries written with the actions that cause them, listed, ticked off and taken back.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Page, placesBy } from '../../../platform/server/lists/place.ts';
import type { CaseAction } from '../../cases/domain/actions.ts';
import type { Standing } from '../../cases/domain/standing.ts';
import type { NationalFilter } from '../domain/changes-contract.ts';
import { type NationalChange, type NationalField, nationalChanges } from '../domain/national-changes.ts';
import '../domain/problems.ts';

type Place = { countyCode: number; id: number; villageCode: number; householdId: number };

/** An entry that still waits is brought up to date: only the newest value is to be entered, over the oldest one. */
async function recordNationalChanges(
  tx: Tx,
  { countyCode, id, villageCode, householdId }: Place,
  changes: readonly NationalChange[],
  today: PlainDate,
): Promise<void> {
  for (const { field, oldValue, newValue } of changes)
    await tx.run(sql`
      insert into national_changes (county_code, village_code, case_id, household_id, field, old_value, new_value, arises_on)
      values (${countyCode}, ${villageCode}, ${id}, ${householdId}, ${field}, ${oldValue}, ${newValue},
        ${formatDate(today)}::date)
      on conflict (county_code, household_id, field) where done_on is null do update
      set new_value = excluded.new_value, case_id = excluded.case_id, arises_on = excluded.arises_on`);
  // A decision that was taken back before anybody entered it leaves nothing to enter.
  await tx.run(sql`update national_changes set done_on = ${formatDate(today)}::date, note = '已收回办理,无需回写'
    where county_code = ${countyCode} and household_id = ${householdId} and done_on is null and old_value = new_value`);
}

/** What an action of a case changes in the national system, in the action's transaction. */
export async function noteAction(
  tx: Tx,
  row: Place,
  action: CaseAction,
  before: Standing,
  after: Standing,
): Promise<void> {
  await recordNationalChanges(tx, row, nationalChanges(action, before, after), action.on);
}

type Row = {
  countyCode: number;
  id: number;
  householdId: number;
  householdNumber: string;
  headName: string;
  townshipName: string;
  villageName: string;
  caseId: number;
  field: NationalField;
  oldValue: string;
  newValue: string;
  arisesOn: string;
  doneOn: string | null;
  doneBy: string;
  note: string;
};

const STATES: Record<NationalFilter['state'], RawBuilder<unknown>> = {
  waiting: sql`n.done_on is null`,
  done: sql`n.done_on is not null`,
  all: sql`true`,
};

function whereOf({ low, high }: RegionRange, { state, field, text }: NationalFilter): RawBuilder<unknown> {
  return sql.join(
    [
      sql`n.village_code between ${low} and ${high}`,
      STATES[state],
      ...(field ? [sql`n.field = ${field}`] : []),
      ...(text ? [sql`(h.head_name like ${`${text.replace(/[%_\\]/g, '')}%`} or h.number = ${text})`] : []),
    ],
    sql` and `,
  );
}

const JOIN = sql`join households h on h.county_code = n.county_code and h.id = n.household_id`;

const places = placesBy('int8', 'int8');

/** By village, so that a township enters one village after the other; the oldest first. */
export async function listNationalChanges(tx: Tx, range: RegionRange, filter: NationalFilter, { cursor, limit }: Page) {
  const at = places.read(cursor);
  const where = whereOf(range, filter);
  const rows = await tx.rows(sql<Row & { villageCode: number }>`
    select n.county_code, n.id, n.village_code, n.household_id, h.number as household_number, h.head_name,
      coalesce(t.name, '') as township_name, coalesce(v.name, '') as village_name, n.case_id, n.field, n.old_value,
      n.new_value, n.arises_on, n.done_on, n.done_by, n.note
    from national_changes n ${JOIN}
    left join regions v on v.code = n.village_code left join regions t on t.code = v.parent_code
    where ${where} ${at ? sql`and (n.village_code, n.id) > (${at[0]}::bigint, ${at[1]}::bigint)` : sql``}
    order by n.village_code, n.id limit ${limit + 1}`);
  const total = await tx.first(
    sql<{ n: number }>`select count(*)::int as n from national_changes n ${JOIN} where ${where}`,
  );
  const { shown, ...next } = places.page(rows, limit, ({ villageCode, id }) => [villageCode, id]);
  return {
    items: shown.map(({ doneOn, villageCode: _villageCode, ...row }) => ({
      ...row,
      ...(doneOn === null ? {} : { doneOn }),
    })),
    total: total?.n ?? 0,
    ...next,
  };
}

type Key = { countyCode: number; id: number };
export type Ticking = { changes: readonly Key[]; done: boolean; note: string };
type Ticked = Key & { villageCode: number; householdId: number; field: NationalField; isDone: boolean };

/** Locks the entries; one that is not in the area refuses all. */
async function lockEntries(tx: Tx, changes: readonly Key[]): Promise<Ticked[]> {
  const rows = await tx.rows(sql<Ticked>`
    select n.county_code, n.id, n.village_code, n.household_id, n.field, n.done_on is not null as is_done
    from national_changes n
    join unnest(${changes.map((each) => each.countyCode)}::int[], ${changes.map((each) => each.id)}::bigint[])
      k (county_code, id) on k.county_code = n.county_code and k.id = n.id
    order by n.county_code, n.id for update of n`);
  const wanted = new Set(changes.map(({ countyCode, id }) => `${countyCode}-${id}`));
  if (rows.length < wanted.size) throw new Problem('national.not-found');
  return rows;
}

/** A tick is taken back only while no newer value of the same field waits. */
async function refuseSuperseded(tx: Tx, entries: readonly Ticked[]): Promise<void> {
  const newer = await tx.first(sql`
    select from national_changes n
    join unnest(${entries.map((each) => each.countyCode)}::int[], ${entries.map((each) => each.householdId)}::bigint[],
      ${entries.map((each) => each.field)}::text[]) e (county_code, household_id, field)
      on e.county_code = n.county_code and e.household_id = n.household_id and e.field = n.field
    where n.done_on is null limit 1`);
  const repeated = new Set(
    entries.map(({ countyCode, householdId, field }) => `${countyCode}-${householdId}-${field}`),
  );
  if (newer || repeated.size < entries.length) throw new Problem('national.superseded');
}

/** Ticks entries off, or takes ticks back; what is so already stays as it is. */
export async function tickNational(
  tx: Tx,
  { changes, done, note }: Ticking,
  today: PlainDate,
): Promise<Outcome<{ count: number }>> {
  const entries = (await lockEntries(tx, changes)).filter(({ isDone }) => isDone !== done);
  if (!done) await refuseSuperseded(tx, entries);
  const value = done
    ? sql`done_on = ${formatDate(today)}::date, done_by = ${tx.actor.name}, note = ${note}`
    : sql`done_on = null, done_by = '', note = ''`;
  await tx.run(sql`update national_changes n set ${value}
    from unnest(${entries.map((each) => each.countyCode)}::int[], ${entries.map((each) => each.id)}::bigint[])
      k (county_code, id) where k.county_code = n.county_code and k.id = n.id`);
  const audit = entries.map(({ countyCode, id, villageCode, householdId, field }) => ({
    operation: 'national.tick',
    subjectKind: 'national-change',
    subjectId: `${countyCode}-${id}`,
    regionCode: villageCode,
    householdId,
    after: { field, done },
  }));
  return { result: { count: entries.length }, audit };
}
