/** Spreadsheets run a text that starts like this as a formula; the full-width forms count in Chinese editions. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
const NEGATIVE_NUMBER = /^-\d+(\.\d+)?$/;

/** Whether a spreadsheet would run the text as a formula. */
export function isFormula(text: string): boolean {
  return FORMULA_START.test(text) && !NEGATIVE_NUMBER.test(text);
}

/** More digits than a spreadsheet keeps, or so many that it shows them in scientific notation. */
const LONG_NUMBER = /^\d{12,}[Xx]?$/;

/** As `guardFormula`, and before digits that a spreadsheet would turn into a number and cut: an ID, a code, an account. */
export function guardCell(text: string): string {
  return LONG_NUMBER.test(text) ? `'${text}` : guardFormula(text);
}

/** Puts `'` before a text that a spreadsheet would run as a formula. Negative numbers stay as they are. */
export function guardFormula(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}
