// Records of a CSV file (RFC 4180, LF).

import { guardCell } from '../../../../kernel/guard-formula.ts';

export type CsvCell = string | number | null;

const NEEDS_QUOTES = /[",\r\n]/;

/** One record with its line end. `forSpreadsheets` for files that people open: see `guardCell` of the kernel. */
export function csvLine(cells: readonly CsvCell[], options: { forSpreadsheets?: boolean } = {}): string {
  let line = '';
  for (const [i, cell] of cells.entries()) {
    if (i > 0) line += ',';
    const text = cell === null ? '' : String(cell);
    line += quoteCell(options.forSpreadsheets && typeof cell === 'string' ? guardCell(text) : text);
  }
  // A record of one empty cell would otherwise be a blank line, which readers skip.
  return line === '' && cells.length > 0 ? '""\n' : `${line}\n`;
}

function quoteCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
