// Files of a batch: its quarantined rows as they were sent, with the reason beside them, to be mended and handed in again;
// and how each of its rows found its person.

import { PassThrough } from 'node:stream';
import { sql } from 'kysely';
import { HANDED_BACK, isKnownHeader } from '../../../kernel/match-headers.ts';
import { operation } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { parseCsv } from '../../../platform/server/tables/csv/csv-parse.ts';
import { csvLine } from '../../../platform/server/tables/csv/csv-write.ts';
import { type SheetToWrite, writeXlsx } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { batchId } from '../domain/contract.ts';
import { feedTable, namedColumns, QUARANTINE_REASONS, type QuarantineReason } from '../domain/feed-definition.ts';
import { METHOD_NAMES } from '../domain/match-method.ts';
import { trialFile } from './files/trial-files.ts';
import { getFeed } from './loading/load-batch.ts';
import { type BatchRow, getOwnBatch } from './queries.ts';

const MENDERS = ['data-officer', 'county-officer', 'region-officer'] as const;
const { meta: quarantineMeta } = operation({
  name: 'feeds.download-quarantine',
  roles: MENDERS,
  heavy: true,
  quota: 'export',
})['~orpc'];
const { meta: matchesMeta } = operation({
  name: 'feeds.download-matches',
  roles: MENDERS,
  heavy: true,
  quota: 'export',
})['~orpc'];

const BOM = '\ufeff';
const AT_ONCE = 2000;
/** As many as a spreadsheet opens. */
const MOST_ROWS = 1_000_000;
/** More do not fit a workbook that people mend by hand. */
const MOST_IN_WORKBOOK = 100_000;

type Quarantined = { line: number; columnName: string; reason: string; rawSealed: Buffer };

/** The columns of the file as received, by their place in it, without those of an earlier file that was handed back. */
function receivedColumns(batch: BatchRow): { titles: string[]; places: number[] } {
  const own: ReadonlySet<string> = new Set(Object.values(HANDED_BACK));
  const wanted = namedColumns(getFeed(batch.dataset));
  const header = batch.header ?? [];
  const places = [...header.keys()].filter((i) => !own.has(header[i] ?? '') || isKnownHeader(header[i] ?? '', wanted));
  return { titles: places.map((i) => header[i] ?? ''), places };
}

/** Cells of the header, then the file, line and reason. */
function headerOf(batch: BatchRow): string[] {
  const { titles } = receivedColumns(batch);
  const reason = titles.includes(HANDED_BACK.reason) ? HANDED_BACK.otherReason : HANDED_BACK.reason;
  return [...titles, HANDED_BACK.file, HANDED_BACK.line, reason];
}

function mendedCells(keys: Keys, batch: BatchRow, { places }: { places: number[] }, row: Quarantined): string[] {
  let cells: string[] = [];
  parseCsv(open(keys, row.rawSealed), row.line, (record) => {
    cells = record.slice();
    return false;
  });
  const words = QUARANTINE_REASONS[row.reason as QuarantineReason] ?? row.reason;
  const surplus = cells.slice((batch.header ?? []).length).filter((cell) => cell !== '');
  const more = surplus.length > 0 ? `；多出：${surplus.join('、')}` : '';
  const reason = `第 ${row.line} 行${row.columnName ? `“${row.columnName}”` : ''}：${words}${more}`;
  return [...places.map((i) => cells[i] ?? ''), batch.fileName, String(row.line), reason];
}

/** Rows to be mended, with their place and the reason. */
async function* mendedRows(tx: Tx, keys: Keys, batch: BatchRow, most: number): AsyncGenerator<string[]> {
  const columns = receivedColumns(batch);
  for (let after = 0, left = most; left > 0; ) {
    const rows = await tx.rows(sql<Quarantined>`
      select line, column_name, reason, raw_sealed from quarantined_rows
      where batch_id = ${batch.id} and line > ${after} order by line limit ${Math.min(AT_ONCE, left)}`);
    for (const row of rows) yield mendedCells(keys, batch, columns, row);
    after = rows.at(-1)?.line ?? after;
    left -= rows.length;
    if (rows.length < AT_ONCE) return;
  }
}

