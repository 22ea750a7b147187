// The export of the national system against the register: entries that are done there by now are ticked off, differences that
// nothing explains become data issues. COPY into staging, then one statement for each question; all of it one transaction, in
// which areas are checked here. Handing in the same file again changes nothing.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { allowBulkMemory } from '../../../platform/server/bulk/bulk-memory.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { TakenUpload } from '../../../platform/server/http/uploads.ts';
import type { Job } from '../../../platform/server/jobs.ts';
import { openTable } from '../../../platform/server/tables/table-source.ts';
import { copyTransformed } from '../../../platform/server/tables/transform/copy-transformed.ts';
import { CATEGORY_NAMES, CLEARING_MODE_NAMES } from '../../cases/domain/words.ts';
import { correctIssues, openIssues, restateIssues } from '../../households/server/index.ts';
import { NATIONAL_FIELD_NAMES } from '../domain/national-changes.ts';
import type { ComparisonCounts, Difference } from '../domain/national-export-contract.ts';
import { NATIONAL_COLUMNS } from '../domain/national-table.ts';
import { type NationalTransformInit, STAGED_NATIONAL, STAGED_REFUSED } from './national-transform.ts';
import '../domain/problems.ts';

const MOST_SHOWN = 200;
const TICKED_BY = '导出比对';
const SETTLED = '再次比对时与国家系统导出已一致';

/** Sound rows of the file into `national_rows`, the others into `national_refused`. Throws a `tables.…` problem. */
async function stageFile(tx: Tx, { path, name }: TakenUpload, { signal, report }: Job): Promise<void> {
  await tx.script(`
    create temp table national_rows (${STAGED_NATIONAL}) on commit drop;
    create temp table national_refused (${STAGED_REFUSED}) on commit drop;`);
  const source = await openTable(path, { file: name, columns: NATIONAL_COLUMNS }, signal);
  const { byteSize, positions } = source;
  const counts = await copyTransformed<NationalTransformInit>(tx, source, {
    module: new URL('./national-transform.ts', import.meta.url),
    init: { positions },
    targets: { rows: 'national_rows', refused: 'national_refused' },
    signal,
    onProgress: (bytes, rows) => report({ phase: 'read', bytes, byteSize, rows }),
  });
  const rows = (counts.rows ?? 0) + (counts.refused ?? 0);
  if (rows === 0) throw new Problem('national.no-rows', { file: name });
  report({ phase: 'compare', bytes: byteSize, byteSize, rows });
}

/** Rows with their household into `national_found`. A number that stands twice or is not in the register is refused. */
async function findHouseholds(tx: Tx, { low, high }: RegionRange): Promise<void> {
  await tx.script('analyze national_rows');
  await tx.run(sql`
    create temp table national_found on commit drop as
    select r.*, min(r.line) over (partition by r.number) as first_line, h.county_code, h.id as household_id, h.village_code,
      h.head_name, h.monitoring_category, h.risk_cleared
    from national_rows r left join households h on h.number = r.number and h.valid_to is null
      and h.village_code between ${sql.lit(low)} and ${sql.lit(high)}`);
  await tx.run(sql`
    with refused as (delete from national_found where line > first_line or household_id is null
      returning line, shown, first_line)
    insert into national_refused select line, '户编号', shown, case when line > first_line
      then concat('与第 ', first_line, ' 行重复') else '本区域的登记册中没有这一户' end from refused`);
  await tx.script('analyze national_found');
}

function wordsOf(column: string, words: Record<string, string>) {
  const whens = Object.entries(words).map(([code, word]) => sql`when ${sql.lit(code)} then ${sql.lit(word)}`);
  return sql`coalesce(case ${sql.ref(column)} ${sql.join(whens, sql` `)} end, '')`;
}

/** What the register and the national system say differently, field by field. What the register does not know is left out. */
async function compare(tx: Tx): Promise<void> {
  const back = sql`k.state = 'reversed'`;
  await tx.run(sql`
    create temp table national_compared on commit drop as
    with decided as (select distinct on (c.county_code, c.household_id) c.*
      from national_found r join cases c on c.county_code = r.county_code and c.household_id = r.household_id
      where c.decided_on is not null order by c.county_code, c.household_id, c.id desc)
    select r.county_code, r.household_id, r.village_code, r.number, r.head_name, r.line, f.field, f.ours, f.theirs
    from national_found r
    left join decided k on k.county_code = r.county_code and k.household_id = r.household_id
    cross join lateral (values
      ('category', ${wordsOf('r.monitoring_category', CATEGORY_NAMES)}, r.category),
      ('cleared', case when r.monitoring_category is null then '' when r.risk_cleared and ${back} is not true then '是'
        else '否' end, r.cleared),
      ('identified', to_char(k.decided_on, 'YYYYMM'), r.identified),
      ('cleared-month', case when k.id is null then null when ${back} then ''
        else coalesce(to_char(k.cleared_on, 'YYYYMM'), '') end, r.cleared_month),
      ('clearing-mode', case when k.id is null then null when ${back} then ''
        else ${wordsOf('k.clearing_mode', CLEARING_MODE_NAMES)} end, r.clearing_mode),
      ('responsible', nullif(k.responsible, ''), r.responsible)) f (field, ours, theirs)
    where f.ours <> f.theirs`);
  await tx.script('analyze national_compared');
}

