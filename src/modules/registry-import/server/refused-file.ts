// The rows an import refused, as they were sent, with the reason beside them: to be mended and handed in again.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { parseCsv } from '../../../platform/server/tables/csv/csv-parse.ts';
import { csvLine } from '../../../platform/server/tables/csv/csv-write.ts';
import { type SheetToWrite, writeXlsx } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { HOUSEHOLD_COLUMNS, MEMBER_COLUMNS } from '../../households/domain/registry-columns.ts';
import { REFUSAL_WORDS } from '../domain/import-shapes.ts';
import { type Batch, findBatch } from './batches.ts';
import type { RegistryTable } from './import-inspect.ts';
import '../domain/problems.ts';

type RefusedRow = { line: number; columnName: string; value: string; reason: string; rawSealed: Buffer };

const REASON = '原因';
const SHEETS: Record<RegistryTable, { name: string; titles: string[] }> = {
  households: { name: '户', titles: Object.values(HOUSEHOLD_COLUMNS).map(({ title }) => title) },
  members: { name: '成员', titles: Object.values(MEMBER_COLUMNS).map(({ title }) => title) },
};
/** More do not fit a workbook that people mend by hand. */
const MOST_ROWS = 100_000;

/** The batch must be in the actor's area. Throws `households.import-not-found`. */
export async function getDownloadBatch(tx: Tx, id: number): Promise<Batch> {
  const batch = await findBatch(tx, id);
  if (batch?.state !== 'done') throw new Problem('households.import-not-found');
  return batch;
}

/** The file of a batch that held this table: the households' comes first, the members' last. */
function fileOf(batch: Batch, table: RegistryTable): string | undefined {
  const { householdsFile, membersFile } = batch.request;
  const both = batch.files.length > 1 || (!householdsFile && !membersFile);
  if (!both && !(table === 'households' ? householdsFile : membersFile)) return undefined;
  return table === 'households' ? batch.files[0] : batch.files.at(-1);
}

function cellsOf(keys: Keys, row: RefusedRow, header: string[]): string[] {
  const { rawSealed, columnName, value } = row;
  if (rawSealed.length === 0) return header.map((title) => (title === columnName ? value : ''));
  let cells: string[] = [];
  parseCsv(open(keys, rawSealed), row.line, (record) => {
    if (cells.length === 0) cells = record.slice();
  });
  return header.map((_, i) => cells[i] ?? '');
}

function reasonOf({ line, columnName, reason }: RefusedRow): string {
  const words = REFUSAL_WORDS[reason] ?? reason;
  return `第 ${line} 行${columnName === '' ? '' : `“${columnName}”`}：${words}`;
}

async function readRows(tx: Tx, batchId: number, file: string): Promise<RefusedRow[]> {
  return tx.rows(sql<RefusedRow>`select line, column_name, value, reason, raw_sealed from refused_rows
    where batch_id = ${batchId} and file = ${file} order by line limit ${MOST_ROWS}`);
}

type Table = { table: RegistryTable; header: string[]; rows: string[][] };

/** Sealed rows are read as the owner: the caller has shown the batch to be the actor's. */
async function readTables(db: Database, keys: Keys, batch: Batch): Promise<Table[]> {
  const tables: Table[] = [];
  for (const table of ['households', 'members'] as const) {
    const file = fileOf(batch, table);
    if (file === undefined) continue;
    const header = batch.request.headers?.[table] ?? SHEETS[table].titles;
    const refused = await db.bulkRead((tx) => readRows(tx, batch.id, file));
    tables.push({ table, header, rows: refused.map((row) => [...cellsOf(keys, row, header), reasonOf(row)]) });
  }
  return tables;
}

/** A workbook with a sheet for each table, everything as text, the reason in red. */
export async function refusedWorkbook(db: Database, keys: Keys, batch: Batch): Promise<Buffer> {
  const tables = await readTables(db, keys, batch);
  const sheets = tables.map(
    ({ table, header, rows }): SheetToWrite => ({
      name: SHEETS[table].name,
      header: [
        ...header.map((title) => ({ title, kind: 'text' as const })),
        { title: REASON, kind: 'text', width: 48 },
      ],
      rows,
      redColumns: [REASON],
    }),
  );
  return Buffer.from(await writeXlsx({ sheets }));
}

/** One table as CSV with a BOM, for what is too large for a workbook. */
export async function refusedCsv(db: Database, keys: Keys, batch: Batch, table: RegistryTable): Promise<string> {
  const found = (await readTables(db, keys, batch)).find((one) => one.table === table);
  const { header, rows } = found ?? { header: SHEETS[table].titles, rows: [] };
  return `\ufeff${[[...header, REASON], ...rows].map((cells) => csvLine(cells, { forSpreadsheets: true })).join('')}`;
}
