// The calendar of working days: what differs from Monday to Friday. Few rows a year, the same for the whole region.

import { sql } from 'kysely';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { coversRegion } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { Calendar } from '../domain/calendar.ts';
import '../domain/problems.ts';
import { dropCalendarCheck } from './calendar-check.ts';
import { askRecompute } from './recomputations.ts';

type DayRow = { day: string; working: boolean; name: string };

const ALL_DAYS: PlainDate = 20000101;

/** Days from `from` on: what lies before a case began cannot matter to it. */
export async function loadCalendar(tx: Tx, from = ALL_DAYS): Promise<Calendar> {
  const rows = await tx.rows(
    sql<DayRow>`select day, working, name from calendar_days where day >= ${formatDate(from)}::date order by day limit 3000`,
  );
  return new Map<PlainDate, boolean>(rows.map(({ day, working }) => [parseDate(day), working]));
}

export async function listCalendarDays(tx: Tx, year: number): Promise<DayRow[]> {
  return tx.rows(sql<DayRow>`select day, working, name from calendar_days
    where day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) order by day limit 400`);
}

export type CalendarYear = { year: number; days: readonly DayRow[] };

/** Sets a year's days anew. The days of open cases follow with the job that is asked for here. */
export async function saveCalendarYear(tx: Tx, { year, days }: CalendarYear): Promise<Outcome<Record<string, never>>> {
  if (!coversRegion(tx.actor.range)) throw new Problem('process.calendar-needs-region');
  const before = await listCalendarDays(tx, year);
  await tx.run(
    sql`delete from calendar_days where day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`,
  );
  await tx.run(sql`
    insert into calendar_days (day, working, name, account_name)
    select d.day, d.working, d.name, ${tx.actor.name}
    from unnest(${days.map(({ day }) => day)}::date[], ${days.map(({ working }) => working)}::boolean[],
      ${days.map(({ name }) => name)}::text[]) d (day, working, name)`);
  await dropCalendarCheck(tx, year);
  await askRecompute(tx, year);
  const audit = {
    operation: 'process.save-calendar',
    subjectKind: 'calendar',
    subjectId: year,
    before,
    after: days,
  };
  return { result: {}, audit };
}
