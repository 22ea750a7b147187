// Resident identity numbers (GB 11643: 17 digits and a check character) as departments write them, and the classes by
// which a row may look for its person (data contract §4).

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
const NOISE = /[\s\-_.·]+/g;

/** The number as compared: no blanks inside, upper-case X. The cell has been through `normalizeCell`. */
export function normalizeId(text: string): string {
  if (FAST.test(text)) return text;
  return text.replace(NOISE, '').toUpperCase();
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

/** `150923********3261`: the tail is enough to tell two people of a village apart, and no more. */
export function maskId(id: string): string {
  return id.length < 8 ? '*'.repeat(id.length) : `${id.slice(0, 6)}${'*'.repeat(id.length - 10)}${id.slice(-4)}`;
}