async function writeQuarantine(tx: Tx, keys: Keys, batch: BatchRow): Promise<string> {
  const lines = [csvLine(headerOf(batch))];
  for await (const cells of mendedRows(tx, keys, batch, MOST_ROWS))
    lines.push(csvLine(cells, { forSpreadsheets: true }));
  return BOM + lines.join('');
}

/** Everything is text: no number is cut, no formula runs, and the workbook can be handed in again as it is. */
async function writeQuarantineBook(tx: Tx, keys: Keys, batch: BatchRow): Promise<Buffer> {
  const titles = headerOf(batch);
  const reason = titles.at(-1) ?? '';
  const sheet: SheetToWrite = {
    name: '待修改',
    header: titles.map((title, i) => ({ title, kind: 'text', ...(i === titles.length - 1 ? { width: 48 } : {}) })),
    rows: mendedRows(tx, keys, batch, MOST_IN_WORKBOOK),
    redColumns: [reason],
  };
  return Buffer.from(await writeXlsx({ sheets: [sheet] }));
}

function baseName({ fileName }: BatchRow): string {
  return fileName.replace(/\.\w+$/, '');
}

/** Words for the methods, as a CASE of SQL; both sides are constants of the program. */
const METHOD_CASE = Object.entries(METHOD_NAMES)
  .map(([code, title]) => `when '${code}' then '${title}'`)
  .join(' ');

/** Line, how it was matched, and the number of the person: no name and no ID number. */
async function writeMatches(tx: Tx, batch: BatchRow): Promise<Buffer> {
  const table = `${feedTable(getFeed(batch.dataset))}_p${Math.trunc(batch.part)}`;
  const sink = new PassThrough();
  const parts: Buffer[] = [];
  sink.on('data', (part: Buffer) => parts.push(part));
  await tx.copyOut(
    `copy (select f.line as "行号", case f.method ${METHOD_CASE} end as "匹配方式", p.number as "人编号"
       from ${table} f left join persons p on p.county_code = f.county_code and p.household_id = f.household_id and p.id = f.person_id
       where f.batch_id = ${Math.trunc(batch.id)} order by f.line limit ${MOST_ROWS}) to stdout (format csv, header)`,
    sink,
  );
  return Buffer.concat([Buffer.from(BOM), ...parts]);
}

function quarantineRoute(
  kind: 'csv' | 'xlsx',
  write: (tx: Tx, keys: Keys, batch: BatchRow) => Promise<string | Buffer>,
): RawRoute {
  return rawRoute({
    meta: quarantineMeta,
    method: 'GET',
    path: `/feeds/batches/:id/quarantine.${kind}`,
    input: batchId,
    answer: ({ db, actor, services }, { id }) =>
      db.write(actor, undefined, async (tx) => {
        const batch = await getOwnBatch(tx, id);
        if (!batch.header) throw new Problem('feeds.no-header', { id });
        const body = await write(tx, services.keys, batch);
        return {
          result: { headers: downloadHeaders(`${baseName(batch)}-待修改.${kind}`, kind), body },
          audit: auditOf(quarantineMeta.name, batch),
        };
      }),
  });
}

export const feedsDownloads: RawRoute[] = [
  trialFile,
  quarantineRoute('csv', writeQuarantine),
  quarantineRoute('xlsx', writeQuarantineBook),
  rawRoute({
    meta: matchesMeta,
    method: 'GET',
    path: '/feeds/batches/:id/matches.csv',
    input: batchId,
    answer: async ({ db, actor }, { id }) => {
      const batch = await db.read(actor, (tx) => getOwnBatch(tx, id));
      if (batch.state !== 'loaded' || getFeed(batch.dataset).subject === 'village')
        throw new Problem('feeds.no-header', { id });
      // Rows that found nobody belong to no area; the batch is the caller's own, so all its rows are.
      const body = await db.bulk(actor, async (tx) => ({
        result: await writeMatches(tx, batch),
        audit: auditOf(matchesMeta.name, batch),
      }));
      return { headers: downloadHeaders(`${baseName(batch)}-匹配结果.csv`, 'csv'), body };
    },
  }),
];

function auditOf(operationName: string, { id, regionCode, fileName }: BatchRow) {
  return { operation: operationName, subjectKind: 'batch', subjectId: id, regionCode, after: { file: fileName } };
}
