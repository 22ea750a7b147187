// Records of a CSV file (RFC 4180, LF).

export type CsvCell = string | number | null;

/** Spreadsheets run a text that starts like this as a formula; the full-width forms count in Chinese editions. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
const NEGATIVE_NUMBER = /^-\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

/** One record with its line end. `guardFormulas` for files that people open: see `guardFormula`. */
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

/** Puts `'` before a text that a spreadsheet would run as a formula. Negative numbers stay as they are. */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) && !NEGATIVE_NUMBER.test(text) ? `'${text}` : text;
}

function quoteCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
