// Records of a CSV file (RFC 4180, LF).

import { guardFormula } from '../../../kernel/guard-formula.ts';

export type CsvCell = string | number | null;

const NEEDS_QUOTES = /[",\r\n]/;

/** One record with its line end. `guardFormulas` for files that people open: see `guardFormula` of the kernel. */
export function csvLine(cells: readonly CsvCell[], options: { guardFormulas?: boolean } = {}): string {
  let line = '';
  for (const [i, cell] of cells.entries()) {
    if (i > 0) line += ',';
    const text = cell === null ? '' : String(cell);
    line += quoteCell(options.guardFormulas && typeof cell === 'string' ? guardFormula(text) : text);
  }
  // A record of one empty cell would otherwise be a blank line, which readers skip.
  return line === '' && cells.length > 0 ? '""\n' : `${line}\n`;
}

function quoteCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
