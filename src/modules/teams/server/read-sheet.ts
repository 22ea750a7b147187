// The month's attendance of an area, member by member, and its confirmation by the township.

import { sql } from 'kysely';
import { addMonths, firstOfMonth, formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { rangeOf } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { getRegion, ownRegion, rangeAsked } from '../../regions/server/index.ts';
import { daysOfMonth, type MonthDays, monthLine } from '../domain/attendance.ts';
import '../domain/problems.ts';
import { type Loaded, loadMembers, workingDays } from './members.ts';
import { teamSettings } from './settings.ts';

/** Of one sheet: a county has fewer. */
const MOST_LINES = 2000;

export async function monthDays(tx: Tx, month: string, today: PlainDate): Promise<MonthDays & { days: string[] }> {
  return {
    days: daysOfMonth(month),
    isWorking: await workingDays(tx, parseDate(month)),
    today: formatDate(today),
  };
}

/** A member's line as the contract tells it. */
export function lineOf({ facts, unexplained, ...member }: Loaded, month: MonthDays, required: number) {
  const { cells, counts, ...sums } = monthLine(facts, month, required);
  const open = month.days.filter((day, i) => cells[i] === 'absent' || unexplained.has(day)).length;
  return { ...member, ...sums, counts, cells: cells.map((cell) => cell ?? null), open };
}

export type SheetLine = ReturnType<typeof lineOf>;

async function confirmedVillages(tx: Tx, { low, high }: RegionRange, month: string): Promise<Set<number>> {
  const rows = await tx.rows(sql<{ code: number }>`select t.village_code as code from team_months t
    where not t.voided and t.month = ${month}::date and t.place_code between ${low} and ${high} limit 20000`);
  return new Set(rows.map(({ code }) => code));
}

const townshipOf = (village: number) => Math.floor(village / 1000) * 1000;

/** Townships that have not confirmed all their villages. */
async function missing(tx: Tx, villages: ReadonlySet<number>, confirmed: ReadonlySet<number>) {
  const open = [...villages].filter((code) => !confirmed.has(code));
  const counted = Map.groupBy(open, townshipOf);
  const rows = await tx.rows(sql<{ code: number; name: string }>`select code, name from regions
    where code = any(${[...counted.keys()]}::bigint[]) order by code`);
  return rows.map(({ code, name }) => ({ code, name, villages: counted.get(code)?.length ?? 0 }));
}

/** Throws `regions.not-found`, `teams.area-too-large`. */
export async function readSheet(
  tx: Tx,
  { area, month }: { area?: number | undefined; month: string },
  today: PlainDate,
) {
  const region = await getRegion(tx, area ?? tx.actor.areaCode);
  const range = await rangeAsked(tx, area);
  const days = await monthDays(tx, month, today);
  const members = await loadMembers(tx, range, { from: month, through: days.days.at(-1) ?? month });
  if (members.length > MOST_LINES) throw new Problem('teams.area-too-large');
  const of = await teamSettings.inForce(tx, month);
  const villages = new Set(members.map(({ villageCode }) => villageCode));
  const confirmed = await confirmedVillages(tx, range, month);
  return {
    area: { code: region.code, name: region.name, level: region.level },
    month,
    asOf: formatDate(today),
    days: days.days.map((day) => ({ day, isWorking: days.isWorking(day) })),
    lines: members.map((member) => lineOf(member, days, of(member.villageCode)('month.days'))),
    villages: villages.size,
    confirmed: [...villages].filter((code) => confirmed.has(code)).length,
    missed: await missing(tx, villages, confirmed),
  };
}
export type Sheet = Awaited<ReturnType<typeof readSheet>>;

/**
 * The township has looked through the month: one row a village that had a team, those confirmed before stay. Late punches of the month still
 * count, and stand on the sheet. Throws `teams.month-not-over`, `teams.nothing-to-confirm`.
 */
export async function confirmMonth(
  tx: Tx,
  given: { area: number; month: string },
  today: PlainDate,
): Promise<Outcome<{ confirmed: number }>> {
  const { area, month } = given;
  const region = await ownRegion(tx, area);
  if (firstOfMonth(today) <= parseDate(month)) throw new Problem('teams.month-not-over', { month: month.slice(0, 7) });
  const { low, high } = rangeOf(region.code, region.level);
  const next = formatDate(addMonths(parseDate(month), 1));
  const confirmed = await tx.run(sql`
    insert into team_months (county_code, place_code, village_code, month, confirmed_on, confirmed_by, recorded_by, account_id)
    select distinct (t.village_code / 1000000)::int, t.village_code, t.village_code, ${month}::date, ${formatDate(today)}::date, ${tx.actor.name}, ${tx.actor.name},
      ${tx.actor.accountId}::bigint
    from team_postings t where not t.voided and t.place_code between ${low} and ${high} and t.appointed_on < ${next}::date
      and (t.left_on is null or t.left_on > ${month}::date)
      and not exists (select from team_months o where o.village_code = t.village_code and o.month = ${month}::date)`);
  if (confirmed === 0) throw new Problem('teams.nothing-to-confirm', { month: month.slice(0, 7) });
  const subject = { subjectKind: 'team-month', subjectId: `${area} ${month}`, regionCode: area };
  return {
    result: { confirmed },
    audit: { operation: 'teams.confirm-month', ...subject, after: { month, villages: confirmed } },
  };
}
