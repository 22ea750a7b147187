// Rows of a register as its file has them, and how amounts are written there.

export type Sheet = { code: string; header: readonly string[]; rows: string[][] };

/** The titles of a header that is written with bars between them. */
type Titles<Header extends string> = Header extends `${infer First}|${infer Rest}` ? First | Titles<Rest> : Header;

/** A sheet that is filled by names of columns; what is not named stays empty. `header`: the titles with bars between them. */
export function openSheet<const Header extends string>(code: string, header: Header) {
  const titles = header.split('|');
  const rows: string[][] = [];
  const sheet: Sheet = { code, header: titles, rows };
  const add = (row: Partial<Record<Titles<Header>, string | number | undefined>>) => {
    rows.push(titles.map((title) => String(row[title as Titles<Header>] ?? '')));
  };
  return { sheet, add };
}

/** A sheet of rows that are there: `header` with bars between the titles, cells in that order; the last ones may be left out. */
export function tableOf(
  code: string,
  header: string,
  rows: readonly (readonly (string | number | undefined)[])[],
): Sheet {
  const titles = header.split('|');
  return { code, header: titles, rows: rows.map((cells) => titles.map((_, i) => String(cells[i] ?? ''))) };
}

/** The n-th from 0 as a number with zeros before it: 001. */
export const serial = (n: number, width = 3) => String(n + 1).padStart(width, '0');

function decimal(fen: number, places: number): string {
  const unit = 10 ** places;
  const whole = Math.trunc(Math.abs(fen) / unit);
  const rest = String(Math.abs(fen) % unit).padStart(places, '0');
  return `${fen < 0 ? '-' : ''}${whole}.${rest}`;
}

/** Fen as 万元, with all six places. */
export const inWan = (fen: number) => decimal(fen, 6);
/** Fen as 元. */
export const inYuan = (fen: number) => decimal(fen, 2);

const pad = (n: number) => String(n).padStart(2, '0');

/** A day between two days of one year, both ISO, by a share of the way. */
export function dayBetween(from: string, to: string, share: number): string {
  const start = Date.parse(from);
  const day = new Date(start + Math.floor((Date.parse(to) - start) * share));
  return `${day.getUTCFullYear()}-${pad(day.getUTCMonth() + 1)}-${pad(day.getUTCDate())}`;
}

export const later = (a: string, b: string) => (a > b ? a : b);
