// How a cell of a department's table is read before its type is looked at (data contract §1): blanks and invisible marks,
// full-width characters, quotation marks around it, the form ="…" that Excel users type to keep digits as text, and
// characters in another coding.

import { toUsualCharacters } from './usual-characters.ts';

const FULL_WIDTH = /[\u3000\u00a0\uff01-\uff5e]/;
const FULL_WIDTH_ALL = /[\u3000\u00a0\uff01-\uff5e]/g;
/** Control characters, joiners, marks of direction, soft hyphens, choosers of a character's form. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what has to go
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them goes by itself
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/gu;
/** What people type, or a program puts, around a number to keep it as text. */
const AROUND = /^['’‘`´′＇\s]+|['’‘`´′＇\s]+$/g;

/** Half-width form of full-width ASCII and blanks: `１２` becomes `12`. */
export function toHalfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.replace(FULL_WIDTH_ALL, (c) => {
    const code = c.charCodeAt(0);
    return code === 0x3000 || code === 0xa0 ? ' ' : String.fromCharCode(code - 0xfee0);
  });
}

/** Only ordinary characters: visible ASCII without quotes and `=`, and ideographs in their usual coding. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) continue;
    if (code <= 0x20 || code >= 0x7f || code === 0x27 || code === 0x3d || code === 0x22 || code === 0x60) return false;
  }
  return true;
}

/** The cell as it was meant: trimmed, half-width, without `'` or `="…"`. Most cells are returned untouched. */
export function normalizeCell(raw: string): string {
  if (isPlain(raw)) return raw;
  let text = toUsualCharacters(toHalfWidth(raw).replace(INVISIBLE, '')).trim();
  const formula = /^="(.*)"$/s.exec(text);
  if (formula) text = (formula[1] ?? '').replaceAll('""', '"').trim();
  return text.replace(AROUND, '');
}

const SCIENTIFIC = /^[+-]?\d(?:\.\d+)?E[+-]?\d+$/i;

/**
 * Whether a number stands in scientific notation, which is how a spreadsheet writes numbers of more than 11 digits, and how
 * the reader gives numeric cells of more than 15: its last digits are lost, whatever is put in their place. The cell has
 * been through `normalizeCell`.
 */
export function hasLostDigits(text: string): boolean {
  return text.length <= 32 && SCIENTIFIC.test(text);
}

const WIDE_LETTERS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/** Prose as it was meant: as `normalizeCell`, but full-width punctuation, which belongs to Chinese text, stays. */
export function normalizeText(raw: string): string {
  if (isPlain(raw)) return raw;
  let text = raw.replace(INVISIBLE, '').trim();
  const formula = /^="(.*)"$/s.exec(text);
  if (formula) text = (formula[1] ?? '').replaceAll('""', '"').trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  return toUsualCharacters(text).replace(WIDE_LETTERS, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** A header as it is compared: no blanks, half-width brackets. */
export function normalizeHeader(raw: string): string {
  return normalizeCell(raw)
    .replace(/\s+/g, '')
    .replace(/[【〔[{〖]/g, '(')
    .replace(/[】〕\]}〗]/g, ')')
    .replace(/^\*+|[*:]+$/g, '');
}
