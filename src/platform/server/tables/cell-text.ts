// A workbook's cell as the text a person sees in it.

/** What a cell of a workbook holds, by its type. */
export type WorkbookValue = string | number | boolean | Date | null | undefined;

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1900, 0, 1);
const AFTER_LAST_DAY = Date.UTC(10000, 0, 1);

/** Text unchanged, numbers in plain digits, dates as yyyy-mm-dd (times of day as hh:mm:ss), TRUE or FALSE. */
export function cellText(value: WorkbookValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return '';
}

/** Spreadsheets keep 15 significant digits of a fraction: the rest is noise of binary arithmetic. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e')
    ? Number(text)
        .toFixed(20)
        .replace(/\.?0+$/, '')
    : text;
}

function dateText(value: Date): string {
  const time = value.getTime();
  // A number shown as a date that no calendar has: the spreadsheet fills the cell with #.
  if (!(time >= FIRST_DAY - DAY_MS && time < AFTER_LAST_DAY)) return '####';
  const text = new Date(Math.round(time / 1000) * 1000).toISOString();
  return time < FIRST_DAY ? text.slice(11, 19) : text.slice(0, 10);
}
