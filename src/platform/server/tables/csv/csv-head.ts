// The beginning of a CSV file: what divides its cells and lines, and where its header ends.

import { open } from 'node:fs/promises';
import type { NamedColumn } from '../../../../kernel/match-headers.ts';
import { Problem } from '../../../../kernel/problem.ts';
import {
  type FoundHeader,
  findHeader,
  HEAD_ROWS,
  type HeadRow,
  likeliestHeader,
  type NearMiss,
  nearestHeader,
} from '../find-header.ts';
import type { Encoding } from '../table-source.ts';
import { type CsvLayout, SEPARATORS } from './csv-layout.ts';
import { parseCsv } from './csv-parse.ts';
import '../problems.ts';

const HEAD_BYTES = 256 * 1024;
const SAMPLE_ROWS = 200;

export type CsvHead = FoundHeader & {
  layout: CsvLayout;
  /** Where the first record after the header begins, from the start of the text, and its physical line. */
  bytes: number;
  nextLine: number;
  /** The first records, for what is decided once for the whole file. */
  sample: string[][];
};

type Row = HeadRow & { end: number };
type Facts = {
  file: string;
  columns: readonly NamedColumn[];
  lenient?: boolean | undefined;
  encoding: Encoding;
  start: number;
};

/** Throws `tables.empty`, `tables.no-header` or `tables.missing-columns`. */
export async function readCsvHead(path: string, { file, columns, lenient, encoding, start }: Facts): Promise<CsvHead> {
  const bytes = await readHead(path, start);
  const text = new TextDecoder(encoding).decode(bytes);
  const lineEnd = lineEndOf(text);
  const told = /^"?sep=([^\r\n])"?[\r\n]/i.exec(text)?.[1];
  const separators = told === undefined ? orderOf(text, columns) : [told];
  let nearest: (NearMiss & { separator: string; rows: Row[] }) | undefined;
  for (const separator of separators) {
    const layout: CsvLayout = { separator, lineEnd, width: 0 };
    const rows = firstRows(text, layout, told !== undefined);
    if (rows.length === 0) throw emptyOr(bytes);
    const found = findHeader(file, rows, columns);
    if (found) return headOf({ bytes, text, layout, rows }, found);
    const miss = nearestHeader(file, rows, columns);
    if (miss && (!nearest || miss.missing.length < nearest.missing.length)) nearest = { ...miss, separator, rows };
  }
  const likeliest = lenient && nearest ? likeliestHeader(file, nearest.rows, columns) : undefined;
  if (!nearest || !likeliest) throw missing(file, nearest);
  const { separator, rows } = nearest;
  return headOf({ bytes, text, layout: { separator, lineEnd, width: 0 }, rows }, likeliest);
}

/** The first rows by each separator they may be divided by, where nobody knows yet what the table holds. */
export async function csvHeads(path: string, { encoding, start }: Pick<Facts, 'encoding' | 'start'>) {
  const text = new TextDecoder(encoding).decode(await readHead(path, start));
  const told = /^"?sep=([^\r\n])"?[\r\n]/i.exec(text)?.[1];
  const lineEnd = lineEndOf(text);
  const separators = told === undefined ? SEPARATORS : [told];
  return separators.map((separator): HeadRow[] =>
    firstRows(text, { separator, lineEnd, width: 0 }, told !== undefined),
  );
}

type Read = { bytes: Buffer; text: string; layout: CsvLayout; rows: Row[] };

function headOf({ bytes, text, layout, rows }: Read, found: FoundHeader): CsvHead {
  const last = rows[found.at];
  if (!last) throw new Error('a header outside of its rows');
  const sample = sampleAfter(text.slice(last.end), layout);
  return { ...found, ...endOf(bytes, text, last, layout, found.header.length), sample };
}

async function readHead(path: string, start: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function emptyOr(bytes: Buffer): Problem {
  return bytes.length === HEAD_BYTES
    ? new Problem('tables.no-header', { kb: HEAD_BYTES >> 10 })
    : new Problem('tables.empty');
}

/** CR where lines end with nothing else: files of old systems. */
function lineEndOf(text: string): CsvLayout['lineEnd'] {
  const feeds = text.split('\n').length - 1;
  const returns = text.split('\r').length - text.split('\r\n').length;
  return returns > feeds ? '\r' : '\n';
}

/** Where nobody says which columns are wanted, the separator that makes most cells of the first row comes first. */
function orderOf(text: string, columns: readonly NamedColumn[]): readonly string[] {
  if (columns.length > 0) return SEPARATORS;
  const first = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  return SEPARATORS.toSorted((a, b) => first.split(b).length - first.split(a).length);
}

function firstRows(text: string, layout: CsvLayout, hasDirective: boolean): Row[] {
  const rows: Row[] = [];
  parseCsv(
    text,
    1,
    (cells, line, _start, end) => {
      if (hasDirective && line === 1) return;
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells: cells.slice(), line, end });
      if (rows.length === HEAD_ROWS) return false;
    },
    layout,
  );
  return rows;
}

function sampleAfter(text: string, layout: CsvLayout): string[][] {
  const rows: string[][] = [];
  parseCsv(text, 1, (cells) => rows.push(cells.slice()) < SAMPLE_ROWS, layout);
  return rows;
}

/** Bytes are counted by line ends, whose byte is never part of a character, in neither encoding. */
function endOf(bytes: Buffer, text: string, { end }: Row, layout: CsvLayout, width: number) {
  const lines = text.slice(0, end).split(layout.lineEnd).length;
  let at = 0;
  for (let line = 0; line < lines; line++) {
    const next = bytes.indexOf(layout.lineEnd, at);
    if (next < 0) return { layout: { ...layout, width }, bytes: bytes.length, nextLine: lines + 1 };
    at = next + 1;
  }
  return { layout: { ...layout, width }, bytes: at, nextLine: lines + 1 };
}

function missing(file: string, nearest: NearMiss | undefined): Problem {
  const where = !nearest
    ? ''
    : nearest.cells === 1
      ? '文件每行只有一列：列之间须用逗号（也认制表符、分号、竖线）分开。'
      : `表头在前 10 行中找过，最接近的是第 ${nearest.line} 行。`;
  return new Problem('tables.missing-columns', { file, columns: (nearest?.missing ?? []).join('、'), where });
}
