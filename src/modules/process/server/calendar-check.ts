// Who has compared the holidays of a year with the announcement. It holds for the days as they stood: saved anew, they are
// to be checked again.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { coversRegion } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import '../domain/problems.ts';

type CalendarCheck = { by?: string; at?: string };

export async function findCalendarCheck(tx: Tx, year: number): Promise<CalendarCheck> {
  const row = await tx.first(
    sql<{ by: string; at: Date }>`select account_name as by, at from calendar_checks where year = ${year}`,
  );
  return row ? { by: row.by, at: new Date(row.at).toISOString() } : {};
}

export async function dropCalendarCheck(tx: Tx, year: number): Promise<void> {
  await tx.run(sql`delete from calendar_checks where year = ${year}`);
}

export async function checkCalendarYear(tx: Tx, year: number): Promise<Outcome<Record<string, never>>> {
  if (!coversRegion(tx.actor.range)) throw new Problem('process.calendar-needs-region');
  await dropCalendarCheck(tx, year);
  await tx.run(sql`insert into calendar_checks (year, account_name) values (${year}, ${tx.actor.name})
    on conflict (year) do nothing`);
  const audit = { operation: 'process.check-calendar', subjectKind: 'calendar', subjectId: year };
  return { result: {}, audit };
}
