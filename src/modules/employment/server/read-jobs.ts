// The jobs of a village in a month, and what was found of them; and how far the villages of an area have come.

import { type RawBuilder, sql } from 'kysely';
import { addDays, addMonths, firstOfMonth, formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionLevel, RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { areaAsked, getRegion, namesOf, rangeAsked } from '../../regions/server/index.ts';
import { standingOf } from '../domain/confirm/found.ts';
import { stepOf } from '../domain/confirm/places.ts';
import type { EmploymentConfirmation } from '../domain/registers/employment-confirmation-register.ts';
import type { EmploymentSpell } from '../domain/registers/employment-spell-register.ts';
import { employmentSettings } from './settings.ts';

/** A person’s age in whole years on a day, of the birth in the ID; null where that is none. */
export const ageSql = (birth: RawBuilder<unknown>, on: string) =>
  sql`case when ${birth} > 18500000 then (to_char(${on}::date, 'YYYYMMDD')::int - ${birth}) / 10000 end`;

/** Days of a month by its first, ISO; of today's, if none is asked for. */
export function monthAsked(month: string | undefined, today: PlainDate) {
  const first = month ? parseDate(month) : firstOfMonth(today);
  const next = addMonths(first, 1);
  return { month: formatDate(first), next: formatDate(next), last: formatDate(addDays(next, -1)) };
}

/** The last day by which a month is to be confirmed: the day set, or the last the month has. */
export function confirmBy(month: string, day: number): string {
  const last = addDays(addMonths(parseDate(month), 1), -1);
  return formatDate(Math.min(parseDate(month) + Math.max(1, day) - 1, last));
}

/** The day up to which a job that was confirmed last is confirmed too long ago, seen from the month's end or today. */
function staleBefore(last: string, today: PlainDate, days: number): string {
  return formatDate(addDays(Math.min(parseDate(last), today), -days));
}

/** Jobs `t` that stood in the month, each with the confirmation `c` it has of it. */
const jobsOf = ({ low, high }: RegionRange, { month, next }: { month: string; next: string }) => sql`
  employment_spells t left join employment_confirmations c on c.spell_number = t.number and c.month = ${month}::date and not c.voided
  where not t.voided and t.place_code between ${low} and ${high} and t.started_on < ${next}::date
    and (t.left_on is null or t.left_on >= ${month}::date)`;

type JobRow = {
  countyCode: number;
  id: number;
  placeCode: number;
  name: string;
  age: number | null;
  householdId: number | null;
  householdNumber: string | null;
  jobForm: EmploymentSpell['jobForm'];
  employer: string | null;
  workRegionCode: string | null;
  workPlace: string | null;
  startedOn: string;
  leftOn: string | null;
  monthlyIncomeFen: number | null;
  found: EmploymentConfirmation['workState'] | null;
  lastOn: string | null;
  goneOn: string | null;
  mayUndo: boolean;
};

/** The newest day on which the job `t` was found to go on, before the month. */
const LAST_ON = (month: string) => sql`(select max(o.confirmed_on) from employment_confirmations o
  where o.spell_number = t.number and o.month < ${month}::date and not o.voided and o.work_state in ('working', 'waiting'))`;

const MOST_JOBS = 500;
const ORDER = ['stale', 'open', 'unreached', 'done'] as const;

/** The actor’s own leaving of the job `t`, as its last move. */
const OWN_LEAVE = (tx: Tx) => sql`coalesce((select m.move = 'leave' and m.account_id = ${tx.actor.accountId}
  from register_moves m where m.register = 'employment-spells' and m.county_code = t.county_code and m.record_id = t.id
    and m.withdrawn_at is null order by m.id desc limit 1), false)`;

/** Jobs of a village, who was not confirmed for long first. Throws `employment.needs-village`. */
export async function readConfirmList(tx: Tx, asked: { area: number; month?: string | undefined }, today: PlainDate) {
  const area = await areaAsked(tx, asked.area);
  if (area.level !== 'village') throw new Problem('employment.needs-village');
  const days = monthAsked(asked.month, today);
  const of = (await employmentSettings.inForce(tx, days.last))(asked.area);
  const rows = await tx.rows(sql<JobRow>`
    with jobs as materialized (
      select t.*, c.work_state as found, (c.recorded_by = ${tx.actor.name} or (t.left_on is not null and ${OWN_LEAVE(tx)})) as may_undo,
        ${LAST_ON(days.month)} as last_on
      from ${jobsOf(area, days)} limit ${MOST_JOBS * 4})
    select t.county_code, t.id, t.place_code, coalesce(p.name, t.name) as name, ${ageSql(sql`p.birth`, days.last)} as age,
      h.id as household_id, coalesce(h.number, t.household_number) as household_number, t.job_form, t.employer, t.work_region_code,
      t.work_place, t.started_on, t.left_on, t.monthly_income_fen, t.found, t.last_on, p.valid_to as gone_on,
      coalesce(t.may_undo, false) as may_undo
    from jobs t left join persons p on p.id = t.person_id
      left join households h on h.county_code = p.county_code and h.id = p.household_id
    order by t.number limit ${MOST_JOBS * 4}`);
  const staleDays = of('confirm.stale');
  const late = staleBefore(days.last, today, staleDays);
  const jobs = rows.map(({ workRegionCode, placeCode, ...row }) => {
    const job = withoutNulls(row);
    const step = stepOf(workRegionCode, row.workPlace, placeCode);
    return { ...job, ...(step ? { step } : {}), standing: standingOf(job, late) };
  });
  return {
    ...{ month: days.month, byOn: confirmBy(days.month, of('confirm.by')), staleDays, total: countJobs(jobs) },
    rows: jobs.sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing)).slice(0, MOST_JOBS),
  };
}

