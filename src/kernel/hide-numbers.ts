// Officers type numbers into free text: an ID into the minutes, a bank account into a finding. On paper they are masked,
// whatever field they came from.

import { maskId } from './id-number.ts';

/** Digits as they are typed, also full-width, with blanks, dots or hyphens between them; an ID may end in X. */
const DIGIT = '[0-9\\uff10-\\uff19]';
const BETWEEN = '[ \\u00a0\\u3000\\-\\u2010-\\u2015\\uff0d_.\\uff0e\\u00b7]';
const NUMBER = new RegExp(`${DIGIT}(?:${BETWEEN}?${DIGIT}){6,29}(?:${BETWEEN}?[xX\\uff38\\uff58])?`, 'gu');

function halfWidth(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9X]/g, '');
}

/** 2022-06-01 and 20220601 are days. */
function isDay(text: string): boolean {
  return /^(19|20)\d{2}[-.]?(0[1-9]|1[0-2])[-.]?(0[1-9]|[12]\d|3[01])$/.test(text);
}

/** Two days in one run of characters, such as `2022.06.01-2022.06.30`. */
function isPeriod(text: string): boolean {
  const middle = text.length % 2 === 1 ? (text.length - 1) / 2 : -1;
  return middle > 0 && isDay(text.slice(0, middle)) && isDay(text.slice(middle + 1));
}

/** `138****1234`; short numbers keep their last two digits only, very short ones nothing. */
export function maskPhone(phone: string): string {
  const characters = [...phone];
  const { length } = characters;
  if (length >= 11)
    return `${characters.slice(0, 3).join('')}${'*'.repeat(length - 7)}${characters.slice(-4).join('')}`;
  const kept = length > 4 ? 2 : 0;
  return `${'*'.repeat(length - kept)}${characters.slice(length - kept).join('')}`;
}

function hide(found: string): string {
  if (isDay(found) || isPeriod(found)) return found;
  const digits = halfWidth(found);
  if (digits.length === 15 || digits.length === 17 || digits.length === 18) return maskId(digits);
  if (digits.length >= 12) return `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`;
  return maskPhone(digits);
}

/** Masks ID numbers, phones and accounts in a text; the number in `keep` stays, such as that of the household. */
export function hideNumbers(text: string, keep = ''): string {
  if (keep === '') return text.replace(NUMBER, hide);
  return text
    .split(keep)
    .map((part) => part.replace(NUMBER, hide))
    .join(keep);
}
