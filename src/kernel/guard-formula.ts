/** Spreadsheets run a text that starts like this as a formula; the full-width forms count in Chinese editions. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
const NEGATIVE_NUMBER = /^-\d+(\.\d+)?$/;

/** Whether a spreadsheet would run the text as a formula. */
export function isFormula(text: string): boolean {
  return FORMULA_START.test(text) && !NEGATIVE_NUMBER.test(text);
}

/** Puts `'` before a text that a spreadsheet would run as a formula. Negative numbers stay as they are. */
export function guardFormula(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}
