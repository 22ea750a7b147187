// What asks for action in an area on a day, reckoned from the registers each time it is asked.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { NEEDS, type Need } from '../domain/needs.ts';
import { assetSettings } from './settings.ts';
import { countedSql, STANDING } from './standing.ts';

export type NeedLine = {
  need: Need;
  subject: string;
  of: 'asset' | 'project';
  title: string;
  regionCode: number;
  regionName: string;
  on?: string;
  by?: number;
  amountFen: number;
};

/**
 * Rows (need, subject, of, title, region_code, on_day, due_on, amount_fen): `on_day` is what it is about, `due_on` the day by which
 * something must have happened, where there is one. `around`: also terms that end within so many days, or ended so many days ago.
 */
export async function needsSql(tx: Tx, range: RegionRange, on: string, around = 0): Promise<RawBuilder<unknown>> {
  const { low, high } = range;
  const day = sql`${on}::date`;
  return sql`
    with terms as materialized (${await assetSettings.termsSql(tx, range, on)}),
    things as materialized (
      select a.number, a.asset_name, a.region_code, a.county_code, a.asset_kind, a.original_value_fen, a.upkeep_unit, a.keeper, ${STANDING} as standing
      from assets a where ${countedSql(range, on)}),
    runs as materialized (
      select c.asset_number, max(c.through) as until, bool_or(c.through >= ${day}) as is_running from asset_contracts c
      where not c.voided and c.place_code between ${low} and ${high} and c.started_on <= ${day}
        and (c.dissolved_on is null or c.dissolved_on > ${day}) group by 1),
    earned as materialized (
      select c.asset_number, max(n.arrived_on) as last_on, min(n.due_on) filter (where ${OWED}) as owed_since,
        sum(n.amount_due_fen - coalesce(n.amount_received_fen, 0)) filter (where ${OWED} and n.due_on <= ${day}) as owed
      from asset_contracts c join asset_incomes n on n.contract_number = c.number and not n.voided
      where not c.voided and c.place_code between ${low} and ${high} group by 1),
    standing as materialized (
      select t.*, r.until, r.is_running, e.last_on, e.owed_since, e.owed, m.contract_ending as ending, m.rent_overdue as rent
      from things t join terms m on m.county_code = t.county_code left join runs r on r.asset_number = t.number
        left join earned e on e.asset_number = t.number where t.standing <> 'disposed')
    select 'contract-ending' as need, number as subject, 'asset' as of, asset_name as title, region_code, until as on_day, until as due_on,
      original_value_fen as amount_fen
    from standing where until between ${day} - ${around}::int and ${day} + ending
    union all
    select 'rent-overdue', number, 'asset', asset_name, region_code, owed_since, owed_since + rent, owed
    from standing where owed_since + rent < ${day} + ${around}::int and owed > 0
    union all
    select 'still-earning', number, 'asset', asset_name, region_code, until, null, original_value_fen
    from standing where not is_running and last_on > until
    union all
    select 'no-contract', number, 'asset', asset_name, region_code, until, null, original_value_fen
    from standing where asset_kind = 'operating' and standing = 'in-use' and is_running is not true
    union all
    select 'idle', number, 'asset', asset_name, region_code, null, null, original_value_fen from standing where standing = 'idle'
    union all
    select 'no-keeper', number, 'asset', asset_name, region_code, null, null, original_value_fen
    from standing where asset_kind <> 'household-owned' and upkeep_unit is null and keeper is null
    union all
    select 'registered-late', p.number, 'project', p.project_name, p.region_code, p.accepted_on, p.accepted_on + m.registered_late,
      coalesce(p.final_amount_fen, p.planned_total_fen, 0)
    from projects p join terms m on m.county_code = p.county_code
    where not p.voided and p.place_code between ${low} and ${high} and p.removed_on is null and p.forms_asset
      and p.accepted_on + m.registered_late < ${day} + ${around}::int and not exists (select from assets a where a.source_project_number = p.number and not a.voided)`;
}

const OWED = sql`coalesce(n.amount_received_fen, 0) < n.amount_due_fen`;

const SHOWN = 200;

/** How many there are of each, and those of one kind or of all, the most urgent first. */
export async function readNeeds(
  tx: Tx,
  asked: { area?: number | undefined; need?: Need | undefined },
  today: PlainDate,
) {
  const range = await rangeAsked(tx, asked.area);
  const on = formatDate(today);
  const needs = await needsSql(tx, range, on);
  const counted = await tx.rows(sql<{ need: Need; n: number }>`
    select need, count(*)::int as n from (${needs}) found group by 1`);
  const counts = Object.fromEntries(
    NEEDS.map((need) => [need, counted.find((one) => one.need === need)?.n ?? 0]),
  ) as Record<Need, number>;
  const settings = await assetSettings.shown(tx, asked.area ?? tx.actor.areaCode, on);
  return { asOf: on, counts, rows: await needLines(tx, { ...asked, range, on }, SHOWN), settings };
}

/** Rows of one need or of all, the most urgent first. */
export async function needLines(
  tx: Tx,
  { range, on, need }: { range: RegionRange; on: string; need?: Need | undefined },
  most: number,
): Promise<NeedLine[]> {
  const rows = await tx.rows(sql<NeedLine>`
    select f.need, f.subject, f.of, f.title, f.region_code, coalesce(r.name, '') as region_name, f.on_day::text as "on",
      (f.on_day - ${on}::date)::int as by, f.amount_fen::bigint as amount_fen
    from (${await needsSql(tx, range, on)}) f left join regions r on r.code = f.region_code
    where ${need ? sql`f.need = ${need}` : sql`true`}
    order by array_position(${[...NEEDS]}::text[], f.need), f.on_day nulls last, f.amount_fen desc, f.subject limit ${most}`);
  return rows.map(withoutNulls);
}
