// Money is integer fen everywhere inside; yuan with two decimals is a way of writing it.

/** An amount in fen (1 yuan = 100 fen). Safe as a JavaScript integer up to 90 trillion yuan. */
export type Fen = number;

const PLAIN = /^([+-]?)(\d{1,13})(?:\.(\d{1,2})0*)?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Reads `1234.5`, `1,234.50`, `-3` as fen; undefined where it is no amount of yuan with at most two decimals. */
export function parseYuan(text: string): Fen | undefined {
  const plain = text.includes(',') && GROUPED.test(text) ? text.replaceAll(',', '') : text;
  const match = PLAIN.exec(plain);
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const cents = fraction.length === 0 ? 0 : fraction.length === 1 ? Number(fraction) * 10 : Number(fraction);
  const fen = Number(match[2]) * 100 + cents;
  return match[1] === '-' && fen !== 0 ? -fen : fen;
}

/** Fen as yuan with two decimals and without grouping: 123450 → `1234.50`. */
export function formatYuan(fen: Fen): string {
  const abs = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}
