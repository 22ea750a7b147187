// The common forms of numbers and days read straight from bytes. Whatever is not of the one common form gives NaN or 0, and
// the caller reads it the careful way, from a string.

import { dateOf, type PlainDate } from '../../../../kernel/plain-date.ts';

const ZERO = 48;
const DASH = 45;
const DOT = 46;
const LETTER_E = 101;

/** A whole number of up to 15 digits; NaN for anything else. */
export function readDigits(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 15) return Number.NaN;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a number may stand there that a spreadsheet has cut: `1.50923E+17`, `2E+17`. */
export function mayBeScientific(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 3) return false;
  const second = bytes[start + 1] as number;
  return second === DOT || (second | 32) === LETTER_E || (bytes[start] as number) < ZERO;
}

/** `1234`, `1234.5`, `-1234.50` as fen; NaN for anything else. */
export function readYuan(bytes: Uint8Array, start: number, end: number): number {
  const from = bytes[start] === DASH ? start + 1 : start;
  let point = end;
  if (end - from > 3 && bytes[end - 3] === DOT) point = end - 3;
  else if (end - from > 2 && bytes[end - 2] === DOT) point = end - 2;
  if (point - from > 12) return Number.NaN;
  const yuan = readDigits(bytes, from, point);
  const after = end - point - 1;
  const cents = after <= 0 ? 0 : readDigits(bytes, point + 1, end) * (after === 1 ? 10 : 1);
  const fen = yuan * 100 + cents;
  return from > start && fen !== 0 ? -fen : fen;
}

/** `2022-05-03` as yyyymmdd; 0 for anything else. */
export function readDay(bytes: Uint8Array, start: number, end: number): PlainDate {
  if (end - start !== 10 || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return 0;
  const year = readDigits(bytes, start, start + 4);
  const month = readDigits(bytes, start + 5, start + 7);
  const day = readDigits(bytes, start + 8, end);
  return year > 0 && month > 0 && day > 0 ? dateOf(year, month, day) : 0;
}

const WEIGHTS = Uint8Array.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
/** `10X98765432`. */
const CHECK = Uint8Array.of(49, 48, 88, 57, 56, 55, 54, 53, 52, 51, 50);

/** The birth date of a sound ID number that stands in these bytes (right check character, real date); 0 for anything else. */
export function birthOfSoundId(bytes: Uint8Array, start: number, end: number): PlainDate {
  if (end - start !== 18) return 0;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const digit = (bytes[start + i] as number) - ZERO;
    if (digit < 0 || digit > 9) return 0;
    sum += digit * (WEIGHTS[i] as number);
  }
  if (bytes[start + 17] !== CHECK[sum % 11]) return 0;
  const day = readDigits(bytes, start + 6, start + 14);
  return dateOf(Math.floor(day / 10000), Math.floor(day / 100) % 100, day % 100);
}

/** A big-endian integer of four bytes. */
export function readInt4(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}

/** A big-endian integer of eight bytes, as far as a number holds it. */
export function readInt8(bytes: Uint8Array, at: number): number {
  return readInt4(bytes, at) * 4294967296 + (readInt4(bytes, at + 4) >>> 0);
}
