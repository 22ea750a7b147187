// The inside of the worker that reads a workbook: a reader's fault or a hostile file takes down this thread and no more.
// It waits, asleep, while the other side has chunks enough, so a slow database does not fill the memory with rows.

import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { streamXlsxRows } from 'hucre/xlsx';
import { cellText, type WorkbookValue } from './cell-text.ts';
import type { XlsxLimits, XlsxMessage } from './xlsx-read.ts';
import { checkZipEntry, DamagedArchive, readZipDirectory, type ZipEntry } from './zip-directory.ts';

type Asked = { path: string; gate: SharedArrayBuffer; limits: XlsxLimits; sheet?: string };
const { path, gate, limits, sheet } = workerData as Asked;
const taken = new Int32Array(gate);

const CHUNK_ROWS = 5_000;
const CHUNK_CELLS = 200_000;
const AHEAD = 3;

class Refusal extends Error {
  readonly code: string;
  readonly details: Record<string, string | number>;

  constructor(code: string, details: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

function refuseBombs(entries: ZipEntry[], byteSize: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limits.unpackedBytes) throw new Refusal('tables.inflates-too-much');
  if (unpacked > limits.ratioFromBytes && unpacked > byteSize * limits.ratio)
    throw new Refusal('tables.inflates-too-much');
}

/** The parts the reader may open; an empty one is never right and would escape the reader's own limit. */
async function checkParts(bytes: Buffer, entries: ZipEntry[]): Promise<void> {
  if (!entries.some(({ name }) => name === '[Content_Types].xml'))
    throw new Refusal('tables.not-a-table', { found: '压缩包' });
  if (!entries.some(({ name }) => /^xl\//i.test(name)))
    throw new Refusal('tables.not-a-table', { found: ' Word 文档、幻灯片或其他文件' });
  for (const entry of entries) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    if (entry.unpacked === 0) throw new DamagedArchive(`${entry.name} is empty`);
    await checkZipEntry(bytes, entry);
  }
}

/** Cells as text, without the empty ones at the end. */
function rowTexts(values: readonly WorkbookValue[]): string[] {
  let width = values.length;
  while (width > 0 && cellText(values[width - 1]) === '') width--;
  const texts = new Array<string>(width);
  for (let i = 0; i < width; i++) texts[i] = cellText(values[i]);
  return texts;
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

/** Of the sheet asked for; where there is none of that name, or nothing on it, of the first. */
async function* rowsOf(bytes: Buffer) {
  let found = false;
  if (sheet !== undefined)
    for await (const row of streamXlsxRows(bytes, { sheet })) {
      found = true;
      yield row;
    }
  if (!found) yield* streamXlsxRows(bytes);
}

async function readSheet(bytes: Buffer): Promise<void> {
  let rows: string[][] = [];
  let lines: number[] = [];
  let cells = 0;
  let count = 0;
  for await (const row of rowsOf(bytes)) {
    const line = row.index + 1;
    if (!Number.isSafeInteger(line) || line < 1) throw new DamagedArchive('row without a number');
    const texts = rowTexts(row.values as readonly WorkbookValue[]);
    if (texts.length === 0) continue;
    count++;
    if (count > limits.rows || line > limits.rows)
      throw new Refusal('tables.too-large', { what: '行数', limit: `${limits.rows} 行` });
    rows.push(texts);
    lines.push(line);
    cells += texts.length;
    if (rows.length < CHUNK_ROWS && cells < CHUNK_CELLS) continue;
    send({ kind: 'rows', rows, lines });
    rows = [];
    lines = [];
    cells = 0;
  }
  if (rows.length > 0) send({ kind: 'rows', rows, lines });
}

try {
  const bytes = await readFile(path);
  const entries = readZipDirectory(bytes);
  refuseBombs(entries, bytes.length);
  await checkParts(bytes, entries);
  await readSheet(bytes);
  parentPort?.postMessage({ kind: 'end' } satisfies XlsxMessage);
} catch (error) {
  // Whatever the reader stumbles over is in the file: it is handed nothing else.
  const message: XlsxMessage =
    error instanceof Refusal
      ? { kind: 'refused', code: error.code, details: error.details, cause: '' }
      : { kind: 'refused', code: 'tables.damaged', details: {}, cause: String(error) };
  parentPort?.postMessage(message);
}
