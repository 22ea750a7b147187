// The records of a chunk, for the code that runs inside a transform.

import { isUtf8 } from 'node:buffer';
import { byteKinds, Cells, ENDS } from './bytes/cells.ts';
import type { Lent } from './bytes/lent.ts';
import type { CsvLayout } from './csv/csv-layout.ts';
import { LONGEST_CELL, parseCsv } from './csv/csv-parse.ts';
import { isNoRecord, mayBeNoRecord } from './no-record.ts';
import type { TableChunk } from './table-source.ts';

/** What a transform made of one chunk: COPY bytes per stream, and counts to add up. */
export type TransformOutput = { streams: Record<string, Lent>; counts: Record<string, number> };

/** `cells` is reused from record to record; `raw` gives the record as received (cells joined by commas where it is no CSV with commas). */
export type OnCells = (cells: Cells, line: number, raw: () => string) => void;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Calls `onRecord` for every record; answers how many rows were none, because nothing or only a sum stands in them. */
export function eachRecord(chunk: TableChunk, onRecord: OnCells): number {
  const cells = new Cells();
  let skipped = 0;
  const visit: OnCells = (of, line, raw) => {
    if (mayBeNoRecord(of) && isNoRecord(of)) skipped++;
    else onRecord(of, line, raw);
  };
  if (chunk.kind === 'csv') {
    const blank = eachCsvRecord(cells, chunk, visit);
    return skipped + blank;
  }
  for (const [i, texts] of chunk.rows.entries()) {
    cells.setTexts(texts);
    visit(cells, chunk.lines[i] ?? 0, () => joined(cells));
  }
  return skipped + chunk.blank;
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** The same text as valid UTF-8; what cannot be read becomes U+FFFD. */
function utf8Of(bytes: Uint8Array, encoding: string): Uint8Array {
  return encoding === 'utf-8' && isUtf8(bytes) ? bytes : new TextEncoder().encode(decode(bytes, encoding));
}

type CsvRecords = TableChunk & { kind: 'csv' };

/** As `parseCsv` does, over bytes; a record with a quoted cell is left to `parseCsv` itself. Answers how many lines were blank. */
function eachCsvRecord(cells: Cells, chunk: CsvRecords, onRecord: OnCells): number {
  const { encoding, firstLine, layout } = chunk;
  const bytes = utf8Of(chunk.bytes, encoding);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const separator = layout.separator.charCodeAt(0);
  if (separator > 0x7f) {
    quotedRecord(cells, buffer.toString(), firstLine, layout, onRecord);
    return 0;
  }
  const kinds = byteKinds(separator);
  const withCommas = layout.separator === ',';
  const length = bytes.length;
  let line = firstLine;
  let at = 0;
  let blank = 0;
  cells.setBytes(bytes);
  while (at < length) {
    const start = at;
    let from = at;
    let hasQuoted = false;
    cells.count = 0;
    for (;;) {
      let odd = 0;
      if (bytes[at] === QUOTE) {
        hasQuoted = true;
        at = endOfQuoted(bytes, at);
      }
      while (at < length) {
        const kind = kinds[bytes[at] as number] as number;
        if (kind === ENDS) break;
        odd |= kind;
        at++;
      }
      cells.add(from, at, odd);
      if (at >= length || bytes[at] !== separator) break;
      from = ++at;
    }
    const end = at;
    if (at < length && bytes[at] === CR) at++;
    if (at < length && bytes[at] === LF) at++;
    if (hasQuoted) {
      line += quotedRecord(cells, buffer.toString('utf8', start, at), line, layout, onRecord);
      cells.setBytes(bytes);
    } else {
      if (end > start) onRecord(cells, line, () => (withCommas ? buffer.toString('utf8', start, end) : joined(cells)));
      else blank++;
      line++;
    }
  }
  return blank;
}

/** The text of one record (of several, where a quote never closes); answers how many lines it takes. */
function quotedRecord(cells: Cells, text: string, firstLine: number, layout: CsvLayout, onRecord: OnCells): number {
  let last = firstLine;
  let lastEnd = 0;
  const withCommas = layout.separator === ',';
  parseCsv(
    text,
    firstLine,
    (texts, line, start, end) => {
      cells.setTexts(texts);
      onRecord(cells, line, () => (withCommas ? text.slice(start, end) : joined(cells)));
      last = line;
      lastEnd = end;
    },
    layout,
  );
  const breaks = text.slice(0, lastEnd).split(layout.lineEnd).length - 1;
  return Math.max(last - firstLine, breaks) + 1;
}

/** The place after the quote that closes the cell beginning at `at`; just after the first quote where none does. */
function endOfQuoted(bytes: Uint8Array, at: number): number {
  for (let i = at + 1; ; i += 2) {
    i = bytes.indexOf(QUOTE, i);
    if (i < 0 || i - at > LONGEST_CELL) return at + 1;
    if (bytes[i + 1] !== QUOTE) return i + 1;
  }
}

function joined(cells: Cells): string {
  return cells.texts().map(quoted).join(',');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
