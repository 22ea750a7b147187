// The export of the national system against the register: entries that are done there by now are ticked off, differences that
// nothing explains become data issues. Set-based after reading; handing in the same file again changes nothing.

import { sql } from 'kysely';
import type * as z from 'zod';
import { matchHeaders } from '../../../kernel/match-headers.ts';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { TakenUpload } from '../../../platform/server/http/uploads.ts';
import { eachRecord } from '../../../platform/server/tables/each-record.ts';
import { openTable } from '../../../platform/server/tables/table-source.ts';
import type { comparisonResult } from '../domain/national-contract.ts';
import { type BadRow, NATIONAL_COLUMNS, type NationalRow, readNationalRow } from '../domain/national-table.ts';
import { CATEGORY_NAMES, CLEARING_MODE_NAMES } from '../domain/words.ts';

export type ComparisonResult = z.output<typeof comparisonResult>;

const ROWS_AT_ONCE = 2000;
const MOST_SHOWN = 200;
const TICKED_BY = '国家系统导出比对';
const SETTLED = '再次比对时与国家系统导出已一致';

class BadRows {
  count = 0;
  readonly shown: BadRow[] = [];

  add(row: BadRow): void {
    this.count++;
    if (this.shown.length < MOST_SHOWN) this.shown.push(row);
  }
}

async function stage(tx: Tx, rows: readonly NationalRow[]): Promise<void> {
  await tx.run(sql`insert into national_rows (number, line, given)
    select r.number, r.line, r.given from unnest(${rows.map(({ number }) => number)}::text[],
      ${rows.map(({ line }) => line)}::int[], ${rows.map(({ values }) => JSON.stringify(values))}::jsonb[])
      r (number, line, given)`);
}

/** Sound rows of the file into `national_rows`. Throws a `tables.…` problem where it is no such table. */
async function readFile(tx: Tx, { path, name }: TakenUpload, bad: BadRows): Promise<void> {
  const stop = new AbortController();
  try {
    const source = await openTable(path, stop.signal);
    const { positions } = matchHeaders(name, source.header, NATIONAL_COLUMNS);
    let rows: NationalRow[] = [];
    for await (const chunk of source.chunks()) {
      eachRecord(chunk, (cells, line) => {
        const row = readNationalRow(cells.texts(), positions, line);
        if (row && 'reason' in row) bad.add(row);
        else if (row) rows.push(row);
      });
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await stage(tx, rows.slice(at, at + ROWS_AT_ONCE));
      rows = [];
    }
  } finally {
    stop.abort();
  }
}

type Refused = { number: string; line: number; firstLine: number };

/** A number that stands twice, or that is not in the register of this area. Such rows are taken out. */
async function refuseRows(tx: Tx, bad: BadRows): Promise<void> {
  const repeated = await tx.rows(sql<Refused>`
    delete from national_rows r using (select number, min(line) as first_line from national_rows group by 1) f
    where r.number = f.number and r.line > f.first_line returning r.number, r.line, f.first_line`);
  for (const { number, line, firstLine } of repeated.sort((a, b) => a.line - b.line))
    bad.add({ line, column: '户编号', value: number, reason: `与第 ${firstLine} 行重复` });
  const unknown = await tx.rows(sql<Refused>`
    delete from national_rows r where not exists (select from households h where h.number = r.number and h.valid_to is null)
    returning r.number, r.line, 0 as first_line`);
  for (const { number, line } of unknown.sort((a, b) => a.line - b.line))
    bad.add({ line, column: '户编号', value: number, reason: '本区域的登记册中没有这一户' });
}

function wordsOf(column: string, words: Record<string, string>) {
  const whens = Object.entries(words).map(([code, word]) => sql`when ${sql.lit(code)} then ${sql.lit(word)}`);
  return sql`coalesce(case ${sql.ref(column)} ${sql.join(whens, sql` `)} end, '')`;
}

/** Field by field what the register says and what the national system says. What the register does not know is left out. */
async function compare(tx: Tx): Promise<void> {
  const back = sql`k.state = 'reversed'`;
  await tx.run(sql`
    create temp table national_compared on commit drop as
    select h.county_code, h.id as household_id, h.village_code, h.number, h.head_name, r.line, f.field, f.ours,
      r.given ->> f.field as theirs
    from national_rows r join households h on h.number = r.number and h.valid_to is null
    left join lateral (select c.* from cases c where c.county_code = h.county_code and c.household_id = h.id
      and c.decided_on is not null order by c.id desc limit 1) k on true
    cross join lateral (values
      ('category', ${wordsOf('h.monitoring_category', CATEGORY_NAMES)}),
      ('cleared', case when h.monitoring_category is null then '' when h.risk_cleared and ${back} is not true then '是'
        else '否' end),
      ('identified', to_char(k.decided_on, 'YYYYMM')),
      ('cleared-month', case when k.id is null then null when ${back} then ''
        else coalesce(to_char(k.cleared_on, 'YYYYMM'), '') end),
      ('clearing-mode', case when k.id is null then null when ${back} then ''
        else ${wordsOf('k.clearing_mode', CLEARING_MODE_NAMES)} end),
      ('responsible', nullif(k.responsible, ''))) f (field, ours)
    where r.given ? f.field and f.ours is not null`);
}

