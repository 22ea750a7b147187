// Resident identity numbers (GB 11643: 17 digits and a check character) as departments write them, and the classes by
// which a row may look for its person (data contract §4).

import { hasLostDigits, normalizeCell } from './cell.ts';
import { dateOf, type PlainDate } from './plain-date.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/**
 * - `sound`: 18 characters, right check character, a real date in 7–14.
 * - `readable`: 18 characters, a real date in 7–14, a digit at 17, but not sound.
 * - `damaged`: 17 characters, or 18 that are not readable: only an edit can find it.
 * - `hopeless`: everything else.
 * Eighteen characters that are not readable are both searched by edit (step 2) and treated as hopeless in step 4.
 */
export type IdClass = 'sound' | 'readable' | 'damaged' | 'hopeless';

const FAST = /^[0-9X]+$/;
const NOISE = /[\s\-_.·“”"]+/g;

/**
 * The number as compared: no blanks inside, upper-case X. Of a number whose last digits a spreadsheet has lost nothing is
 * left: it could only name somebody else. The cell has been through `normalizeCell`.
 */
export function normalizeId(text: string): string {
  if (FAST.test(text)) return text;
  if (hasLostDigits(text)) return '';
  return text.replace(NOISE, '').toUpperCase();
}

/**
 * Whether a column of IDs has been through a spreadsheet that kept 15 digits of them and wrote zeros for the others: one in a
 * thousand ends like this by itself, so two different ones are enough where hardly any other stands beside them.
 */
export function arePadded(ids: readonly string[]): boolean {
  const long = new Set(ids.map((id) => normalizeId(normalizeCell(id))).filter((id) => id.length >= 18));
  const padded = [...long].filter(isPadded).length;
  return padded >= 2 && padded >= long.size * 0.8;
}

/** Whether the last three of a long number are zeros. */
export function isPadded(id: string): boolean {
  return id.length >= 18 && id.endsWith('000');
}

/** A disability certificate (20 or 22 characters) starts with the ID; of 19 or 21 one is missing, so 17 are safe. */
export function idOfCertificate(text: string): string {
  const n = text.length;
  if (n === 20 || n === 22) return text.slice(0, 18);
  if (n === 19 || n === 21) return text.slice(0, 17);
  return text;
}

export function hasRightCheck(id: string): boolean {
  if (id.length !== 18) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const digit = id.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return false;
    sum += digit * (WEIGHTS[i] ?? 0);
  }
  return id[17] === CHECK[sum % 11];
}

/** The check character for the first 17 digits. */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0);
  return CHECK[sum % 11] ?? '';
}

/** The real birth date in characters 7–14 of an 18-character number, else 0. */
export function birthOf(id: string): PlainDate {
  if (id.length !== 18) return 0;
  let value = 0;
  for (let i = 6; i < 14; i++) {
    const digit = id.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return 0;
    value = value * 10 + digit;
  }
  return dateOf(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
}

/** 1 male, 2 female, 0 unknown: by the 17th character. */
export function sexOf(id: string): 0 | 1 | 2 {
  const digit = id.length === 18 ? id.charCodeAt(16) - 48 : -1;
  if (digit < 0 || digit > 9) return 0;
  return digit % 2 === 1 ? 1 : 2;
}

export function classifyId(id: string): IdClass {
  if (id.length === 17) return 'damaged';
  if (id.length !== 18) return 'hopeless';
  if (birthOf(id) === 0) return 'damaged';
  if (hasRightCheck(id)) return 'sound';
  return sexOf(id) === 0 ? 'damaged' : 'readable';
}

/** Of all 18 places: with them a right number adds up to a multiple of 11, its check character counting as the place in `CHECK`. */
const ALL_WEIGHTS = [...WEIGHTS, 10];
/** Their inverses modulo 11. */
const INVERSES = ALL_WEIGHTS.map((weight) => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((n) => (n * weight) % 11 === 1) ?? 0);

/** What the character at `at` adds if it stands at `place`; NaN where it cannot. */
function weighed(id: string, at: number, place: number): number {
  const value = place === 17 ? CHECK.indexOf(id[at] as string) : id.charCodeAt(at) - 48;
  return value >= 0 && value <= (place === 17 ? 10 : 9) ? value * (ALL_WEIGHTS[place] as number) : Number.NaN;
}

/** Right numbers by one character put in (of 17) or replaced (of 18): for each place the check leaves one. */
function completions(id: string): string[] {
  const lacks = 18 - id.length;
  const rest = new Float64Array(19);
  for (let i = id.length - 1; i >= 0; i--) rest[i] = (rest[i + 1] as number) + weighed(id, i, i + lacks);
  const found: string[] = [];
  let before = 0;
  for (let place = 0; place < 18; place++) {
    const others = before + (rest[place + 1 - lacks] as number);
    const value = ((11 - (others % 11)) * (INVERSES[place] as number)) % 11;
    const character = place === 17 ? CHECK[value] : value < 10 ? value : undefined;
    if (character !== undefined) found.push(id.slice(0, place) + character + id.slice(place + 1 - lacks));
    before += weighed(id, place, place);
  }
  return found;
}

/** Right numbers by two neighbours swapped, of 18 characters. */
function swaps(id: string): string[] {
  const swapped = (i: number) => id.slice(0, i) + id[i + 1] + id[i] + id.slice(i + 2);
  let sum = 0;
  for (let i = 0; i < 18; i++) sum += weighed(id, i, i);
  const found = [swapped(16)].filter(hasRightCheck);
  for (let i = 0; i < 16; i++) {
    const more = (id.charCodeAt(i + 1) - id.charCodeAt(i)) * ((WEIGHTS[i] as number) - (WEIGHTS[i + 1] as number));
    if ((sum + more) % 11 === 0) found.push(swapped(i));
  }
  return found;
}

/**
 * Every sound number that one edit makes of a damaged one of 17 or 18 characters, each once: one character changed, two
 * neighbours swapped, or the missing one put in (data contract §4, step 2).
 */
export function repairsOf(id: string): string[] {
  if (id.length !== 17 && id.length !== 18) return [];
  const right = id.length === 18 ? [...completions(id), ...swaps(id)] : completions(id);
  // The same digit put in before and after its like is one number.
  return right.filter((repair, i) => repair !== right[i - 1] && birthOf(repair) > 0);
}

/** An ID shows its place and its tail, anything shorter (a passport, a birth date in the wrong column) a fifth and a quarter. */
function shownOf(length: number): { head: number; tail: number } {
  if (length >= 17) return { head: 6, tail: 4 };
  return length < 6 ? { head: 0, tail: 0 } : { head: Math.floor(length / 5), tail: Math.floor(length / 4) };
}

/**
 * `150923********3261`: the tail is enough to tell two people of a village apart, and no more. Whatever stands in the column, half
 * of it or seven characters are hidden.
 */
export function maskId(id: string): string {
  const characters = [...id];
  const { head, tail } = shownOf(characters.length);
  const hidden = characters.length - head - tail;
  return `${characters.slice(0, head).join('')}${'*'.repeat(hidden)}${characters.slice(head + hidden).join('')}`;
}

/** Equal, or one character changed, or two neighbours swapped, or one character missing in either. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === b.length) {
    let i = 0;
    while (a[i] === b[i]) i++;
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return short.slice(i) === long.slice(i + 1);
}
