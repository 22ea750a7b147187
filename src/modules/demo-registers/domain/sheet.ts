// Rows of a register as its file has them, and how amounts are written there.

export type Sheet = { code: string; header: readonly string[]; rows: string[][] };

/** A sheet that is filled by names of columns; what is not named stays empty. */
export function openSheet<const Columns extends readonly string[]>(code: string, header: Columns) {
  const rows: string[][] = [];
  const sheet: Sheet = { code, header, rows };
  const add = (row: Partial<Record<Columns[number], string | number | undefined>>) => {
    rows.push(header.map((title) => String(row[title as Columns[number]] ?? '')));
  };
  return { sheet, add };
}

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
