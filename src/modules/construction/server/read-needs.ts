// What asks for action in an area on a day, reckoned from the registers each time it is asked.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { NeedLine } from '../domain/contract.ts';
import { NEED_REGISTERS, NEEDS, type Need } from '../domain/needs.ts';
import { MATTERS } from '../domain/words.ts';
import { constructionSettings, termsSql } from './settings.ts';

/** The word of a matter, in SQL over a column. */
const MATTER_WORD = sql.raw(
  `case w.matter ${Object.entries(MATTERS)
    .map(([code, word]) => `when '${code}' then '${word}'`)
    .join(' ')} end`,
);

/** Toilets of the range that stand on the day, with the last look at each. */
function toiletsSql({ low, high }: RegionRange, on: string): RawBuilder<unknown> {
  return sql`standing as materialized (
      select t.county_code, t.id, t.number, t.place_code, t.built_how, t.finished_on, t.usable_in_winter,
        l.looked_on, l.is_usable, i.rectified_on, i.times, i.opened_on
      from toilets t
      left join lateral (select l.looked_on, l.is_usable from toilet_looks l
        where l.toilet_number = t.number and not l.voided and l.looked_on <= ${on}::date order by l.looked_on desc limit 1) l on true
      left join lateral (select max(i.rectified_on) as rectified_on, (count(i.rectified_on))::int as times,
          max(i.found_on) filter (where i.rectified_on is null or i.found_on >= l.looked_on) as opened_on
        from toilet_issues i where i.toilet_number = t.number and not i.voided and i.found_on <= ${on}::date) i on true
      where not t.voided and t.place_code between ${low} and ${high} and (t.razed_on is null or t.razed_on > ${on}::date)
        and (i.rectified_on is not null or l.looked_on is not null or t.built_how <> 'existing'))`;
}

/** Works of the range that are in place on the day, with the last check of each. */
function worksSql({ low, high }: RegionRange, on: string): RawBuilder<unknown> {
  return sql`works as materialized (
      select w.county_code, w.id, w.place_code, w.village_code, w.matter, w.plan_year, w.built_on, w.ended_on, w.operation,
        c.checked_on, c.is_broken
      from village_works w
      left join lateral (select c.checked_on, c.operation = 'abnormal' and c.mended_on is null as is_broken from village_work_checks c
        where c.village_code = w.village_code and c.matter = w.matter and not c.voided and c.checked_on between w.built_on and ${on}::date
        order by c.checked_on desc limit 1) c on true
      where not w.voided and w.place_code between ${low} and ${high} and (w.ended_on is null or w.ended_on > ${on}::date))`;
}

/**
 * Rows (need, county_code, id, title, region_code, on_day, due_on) for `with … select`: `on_day` is what it is about, `due_on` the last
 * day, where there is one. `around`: also what falls due within so many days, or did so many days ago.
 */
export async function needsSql(tx: Tx, range: RegionRange, on: string, around = 0): Promise<RawBuilder<unknown>> {
  const { low, high } = range;
  const day = sql`${on}::date`;
  return sql`
    with ${await termsSql(tx, range, on)}, ${toiletsSql(range, on)}, ${worksSql(range, on)},
    open_issues as materialized (
      select i.county_code, i.id, i.toilet_number, i.place_code, i.found_on, d.due_on
      from toilet_issues i join due_days d on d.county_code = i.county_code and d.found_on = i.found_on
        and d.rectified_how is not distinct from i.rectified_how and d.rectify_by is not distinct from i.rectify_by
      where not i.voided and i.rectified_on is null and i.place_code between ${low} and ${high})
    select 'overdue' as need, county_code, id, toilet_number as title, place_code as region_code, found_on as on_day, due_on
    from open_issues where due_on < ${day} + ${around}::int
    union all
    select 'unchecked', i.county_code, i.id, i.toilet_number, i.place_code, i.rectified_on, null
    from toilet_issues i where not i.voided and i.rectified_on <= ${day} and i.county_accepted_on is null
      and i.place_code between ${low} and ${high}
    union all
    select 'found-again', county_code, id, number, place_code, looked_on, null
    from standing where is_usable = false and opened_on is null
    union all
    select 'look-due', s.county_code, s.id, s.number, s.place_code, greatest(s.rectified_on, s.finished_on), c.thaw + c.look_days
    from standing s join counties c on c.county_code = s.county_code
    where greatest(s.rectified_on, s.finished_on) between c.thaw - 365 and c.thaw
      and (s.looked_on is null or s.looked_on <= c.thaw) and ${day} > c.thaw
    union all
    select 'frozen-shut', county_code, id, number, place_code, finished_on, null
    from standing where built_how <> 'existing' and finished_on <= ${day} and usable_in_winter = false
    union all
    select 'twice', county_code, id, number, place_code, rectified_on, null from standing where times > 1
    union all
    select 'check-due', w.county_code, w.id, ${MATTER_WORD}, w.place_code, coalesce(w.checked_on, w.built_on),
      coalesce(w.checked_on, w.built_on) + c.check_days
    from works w join counties c on c.county_code = w.county_code
    where w.built_on <= ${day} and coalesce(w.checked_on, w.built_on) + c.check_days < ${day} + ${around}::int
    union all
    select 'abnormal', w.county_code, w.id, ${MATTER_WORD}, w.place_code, coalesce(w.checked_on, w.built_on), null
    from works w where w.built_on <= ${day} and (w.operation = 'abnormal' or w.is_broken)
    union all
    select 'plan-late', w.county_code, w.id, ${MATTER_WORD}, w.place_code, make_date(w.plan_year, 12, 31), make_date(w.plan_year, 12, 31)
    from works w where w.built_on is null and w.plan_year < extract(year from ${day} - ${around}::int)`;
}

type Row = Omit<NeedLine, 'register'>;

/** Rows of one need or of all, the most urgent first. */
export async function needLines(
  tx: Tx,
  { range, on, need }: { range: RegionRange; on: string; need?: Need | undefined },
  most: number,
): Promise<NeedLine[]> {
  const rows = await tx.rows(sql<Row>`
    select f.need, f.county_code, f.id, f.title, f.region_code, coalesce(r.name, '') as region_name, f.on_day::text as "on",
      f.due_on::text, (f.due_on - ${on}::date)::int as by
    from (${await needsSql(tx, range, on)}) f left join regions r on r.code = f.region_code
    where ${need ? sql`f.need = ${need}` : sql`true`}
    order by array_position(${[...NEEDS]}::text[], f.need), f.due_on nulls last, f.on_day, f.id limit ${most}`);
  return rows.map((row) => ({ ...withoutNulls(row), register: NEED_REGISTERS[row.need] }));
}

const SHOWN = 200;

/** How many there are of each, and those of one kind or of all. */
export async function readNeeds(
  tx: Tx,
  { area, need }: { area?: number | undefined; need?: Need | undefined },
  today: PlainDate,
) {
  const range = await rangeAsked(tx, area);
  const on = formatDate(today);
  const counted = await tx.rows(sql<{ need: Need; n: number }>`
    select need, count(*)::int as n from (${await needsSql(tx, range, on)}) found group by 1`);
  const counts = Object.fromEntries(
    NEEDS.map((one) => [one, counted.find((row) => row.need === one)?.n ?? 0]),
  ) as Record<Need, number>;
  const settings = await constructionSettings.shown(tx, area ?? tx.actor.areaCode, on);
  return { asOf: on, counts, rows: await needLines(tx, { range, on, need }, SHOWN), settings };
}
