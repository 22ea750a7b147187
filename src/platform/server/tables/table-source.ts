// A table handed in, whatever it is written in: its header, and its records in chunks that remember their lines.

import { open } from 'node:fs/promises';
import { Problem } from '../../../kernel/problem.ts';
import { parseCsv } from './csv-parse.ts';
import { splitCsv } from './csv-split.ts';
import './problems.ts';
import { sniffTable } from './sniff.ts';
import { readXlsx } from './xlsx-read.ts';

export type Encoding = 'utf-8' | 'gb18030';

/** `endOffset`: bytes of the file consumed so far, for progress. */
export type TableChunk =
  | { kind: 'csv'; bytes: Uint8Array; encoding: Encoding; firstLine: number; endOffset: number }
  | { kind: 'rows'; rows: string[][]; lines: number[]; endOffset: number };

export type TableSource = {
  format: 'csv' | 'xlsx';
  encoding: Encoding;
  header: string[];
  headerLine: number;
  byteSize: number;
  /** The records after the header; can be gone through once. */
  chunks(): AsyncIterable<TableChunk>;
};

const HEADER_BYTES = 256 * 1024;

/**
 * Opens a CSV or XLSX file and reads its header. Throws a `tables.…` problem where it is no table. Of a workbook the sheet of the
 * name `sheet`, where it has one, else the first.
 */
export async function openTable(path: string, signal?: AbortSignal, sheet?: string): Promise<TableSource> {
  const { format, encoding, bomBytes, byteSize } = await sniffTable(path);
  return format === 'xlsx'
    ? openXlsx(path, byteSize, signal, sheet)
    : openCsv(path, { encoding, bomBytes, byteSize }, signal);
}

type CsvFacts = { encoding: Encoding; bomBytes: number; byteSize: number };

async function openCsv(path: string, facts: CsvFacts, signal?: AbortSignal): Promise<TableSource> {
  const { encoding, bomBytes, byteSize } = facts;
  const head = await readHead(path, bomBytes);
  const found = firstRecord(head, encoding);
  if (!found && head.length === HEADER_BYTES) throw new Problem('tables.no-header', { kb: HEADER_BYTES >> 10 });
  if (!found) throw new Problem('tables.empty', {});
  return {
    format: 'csv',
    encoding,
    header: found.cells,
    headerLine: found.line,
    byteSize,
    async *chunks() {
      const split = splitCsv(path, { start: bomBytes + found.bytes, firstLine: found.nextLine, signal });
      for await (const { bytes, firstLine, endOffset } of split)
        yield { kind: 'csv', bytes, encoding, firstLine, endOffset };
    },
  };
}

async function readHead(path: string, start: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const buffer = new Uint8Array(HEADER_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEADER_BYTES, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

type Header = { cells: string[]; line: number; nextLine: number; bytes: number };

/** The first line with anything on it. A header does not hold line breaks, so lines can be looked at one by one. */
function firstRecord(head: Uint8Array, encoding: Encoding): Header | undefined {
  let from = 0;
  for (let line = 1; from < head.length; line++) {
    const feed = head.indexOf(10, from);
    const end = feed < 0 ? head.length : feed + 1;
    const text = new TextDecoder(encoding).decode(head.subarray(from, end));
    let cells: string[] = [];
    parseCsv(text, line, (record) => {
      cells = record.slice();
    });
    if (cells.some((cell) => cell.trim() !== '')) return { cells, line, nextLine: line + 1, bytes: end };
    from = end;
  }
  return undefined;
}

async function openXlsx(path: string, byteSize: number, signal?: AbortSignal, sheet?: string): Promise<TableSource> {
  const iterator = readXlsx(path, signal, undefined, sheet)[Symbol.asyncIterator]();
  const first = await iterator.next();
  const header = first.done ? undefined : first.value.rows[0];
  if (first.done || !header) throw new Problem('tables.empty', {});
  const rest = { rows: first.value.rows.slice(1), lines: first.value.lines.slice(1) };
  return {
    format: 'xlsx',
    encoding: 'utf-8',
    header,
    headerLine: first.value.lines[0] ?? 1,
    byteSize,
    async *chunks() {
      if (rest.rows.length > 0) yield { kind: 'rows', ...rest, endOffset: 0 };
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield { kind: 'rows', ...next.value, endOffset: byteSize };
    },
  };
}