function countJobs(jobs: readonly { standing: (typeof ORDER)[number] }[]) {
  const n = (standing: (typeof ORDER)[number]) => jobs.filter((job) => job.standing === standing).length;
  return { spells: jobs.length, done: n('done'), unreached: n('unreached'), stale: n('stale') };
}

/** Digits of the code of the level below. */
const BELOW: Record<RegionLevel, number> = {
  'autonomous-region': 1e8,
  prefecture: 1e6,
  county: 1e3,
  township: 1,
  village: 1,
};

type Counts = { code: number; spells: number; done: number; unreached: number; stale: number };

/** How far the regions below an area have come with a month. */
export async function readProgress(
  tx: Tx,
  asked: { area?: number | undefined; month?: string | undefined },
  today: PlainDate,
) {
  const range = await rangeAsked(tx, asked.area);
  const { level, code } = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const days = monthAsked(asked.month, today);
  const of = (await employmentSettings.inForce(tx, days.last))(code);
  const rows = await tx.rows(sql<Counts>`
    with terms as materialized (${await employmentSettings.termsSql(tx, range, days.last)}),
    jobs as materialized (select t.county_code, t.place_code, t.number, t.started_on, t.left_on, c.work_state from ${jobsOf(range, days)}),
    seen as materialized (
      select o.spell_number, max(o.confirmed_on) as last_on from employment_confirmations o
      where o.place_code between ${range.low} and ${range.high} and not o.voided and o.work_state in ('working', 'waiting')
        and o.month < ${days.month}::date
        and o.confirmed_on > least(${days.last}::date, ${formatDate(today)}::date) - (select max(confirm_stale) from terms) group by 1)
    select (t.place_code / ${BELOW[level]}::bigint * ${BELOW[level]}::bigint) as code, count(*)::int as spells,
      count(*) filter (where t.left_on is not null or t.work_state <> 'unreached')::int as done,
      count(*) filter (where t.left_on is null and t.work_state = 'unreached')::int as unreached,
      count(*) filter (where t.left_on is null and t.work_state is null
        and coalesce(s.last_on, t.started_on) <= least(${days.last}::date, ${formatDate(today)}::date) - m.confirm_stale)::int as stale
    from jobs t join terms m on m.county_code = t.county_code left join seen s on s.spell_number = t.number
    group by 1 order by 1 limit 2000`);
  const names = await namesOf(
    tx,
    rows.map((row) => row.code),
  );
  const sum = (key: 'spells' | 'done' | 'unreached' | 'stale') => rows.reduce((all, row) => all + row[key], 0);
  return {
    ...{ month: days.month, byOn: confirmBy(days.month, of('confirm.by')) },
    total: { spells: sum('spells'), done: sum('done'), unreached: sum('unreached'), stale: sum('stale') },
    rows: rows.map((row) => ({ ...row, name: names.get(row.code) ?? String(row.code) })),
  };
}
