// Exact decimals of files as whole numbers of a smaller unit: 0.8 万元 → 800000 fen. Nothing is rounded but the residue that binary
// arithmetic of a spreadsheet leaves behind the places a number may have.

const PLAIN = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
/** Zeros or nines so far behind the last place are a residue. */
const RESIDUE = 5;

/**
 * `text` in units of 10^-places, or undefined where it is no such number: letters, too many decimals, more than a safe integer.
 * `1,234.50` is read; `1e5` is not.
 */
export function parseScaled(text: string, places: number): number | undefined {
  const plain = text.includes(',') && GROUPED.test(text) ? text.replaceAll(',', '') : text;
  const match = PLAIN.exec(plain);
  if (!match) return undefined;
  const [, sign, whole = '', given = ''] = match;
  const decimals = given.replace(/0+$/, '');
  let more = 0;
  if (decimals.length > places) {
    const rest = decimals.slice(places);
    if (rest.length < RESIDUE || !/^(0{4}|9{4})/.test(rest)) return undefined;
    more = rest.startsWith('9') ? 1 : 0;
  }
  const value = Number(whole + decimals.slice(0, places).padEnd(places, '0')) + more;
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === '-' && value !== 0 ? -value : value;
}

/** `value` in units of 10^-places as the shortest decimal: 800000, 6 → `0.8`. */
export function formatScaled(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '');
  const whole = places === 0 ? digits : digits.slice(0, -places);
  return `${value < 0 ? '-' : ''}${whole}${places > 0 && decimals !== '' ? `.${decimals}` : ''}`;
}

/** Decimal places of these units in fen. */
export const MONEY_PLACES: Readonly<Record<string, number>> = { 元: 2, 千元: 5, 万元: 6, 亿元: 10 };

const WITH_UNIT = /^(.*?)\s*(千元|万元|亿元|元)$/;

/** Fen of an amount in `unit`; a unit written in the cell itself goes before. */
export function parseMoney(text: string, unit: string): number | undefined {
  const match = WITH_UNIT.exec(text);
  return parseScaled(match?.[1] ?? text, MONEY_PLACES[match?.[2] ?? unit] ?? 2);
}
