// The inside of the worker that reads a workbook: a reader's fault or a hostile file takes down this thread and no more.
// It waits, asleep, while the other side has chunks enough, so a slow database does not fill the memory with rows.

import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../../../kernel/problem.ts';
import { findHeader, HEAD_ROWS, type HeadRow, likeliestHeader, nearestHeader } from '../find-header.ts';
import { recogniseTable, type TableKind } from '../recognise.ts';
import type { WantedTable } from '../table-source.ts';
import type { XlsxLimits, XlsxMessage } from './open-workbook.ts';
import { readSharedStrings, TooManyStrings } from './shared-strings.ts';
import { type CellContext, readRows, type SheetRow, SheetTooLarge } from './sheet-rows.ts';
import { findWorkbook, readStyles, readWorkbook, type Sheet, type Workbook } from './workbook-parts.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { TooMuchUnpacked, ZipParts } from './zip-parts.ts';
import '../problems.ts';

export type XlsxTask = {
  path: string;
  byteSize: number;
  wanted: WantedTable;
  gate: SharedArrayBuffer;
  limits: XlsxLimits;
};

const { path, byteSize, wanted, gate, limits } = workerData as XlsxTask;
const taken = new Int32Array(gate);

const CHUNK_ROWS = 5_000;
const CHUNK_CELLS = 200_000;
const CHUNK_CHARACTERS = 4_000_000;
const AHEAD = 3;
/** Rows without content among the first ones that are kept, only to be counted. */
const MOST_BLANK = 1000;

function refuseBombs(entries: ZipEntry[]): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limits.unpackedBytes) throw new Problem('tables.inflates-too-much');
  if (unpacked > limits.ratioFromBytes && unpacked > byteSize * limits.ratio)
    throw new Problem('tables.inflates-too-much');
}

/** What the archive is, where it is no workbook that can be read. */
function otherThan(names: readonly string[]): Problem {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/(?:^|\/)workbook\.bin$/)) return new Problem('tables.binary-workbook');
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return new Problem('tables.open-document');
  if (has(/\.iwa$/)) return new Problem('tables.not-a-table', { found: ' Numbers 表格' });
  if (has(/^\[content_types\]\.xml$/))
    return new Problem('tables.not-a-table', { found: ' Word 文档、幻灯片或其他文件' });
  return new Problem('tables.not-a-table', { found: '压缩包' });
}

let sent = 0;

function send(message: XlsxMessage): void {
  parentPort?.postMessage(message);
  sent++;
  for (;;) {
    const seen = Atomics.load(taken, 0);
    if (sent - seen < AHEAD) return;
    Atomics.wait(taken, 0, seen);
  }
}

/** Rows after the header, on their way out. Cells beyond its last one say only that there are some. */
class RowsOut {
  readonly #width: number;
  #rows: string[][] = [];
  #lines: number[] = [];
  #cells = 0;
  #characters = 0;
  #blank = 0;
  /** Rows without content that may be the last ones: what comes after all records is no gap in them. */
  #pending = 0;

  constructor(width: number) {
    this.#width = width;
  }

