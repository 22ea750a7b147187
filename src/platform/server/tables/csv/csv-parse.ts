// RFC 4180 on a string that ends at a record border. Fast for the common case (no quotes) and lenient for the rest: text
// after a closing quote is kept, a quote inside an unquoted cell or one that never closes is a character like any other.

import { MOST_CELLS } from '../bytes/cells.ts';
import { COMMAS, type CsvLayout } from './csv-layout.ts';

/** Answers false to stop; anything else goes on. */
export type OnRecord = (cells: string[], line: number, start: number, end: number) => unknown;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A quoted cell longer than this has lost its closing quote. */
export const LONGEST_CELL = 64 * 1024;

/**
 * Calls `onRecord` for every record with its cells, the physical line it starts on, and its range in `text`. The array of
 * cells is reused from call to call, and bounded as `MOST_CELLS` says. Lines without any character are counted and skipped.
 */
export function parseCsv(text: string, firstLine: number, onRecord: OnRecord, layout: CsvLayout = COMMAS): void {
  const cells: string[] = [];
  const separator = layout.separator.charCodeAt(0);
  let at = 0;
  let line = firstLine;
  while (at < text.length) {
    const start = at;
    const startLine = line;
    const record = readRecord(text, at, layout, separator, cells);
    at = record.end;
    line += record.breaks + 1;
    if (record.breaks > 0 && hasSwallowed(text.slice(start, at), layout)) {
      at = readLine(text, start, separator, cells);
      line = startLine + 1;
    }
    const end = at;
    if (text.charCodeAt(at) === CR) at++;
    if (text.charCodeAt(at) === LF) at++;
    if (end > start && onRecord(cells, startLine, start, end) === false) return;
  }
}

function keep(cells: string[], cell: string): void {
  if (cells.length <= MOST_CELLS) cells.push(cell);
  else if (cell !== '' && cells[MOST_CELLS]?.trim() === '') cells[MOST_CELLS] = cell;
}

/** The cells of the record at `at`, where it ends, and the line breaks inside it. */
function readRecord(text: string, at: number, layout: CsvLayout, separator: number, cells: string[]) {
  cells.length = 0;
  let breaks = 0;
  let end = at;
  for (;;) {
    if (text.charCodeAt(end) === QUOTE) {
      const cell = quotedCell(text, end, layout, separator);
      keep(cells, cell.value);
      breaks += cell.breaks;
      end = cell.next;
    } else {
      const from = end;
      end = endOfPlain(text, from, separator);
      keep(cells, text.slice(from, end));
    }
    if (end >= text.length || text.charCodeAt(end) !== separator) return { end, breaks };
    end++;
  }
}

/** The cells of one physical line whose quotes are characters like any other; answers where it ends. */
function readLine(text: string, at: number, separator: number, cells: string[]): number {
  cells.length = 0;
  let from = at;
  for (;;) {
    const end = endOfPlain(text, from, separator);
    const cell = text.slice(from, end);
    // A quote that was never closed is no part of what was meant.
    keep(cells, cell.startsWith('"') && !cell.endsWith('"') ? cell.slice(1) : cell);
    if (end >= text.length || text.charCodeAt(end) !== separator) return end;
    from = end + 1;
  }
}

/**
 * Whether a record of several lines is several records, of which the first has a quote too many: all its lines, or one in
 * the middle, have by themselves as many cells as the header. Text of a cell hardly ever has.
 */
function hasSwallowed(record: string, layout: CsvLayout): boolean {
  const { width, lineEnd } = layout;
  if (width < 2) return false;
  const cells: string[] = [];
  const separator = layout.separator.charCodeAt(0);
  const isWhole = record.split(lineEnd).map((line) => {
    readRecord(line.replace(/[\r\n]+$/, ''), 0, layout, separator, cells);
    return cells.length === width;
  });
  return isWhole.every(Boolean) || isWhole.slice(1, -1).some(Boolean);
}

type QuotedCell = { value: string; next: number; breaks: number };

/** The cell that starts with a quote at `at`: its text, the place after it, and the line breaks inside. */
function quotedCell(text: string, at: number, { lineEnd }: CsvLayout, separator: number): QuotedCell {
  let value = '';
  let from = at + 1;
  let closed: number;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote - at > LONGEST_CELL) return unclosedCell(text, at, separator);
    if (text.charCodeAt(quote + 1) === QUOTE) {
      value += text.slice(from, quote + 1);
      from = quote + 2;
      continue;
    }
    value += text.slice(from, quote);
    closed = quote + 1;
    break;
  }
  const next = endOfPlain(text, closed, separator);
  let breaks = 0;
  for (let i = text.indexOf(lineEnd, at); i >= 0 && i < closed; i = text.indexOf(lineEnd, i + 1)) breaks++;
  return { value: value + text.slice(closed, next), next, breaks };
}

/** A cell whose quote never closes: the quote is a character like any other and the record ends with its line. */
function unclosedCell(text: string, at: number, separator: number): QuotedCell {
  const next = endOfPlain(text, at, separator);
  return { value: text.slice(at, next), next, breaks: 0 };
}

/** The place of the next separator or line end at or after `from`. */
function endOfPlain(text: string, from: number, separator: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) break;
    at++;
  }
  return at;
}
