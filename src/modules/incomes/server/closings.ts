// A county closes the collection of a year: what it stands at is kept, and sheets of the year are refused from then on. Corrections in
// the register stay possible to its officers and show as a difference to what was closed.

import { sql } from 'kysely';
import { formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { ownRegion } from '../../regions/server/index.ts';
import '../domain/problems.ts';
import { earnedSql } from './income-sql.ts';

export type Closing = {
  closedOn: string;
  by: string;
  households: number;
  members: number;
  netFen: number;
  note?: string;
};

/** By the code of the county, what is closed of the year. */
export async function readClosings(tx: Tx, { low, high }: RegionRange, year: number): Promise<Map<number, Closing>> {
  const rows = await tx.rows(sql<Closing & { code: number; note: string }>`
    select region_code as code, closed_on::text as closed_on, account_name as by, households, members, net_fen, note
    from income_closings where income_year = ${year} and reopened_at is null and region_code between ${low} and ${high} limit 1000`);
  return new Map(rows.map(({ code, note, ...rest }) => [code, { ...rest, ...(note ? { note } : {}) }]));
}

/** The day on which the county (six digits) closed the year; undefined while it is open. */
export async function closedOn(tx: Tx, countyCode: number, year: number): Promise<string | undefined> {
  const row = await tx.first(sql<{ closedOn: string }>`
    select closed_on::text as closed_on from income_closings
    where region_code = ${countyCode * 1e6} and income_year = ${year} and reopened_at is null`);
  return row?.closedOn;
}

/** Throws `incomes.year-not-over`: what is still being earned is not added up. */
export function refuseUnfinished(year: number, today: PlainDate): void {
  const newest = yearOf(today) - 1;
  if (year > newest) throw new Problem('incomes.year-not-over', { year, newest });
}

type Asked = { regionCode: number; year: number };

async function countyOf(tx: Tx, code: number) {
  const region = await ownRegion(tx, code);
  if (region.level !== 'county') throw new Problem('incomes.not-a-county', { name: region.name });
  return region;
}

/** Closers of one county come one after the other: the second finds it closed. */
const hold = (tx: Tx, { regionCode, year }: Asked) =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`income-closing ${regionCode} ${year}`}, 0))`);

export async function closeYear(
  tx: Tx,
  asked: Asked & { note?: string | undefined },
  today: PlainDate,
): Promise<Outcome<{ households: number; members: number; netFen: number }>> {
  const { regionCode, year, note = '' } = asked;
  const { name, level } = await countyOf(tx, regionCode);
  refuseUnfinished(year, today);
  await hold(tx, asked);
  if (await closedOn(tx, regionCode / 1e6, year)) throw new Problem('incomes.already-closed', { name, year });
  const counts = await tx.first(sql<{ households: number; members: number; netFen: number; missing: number }>`
    with ${earnedSql({ range: rangeOf(regionCode, level), year })}
    select count(members)::int as households, coalesce(sum(members), 0)::int as members, coalesce(sum(net), 0)::bigint as net_fen,
      (count(*) - count(members))::int as missing from earned`);
  if (!counts) throw new Error('counting gave no row');
  const { missing, ...result } = counts;
  if (missing > 0 && note.length < 5) throw new Problem('incomes.households-missing', { name, year, missing });
  await tx.run(sql`
    insert into income_closings (region_code, income_year, closed_on, households, members, net_fen, missing, note, account_name)
    values (${regionCode}, ${year}, ${formatDate(today)}::date, ${result.households}, ${result.members}, ${result.netFen}, ${missing}, ${note}, ${tx.actor.name})`);
  const subject = { subjectKind: 'income-closing', subjectId: `${regionCode} ${year}`, regionCode };
  return {
    result,
    audit: {
      ...{ operation: 'incomes.close-year', ...subject, after: { year, ...result, missing } },
      ...(note ? { reason: note } : {}),
    },
  };
}

export async function reopenYear(tx: Tx, asked: Asked & { reason: string }): Promise<Outcome<Record<string, never>>> {
  const { regionCode, year, reason } = asked;
  const { name } = await countyOf(tx, regionCode);
  await hold(tx, asked);
  const reopened = await tx.run(sql`
    update income_closings set reopened_at = now(), reopened_by = ${tx.actor.name}, reopened_why = ${reason}
    where region_code = ${regionCode} and income_year = ${year} and reopened_at is null`);
  if (reopened === 0) throw new Problem('incomes.not-closed', { name, year });
  const subject = { subjectKind: 'income-closing', subjectId: `${regionCode} ${year}`, regionCode };
  return { result: {}, audit: { operation: 'incomes.reopen-year', ...subject, reason, after: { year } } };
}