  add({ cells, line }: SheetRow): void {
    if (cells.length === 0) {
      this.#pending++;
      return;
    }
    this.#blank += this.#pending;
    this.#pending = 0;
    const kept = cells.length > this.#width ? this.#cut(cells) : cells;
    this.#rows.push(kept);
    this.#lines.push(line);
    this.#cells += kept.length;
    for (const cell of kept) this.#characters += cell.length;
    const isFull = this.#cells >= CHUNK_CELLS || this.#characters >= CHUNK_CHARACTERS;
    if (isFull || this.#rows.length >= CHUNK_ROWS) this.flush();
  }

  flush(): void {
    if (this.#rows.length === 0) return;
    send({ kind: 'rows', rows: this.#rows, lines: this.#lines, blank: this.#blank });
    this.#rows = [];
    this.#lines = [];
    this.#cells = 0;
    this.#characters = 0;
    this.#blank = 0;
  }

  #cut(cells: string[]): string[] {
    const more = cells.slice(this.#width).find((cell) => cell.trim() !== '');
    return [...cells.slice(0, this.#width), ...(more === undefined ? [] : [more])];
  }
}

type Looked = { sheet: string; line: number; missing: string[]; width: number };

/** Sends the sheet's header and rows, where it has that header; else answers how near it comes, or nothing if it is empty. */
async function trySheet(
  parts: ZipParts,
  sheet: Sheet,
  context: CellContext,
  find: typeof findHeader | typeof likeliestHeader = findHeader,
): Promise<Looked | 'sent' | undefined> {
  let head: SheetRow[] = [];
  let filled = 0;
  let out: RowsOut | undefined;
  const begin = (): RowsOut | undefined => {
    const rows: HeadRow[] = head.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    const found = rows.length === 0 ? undefined : find(wanted.file, rows, wanted.columns);
    if (!found) return undefined;
    const { header, line, unit, at } = found;
    send({ kind: 'header', header, line, unit, sheet: sheet.name });
    const started = new RowsOut(header.length);
    const last = head.findIndex((row) => row.line === rows[at]?.line);
    for (const row of head.slice(last + 1)) started.add(row);
    head = [];
    return started;
  };
  for await (const rows of readRows(parts, sheet.part, context, limits))
    for (const row of rows) {
      if (out) {
        out.add(row);
        continue;
      }
      if (row.cells.length > 0) filled++;
      else if (head.length > MOST_BLANK) continue;
      head.push(row);
      if (filled < HEAD_ROWS) continue;
      out = begin();
      if (!out) return lookedAt(sheet, head);
    }
  out ??= begin();
  if (!out) return filled === 0 ? undefined : lookedAt(sheet, head);
  out.flush();
  return 'sent';
}

function lookedAt({ name }: Sheet, head: readonly HeadRow[]): Looked {
  const rows = head.filter(({ cells }) => cells.length > 0);
  const { line = 1, missing = [] } = nearestHeader(wanted.file, rows, wanted.columns) ?? {};
  return { sheet: name, line, missing, width: Math.max(0, ...rows.map(({ cells }) => cells.length)) };
}

function inOrder({ sheets }: Workbook): Sheet[] {
  const first = sheets.filter(({ name }) => name === wanted.sheet);
  return [...first, ...sheets.filter((sheet) => !first.includes(sheet))];
}

async function readSheets(parts: ZipParts, workbook: Workbook): Promise<void> {
  const strings = workbook.sharedStrings && (await readSharedStrings(parts, workbook.sharedStrings, limits));
  const context: CellContext = {
    strings: strings || undefined,
    styles: workbook.styles ? await readStyles(parts, workbook.styles) : [],
    is1904: workbook.is1904,
  };
  if (wanted.kinds) {
    send({ kind: 'recognised', sheets: await recogniseSheets(parts, workbook, context, wanted.kinds) });
    return;
  }
  const looked: Looked[] = [];
  for (const sheet of inOrder(workbook)) {
    const outcome = await trySheet(parts, sheet, context);
    if (outcome === 'sent') return;
    if (outcome) looked.push(outcome);
  }
  const likeliest = wanted.lenient ? workbook.sheets.find(({ name }) => name === nearestOf(looked)?.sheet) : undefined;
  if (!likeliest || (await trySheet(parts, likeliest, context, likeliestHeader)) !== 'sent')
    throw nothingFound(looked, workbook);
}

async function recogniseSheets(
  parts: ZipParts,
  { sheets }: Workbook,
  context: CellContext,
  kinds: readonly TableKind[],
): Promise<{ sheet: string; kind: string }[]> {
  const found: { sheet: string; kind: string }[] = [];
  for (const { name, part } of sheets) {
    const head: HeadRow[] = [];
    for await (const rows of readRows(parts, part, context, limits)) {
      head.push(...rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')));
      if (head.length >= HEAD_ROWS) break;
    }
    const kind = recogniseTable(head.slice(0, HEAD_ROWS), kinds);
    if (kind) found.push({ sheet: name, kind });
  }
  return found;
}

/** Of sheets that come equally near, the one with most columns. */
function nearestOf(looked: readonly Looked[]): Looked | undefined {
  return looked.toSorted((a, b) => a.missing.length - b.missing.length || b.width - a.width)[0];
}

function nothingFound(looked: Looked[], { others }: Workbook): Problem {
  const best = nearestOf(looked);
  if (!best)
    return others.length > 0
      ? new Problem('tables.no-sheet', { sheets: others.join('”、“') })
      : new Problem('tables.empty');
  const where = `表头在${looked.map(({ sheet }) => `“${sheet}”`).join('、')}各表的前 10 行中找过，最接近的是“${best.sheet}”第 ${best.line} 行。`;
  return new Problem('tables.missing-columns', { file: wanted.file, columns: best.missing.join('、'), where });
}

async function readWorkbookFile(): Promise<void> {
  const file = await open(path, 'r');
  try {
    const entries = await readZipDirectory(file, byteSize);
    refuseBombs(entries);
    const parts = new ZipParts(file, entries, limits.unpackedBytes);
    const part = await findWorkbook(parts);
    if (part === undefined) throw otherThan([...parts.names]);
    await readSheets(parts, await readWorkbook(parts, part));
  } finally {
    await file.close();
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Problem) return { code: error.code, details: error.details, cause: '' };
  if (error instanceof TooMuchUnpacked) return { code: 'tables.inflates-too-much', details: {}, cause: '' };
  const what =
    error instanceof TooManyStrings
      ? { what: '文字内容', limit: `${limits.strings} 条、${limits.stringBytes >> 20} MB` }
      : error instanceof SheetTooLarge && error.what === 'rows'
        ? { what: '行数', limit: `${limits.rows} 行` }
        : error instanceof SheetTooLarge
          ? { what: '单元格', limit: `${limits.cells} 个` }
          : undefined;
  if (what) return { code: 'tables.too-large', details: what, cause: '' };
  // Whatever else the reader stumbles over is in the file: it is handed nothing else.
  return { code: 'tables.damaged', details: {}, cause: String(error) };
}

type Refusal = Omit<XlsxMessage & { kind: 'refused' }, 'kind'>;

try {
  await readWorkbookFile();
  parentPort?.postMessage({ kind: 'end' } satisfies XlsxMessage);
} catch (error) {
  parentPort?.postMessage({ kind: 'refused', ...refusalOf(error) } satisfies XlsxMessage);
}
