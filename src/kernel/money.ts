// Money is integer fen everywhere inside; yuan with two decimals is a way of writing it.

/** An amount in fen (1 yuan = 100 fen). Safe as a JavaScript integer up to 90 trillion yuan. */
export type Fen = number;

const PLAIN = /^([+-]?)(\d{1,13})(?:\.(\d+))?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** Words around an amount, and the yuan of its unit. */
const AROUND = /^(?:人民币|RMB|CNY)?[¥￥]?(.*?)(千|万|亿)?(?:元|圆)?(?:人民币|整)?$/i;
const UNITS: Readonly<Record<string, number>> = { 千: 1000, 万: 10_000, 亿: 100_000_000 };
/** From so many decimals on, nobody has typed the number: a spreadsheet has computed it. */
const COMPUTED = 6;
/** What binary arithmetic leaves behind the last decimal that was meant. */
const RESIDUE = /^(?:0{4,}|9{4,})/;

/**
 * Reads `1234.5`, `1,234.50`, `-3`, `427.06元`, `4.2万元` as fen; undefined where it is no amount of yuan with at most two
 * decimals. What a spreadsheet's arithmetic leaves beyond them is rounded away: `0.10000000000002274` is ten fen. `unit`: the
 * yuan that a bare number counts, 10,000 in a column of 万元.
 */
export function parseYuan(text: string, unit = 1): Fen | undefined {
  const bare = PLAIN.test(text) ? [text, text] : AROUND.exec(text.replace(/\s+/g, ''));
  if (!bare) return undefined;
  const number = bare[1] ?? '';
  const own = bare[2] === undefined || bare[2] === text ? undefined : UNITS[bare[2]];
  const match = PLAIN.exec(number.includes(',') && GROUPED.test(number) ? number.replaceAll(',', '') : number);
  if (!match) return undefined;
  const yuan = own ?? (text.endsWith('元') || text.endsWith('圆') ? 1 : unit);
  const fen = fenOf(match[2] ?? '', match[3] ?? '', 2 + Math.round(Math.log10(yuan)));
  return fen === undefined || match[1] !== '-' || fen === 0 ? fen : -fen;
}

/** The number's first `places` decimals as whole fen, without an inexact step between. */
function fenOf(whole: string, decimals: string, places: number): Fen | undefined {
  const kept = Number(whole + decimals.slice(0, places).padEnd(places, '0'));
  if (kept > Number.MAX_SAFE_INTEGER) return undefined;
  const rest = decimals.slice(places);
  if (/^0*$/.test(rest)) return kept;
  if (decimals.length < COMPUTED || (places > 2 && !RESIDUE.test(rest))) return undefined;
  return (rest[0] ?? '0') >= '5' ? kept + 1 : kept;
}

/** Fen as yuan with two decimals and without grouping: 123450 → `1234.50`. */
export function formatYuan(fen: Fen): string {
  const abs = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}
