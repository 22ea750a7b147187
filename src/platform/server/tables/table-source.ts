// The one door to a table handed in, whatever it is written in: its header, which column is which, and its records in chunks
// that remember their physical lines.
//
//   const source = await openTable(path, { file: name, columns }, signal);
//   source.positions, source.units        which cell of a record is which column, and the yuan its numbers count
//   for await (const chunk of source.chunks()) skipped += eachRecord(chunk, (cells, line, raw) => …);
//
// `copyTransformed` (copy-transformed.ts) does the last line in worker threads.

import { type HeaderMatch, matchHeaders, type NamedColumn } from '../../../kernel/match-headers.ts';
import type { Lent } from './bytes/lent.ts';
import { csvHeads, readCsvHead } from './csv/csv-head.ts';
import type { CsvLayout } from './csv/csv-layout.ts';
import { splitCsv } from './csv/csv-split.ts';
import './problems.ts';
import { recogniseTable, type TableKind } from './recognise.ts';
import { sniffTable } from './sniff.ts';
import { openWorkbook, recogniseWorkbook } from './xlsx/open-workbook.ts';

export type Encoding = 'utf-8' | 'gb18030';

/**
 * `endOffset`: bytes of the file consumed so far, for progress. `blank`: rows without content before or among these, which
 * are not among them.
 */
export type TableChunk =
  | { kind: 'csv'; bytes: Lent; encoding: Encoding; layout: CsvLayout; firstLine: number; endOffset: number }
  | { kind: 'rows'; rows: string[][]; lines: number[]; blank: number; endOffset: number };

export type WantedTable = {
  /** As it is called in sentences. */
  file: string;
  /** The header is the first of the first ten rows that holds every required one; without any, the first row. */
  columns: readonly NamedColumn[];
  /** The sheet of a workbook to look into first. */
  sheet?: string;
  /** To be looked at, not to be read in: where no row is a header, the likeliest is taken for one. */
  lenient?: boolean;
  /** Of which of these each sheet is, is all that is asked: the workbook is not read. */
  kinds?: readonly TableKind[];
};

export type TableSource = HeaderMatch & {
  format: 'csv' | 'xlsx';
  encoding: Encoding;
  /** The sheet of a workbook that is read. */
  sheet?: string;
  header: string[];
  /** Physical line on which the header begins, the first being 1. */
  headerLine: number;
  byteSize: number;
  /** The first records of a CSV file, for what has to be decided once for all of it; none of a workbook. */
  sample: string[][];
  /** The records after the header; can be gone through once. */
  chunks(): AsyncIterable<TableChunk>;
};

/**
 * Opens a CSV or XLSX file and finds its header. Throws a `tables.…` problem where it is no table or lacks a required
 * column. A workbook that was opened and is not gone through to its end waits in a worker thread until `signal` is aborted.
 */
export async function openTable(path: string, wanted: WantedTable, signal?: AbortSignal): Promise<TableSource> {
  signal?.throwIfAborted();
  const { format, encoding, bomBytes, byteSize } = await sniffTable(path);
  if (format === 'xlsx') return openXlsx(path, wanted, byteSize, signal);
  return openCsv(path, wanted, { encoding, bomBytes, byteSize }, signal);
}

/**
 * Which of the kinds a table handed in is of, a workbook sheet by sheet; empty where it is of none. Throws a `tables.…` problem where
 * it is no table.
 */
export async function recogniseFile(
  path: string,
  { file, kinds }: { file: string; kinds: readonly TableKind[] },
  signal?: AbortSignal,
): Promise<{ sheet?: string; kind: string }[]> {
  const { format, encoding, bomBytes } = await sniffTable(path);
  if (format === 'xlsx') return recogniseWorkbook(path, { file, columns: [], kinds }, signal);
  const heads = await csvHeads(path, { encoding, start: bomBytes });
  const kind = heads.map((rows) => recogniseTable(rows, kinds)).find(Boolean);
  return kind ? [{ kind }] : [];
}

type CsvFacts = { encoding: Encoding; bomBytes: number; byteSize: number };

async function openCsv(
  path: string,
  { file, columns, lenient }: WantedTable,
  { encoding, bomBytes, byteSize }: CsvFacts,
  signal?: AbortSignal,
): Promise<TableSource> {
  const head = await readCsvHead(path, { file, columns, lenient, encoding, start: bomBytes });
  const { header, line, unit, layout, bytes, nextLine, sample } = head;
  return {
    ...matchHeaders(file, header, columns, { unit, lenient }),
    format: 'csv',
    encoding,
    header,
    headerLine: line,
    byteSize,
    sample,
    async *chunks() {
      const split = splitCsv(path, { start: bomBytes + bytes, firstLine: nextLine, layout, encoding, signal });
      for await (const chunk of split) yield { kind: 'csv', ...chunk, encoding, layout };
    },
  };
}

async function openXlsx(
  path: string,
  wanted: WantedTable,
  byteSize: number,
  signal?: AbortSignal,
): Promise<TableSource> {
  const { header, line, sheet, positions, units, unknown, chunks } = await openWorkbook(path, wanted, signal);
  return {
    ...{ positions, units, unknown, sheet, header },
    format: 'xlsx',
    encoding: 'utf-8',
    headerLine: line,
    byteSize,
    sample: [],
    async *chunks() {
      for await (const chunk of chunks) yield { kind: 'rows', ...chunk, endOffset: byteSize };
    },
  };
}