/** In the order of ids, as officers who tick off by hand lock them, so that neither waits for the other in a circle. */
async function tickDone(tx: Tx, today: PlainDate): Promise<number> {
  return tx.run(sql`
    with shown as materialized (select n.county_code, n.id from national_changes n
      join national_found r on r.county_code = n.county_code and r.household_id = n.household_id
      where n.done_on is null and n.new_value = case n.field when 'category' then r.category when 'cleared' then r.cleared
        when 'identified' then r.identified when 'cleared-month' then r.cleared_month
        when 'clearing-mode' then r.clearing_mode when 'responsible' then r.responsible end
      order by n.county_code, n.id for update of n)
    update national_changes n set done_on = ${formatDate(today)}::date, done_by = ${TICKED_BY}, note = ''
    from shown s where n.county_code = s.county_code and n.id = s.id`);
}

/** Differences that stand on the list already go into a table of their own. */
async function setWaitingAside(tx: Tx): Promise<number> {
  return tx.run(sql`delete from national_compared x using national_changes n where n.county_code = x.county_code
    and n.household_id = x.household_id and n.field = x.field and n.done_on is null`);
}

/** One open issue for each household; one that was explained with the same differences stays explained. */
async function recordDifferent(tx: Tx): Promise<number> {
  const different = await tx.run(sql`
    create temp table national_different on commit drop as
    select x.county_code, x.household_id, x.village_code, min(x.line) as line,
      jsonb_agg(jsonb_build_object('field', x.field, 'ours', x.ours, 'theirs', x.theirs) order by x.field) as differences,
      string_agg(concat(${wordsOf('x.field', NATIONAL_FIELD_NAMES)}, ':本系统“', x.ours, '”,国家系统“', x.theirs, '”'), ';'
        order by x.field) as about
    from national_compared x group by 1, 2, 3`);
  await tx.script('analyze national_different');
  await restateIssues(
    tx,
    sql`select d.county_code, d.id, x.line, jsonb_build_object('differences', x.differences, 'about', x.about) as detail
      from data_issues d join national_different x on d.county_code = x.county_code and d.household_id = x.household_id
      where d.code = 'national-difference' and d.state = 'open' and d.detail -> 'differences' <> x.differences`,
  );
  await openIssues(
    tx,
    sql`select x.county_code, x.village_code, x.household_id, null::bigint, 'national-difference', 'national', null::int, x.line,
        jsonb_build_object('differences', x.differences, 'about', x.about)
      from national_different x where not exists (select from data_issues d where d.county_code = x.county_code
        and d.household_id = x.household_id and d.code = 'national-difference'
        and (d.state = 'open' or (d.state = 'explained' and d.detail -> 'differences' = x.differences)))`,
  );
  return different;
}

async function settleIssues(tx: Tx, { low, high }: RegionRange): Promise<number> {
  const gone = sql`select d.county_code, d.id from data_issues d
    where d.code = 'national-difference' and d.state = 'open' and d.village_code between ${low} and ${high}
      and exists (select from national_found x where x.county_code = d.county_code and x.household_id = d.household_id)
      and not exists (select from national_different x where x.county_code = d.county_code and x.household_id = d.household_id)`;
  return correctIssues(tx, gone, { explanation: SETTLED, closedBy: TICKED_BY });
}

async function firstDifferences(tx: Tx): Promise<Difference[]> {
  return tx.rows(sql<Difference>`
    select county_code, household_id, number as household_number, head_name, line, field, ours, theirs
    from national_compared order by line, field limit ${MOST_SHOWN}`);
}

async function countOf(tx: Tx, table: 'national_found' | 'national_refused'): Promise<number> {
  const row = await tx.first(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`);
  return row?.n ?? 0;
}

export type Compared = { counts: ComparisonCounts; differences: Difference[] };

/** Leaves the refused rows in the temporary table `national_refused`. */
export async function compareNational(tx: Tx, upload: TakenUpload, today: PlainDate, job: Job): Promise<Compared> {
  const { range } = tx.actor;
  await allowBulkMemory(tx);
  await stageFile(tx, upload, job);
  job.signal.throwIfAborted();
  await findHouseholds(tx, range);
  job.signal.throwIfAborted();
  await compare(tx);
  job.signal.throwIfAborted();
  const ticked = await tickDone(tx, today);
  const waiting = await setWaitingAside(tx);
  const different = await recordDifferent(tx);
  const settled = await settleIssues(tx, range);
  const [rows, bad] = [await countOf(tx, 'national_found'), await countOf(tx, 'national_refused')];
  job.signal.throwIfAborted();
  return { counts: { rows, ticked, waiting, different, settled, bad }, differences: await firstDifferences(tx) };
}
