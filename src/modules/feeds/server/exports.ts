// Matches and quarantine as the contract's tables.

import { sql } from 'kysely';
import { guardFormula } from '../../../kernel/guard-formula.ts';
import { hideIds } from '../../../kernel/hide-ids.ts';
import { allowBulkMemory } from '../../../platform/server/bulk/bulk-memory.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { COPIED_TEXT, CopiedCsv } from '../../../platform/server/tables/csv/copied-csv.ts';
import { parseCsv } from '../../../platform/server/tables/csv/csv-parse.ts';
import { csvLine } from '../../../platform/server/tables/csv/csv-write.ts';
import { FEEDS } from '../domain/datasets/index.ts';
import { feedTable } from '../domain/feed-definition.ts';
import { getFeed } from './loading/load-batch.ts';

type OwnPartition = { part: number; fileLiteral: string };

const HEADER = csvLine(['文件', '行号', '方式', '人编号']);

/** 文件, 行号, 方式, 人编号: one line per good row of a person feed. A decided row counts as what the contract calls ambiguous, solved. */
export async function exportMatches(tx: Tx, dataset: string, target: NodeJS.WritableStream): Promise<void> {
  const definition = getFeed(dataset);
  target.write(HEADER);
  if (definition.subject === 'village') return;
  const table = feedTable(definition);
  const own =
    await tx.rows<OwnPartition>(sql`select part, quote_literal(case when file_name ~ '^[-=+@]' then '''' else '' end || file_name) as file_literal from feed_batches
    where dataset = ${definition.code} and state = 'loaded' and part > 0 order by part`);
  // Rows come nearly in the order of persons: merging many of them costs a third of a hash table of everybody. Few are
  // looked up one by one, which planners take for dearer than it is.
  await allowBulkMemory(tx);
  await tx.script(`set local enable_hashjoin = off; set local random_page_cost = 0.1;
    set local max_parallel_workers_per_gather = 0`);
  const copy = (file: string, from: string) =>
    tx.copyOut(
      `copy (select ${file}, f.line, f.method, p.number from ${from} left join persons p on p.id = f.person_id) to stdout (${COPIED_TEXT})`,
      target,
      new CopiedCsv(),
    );
  await copy(
    `case when b.file_name ~ '^[-=+@]' then '''' else '' end || b.file_name`,
    `${table}_p0 f join feed_batches b on b.id = f.batch_id`,
  );
  // One file fills a partition: its name need not be joined.
  for (const { part, fileLiteral } of own) await copy(fileLiteral, `${table}_p${part} f`);
}

type QuarantinedRow = {
  dataset: string;
  file: string;
  line: number;
  columnName: string;
  value: string;
  reason: string;
  rawSealed: Buffer;
};

const AT_ONCE = 2000;

/** As it came: a value that may be an ID is kept in the sealed record only. */
function receivedValue(keys: Keys, { reason, value, line, rawSealed }: QuarantinedRow): string {
  if (reason === 'columns') return open(keys, rawSealed);
  if (!value.includes('*') || rawSealed.length === 0) return value;
  let received: string | undefined;
  parseCsv(open(keys, rawSealed), line, (record) => {
    received ??= record.find((cell) => hideIds(cell) === value);
  });
  return received ?? value;
}

/** 数据集, 文件, 行号, 列, 原值, 原因. A row with the wrong number of cells shows the whole record, opened here. */
export async function exportQuarantine(tx: Tx, keys: Keys, target: NodeJS.WritableStream): Promise<void> {
  target.write(csvLine(['数据集', '文件', '行号', '列', '原值', '原因']));
  await tx.script(`declare quarantined no scroll cursor for
    select b.dataset, b.file_name as file, q.line, q.column_name, q.value, q.reason, q.raw_sealed
    from quarantined_rows q join feed_batches b on b.id = q.batch_id where b.state = 'loaded'
    union all
    select 'registry', r.file, r.line, r.column_name, r.value, r.reason, r.raw_sealed from refused_rows r`);
  for (;;) {
    const rows = await tx.rows<QuarantinedRow>(sql`fetch ${sql.lit(AT_ONCE)} from quarantined`);
    const lines = rows.map((row) =>
      csvLine([
        row.dataset,
        guardFormula(row.file),
        row.line,
        row.columnName,
        guardFormula(receivedValue(keys, row)),
        row.reason,
      ]),
    );
    if (!target.write(lines.join(''))) await new Promise((resolve) => target.once('drain', resolve));
    if (rows.length < AT_ONCE) return;
  }
}

/** Household and village of every row of a batch, for what has to be looked at again. */
export function touchedByBatch(dataset: string, batchId: number, part: number): string {
  const definition = FEEDS.find((feed) => feed.code === dataset);
  if (!definition) throw new Error(`no dataset ${dataset}`);
  const table = `${feedTable(definition)}_p${Math.trunc(part)}`;
  return definition.subject === 'person'
    ? `select distinct h.id as household_id, h.village_code from ${table} f join households h on h.county_code = f.county_code and h.id = f.household_id where f.batch_id = ${Math.trunc(batchId)}`
    : `select distinct h.id as household_id, h.village_code from ${table} f left join regions s on s.code = f.village_code join households h on h.village_code = coalesce(s.successor_code, f.village_code) where f.batch_id = ${Math.trunc(batchId)}`;
}