async function tickDone(tx: Tx, today: PlainDate): Promise<number> {
  return tx.run(sql`update national_changes n
    set done_on = ${formatDate(today)}::date, done_by = ${TICKED_BY}, note = ''
    from national_compared x where n.county_code = x.county_code and n.household_id = x.household_id
      and n.field = x.field and n.done_on is null and n.new_value = x.theirs`);
}

const IS_WAITING = sql`exists (select from national_changes n where n.county_code = x.county_code
  and n.household_id = x.household_id and n.field = x.field and n.done_on is null)`;

async function countWaiting(tx: Tx): Promise<number> {
  const row = await tx.first(sql<{ n: number }>`
    select count(*)::int as n from national_compared x where x.ours <> x.theirs and ${IS_WAITING}`);
  return row?.n ?? 0;
}

/** One open issue for each household; one that was explained with the same differences stays explained. */
async function openIssues(tx: Tx): Promise<number> {
  await tx.run(sql`
    create temp table national_different on commit drop as
    select x.county_code, x.household_id, x.village_code, min(x.line) as line,
      jsonb_agg(jsonb_build_object('field', x.field, 'ours', x.ours, 'theirs', x.theirs) order by x.field) as differences
    from national_compared x where x.ours <> x.theirs and not ${IS_WAITING}
    group by 1, 2, 3`);
  await tx.run(sql`update data_issues d set detail = jsonb_build_object('differences', x.differences), line = x.line
    from national_different x where d.county_code = x.county_code and d.household_id = x.household_id
      and d.code = 'national-difference' and d.state = 'open' and d.detail -> 'differences' <> x.differences`);
  await tx.run(sql`
    insert into data_issues (county_code, village_code, household_id, code, dataset, line, detail)
    select x.county_code, x.village_code, x.household_id, 'national-difference', 'national', x.line,
      jsonb_build_object('differences', x.differences)
    from national_different x where not exists (select from data_issues d where d.county_code = x.county_code
      and d.household_id = x.household_id and d.code = 'national-difference'
      and (d.state = 'open' or (d.state = 'explained' and d.detail -> 'differences' = x.differences)))`);
  const row = await tx.first(sql<{ n: number }>`select count(*)::int as n from national_different`);
  return row?.n ?? 0;
}

async function settleIssues(tx: Tx): Promise<number> {
  const closing = JSON.stringify({ explanation: SETTLED, closedBy: TICKED_BY });
  return tx.run(sql`update data_issues d set state = 'corrected', closed_at = now(), detail = d.detail || ${closing}::jsonb
    where d.code = 'national-difference' and d.state = 'open'
      and exists (select from national_compared x where x.county_code = d.county_code and x.household_id = d.household_id)
      and not exists (select from national_different x where x.county_code = d.county_code and x.household_id = d.household_id)`);
}

async function listDifferences(tx: Tx): Promise<ComparisonResult['differences']> {
  return tx.rows(sql<ComparisonResult['differences'][number]>`
    select x.county_code, x.household_id, x.number as household_number, x.head_name, x.line, x.field, x.ours, x.theirs
    from national_compared x where x.ours <> x.theirs and not ${IS_WAITING}
    order by x.line, x.field limit ${MOST_SHOWN}`);
}

export async function compareNational(
  tx: Tx,
  upload: TakenUpload,
  today: PlainDate,
): Promise<Outcome<ComparisonResult>> {
  await tx.script('create temp table national_rows (number text, line int, given jsonb) on commit drop');
  const bad = new BadRows();
  await readFile(tx, upload, bad);
  await refuseRows(tx, bad);
  await compare(tx);
  const ticked = await tickDone(tx, today);
  const waiting = await countWaiting(tx);
  const different = await openIssues(tx);
  const settled = await settleIssues(tx);
  const counted = await tx.first(sql<{ n: number }>`select count(*)::int as n from national_rows`);
  const counts = { rows: counted?.n ?? 0, ticked, waiting, different, settled, bad: bad.count };
  const audit = {
    operation: 'monitoring.compare-national',
    subjectKind: 'file',
    subjectId: upload.sha256.slice(0, 16),
    regionCode: tx.actor.areaCode,
    after: { file: upload.name, ...counts },
  };
  return { result: { ...counts, badRows: bad.shown, differences: await listDifferences(tx) }, audit };
}
