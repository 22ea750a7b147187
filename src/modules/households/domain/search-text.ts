// What somebody typed into a search for households: a whole ID, its tail, a number, a name, pinyin, or name and tail.

import { normalizeCell } from '../../../kernel/cell.ts';
import { classifyId, idOfCertificate, normalizeId } from '../../../kernel/id-number.ts';
import { latinLetters, normalizeName } from '../../../kernel/person-name.ts';

export type SearchText =
  | { kind: 'id'; id: string }
  | { kind: 'tail'; tail: string }
  | { kind: 'name-tail'; name: string; tail: string }
  | { kind: 'number'; number: string }
  | { kind: 'pinyin'; letters: string }
  | { kind: 'name'; name: string }
  | { kind: 'nothing' };

const TAIL = /^\d{3,5}[\dX]$/;
/** As screens and papers show it: 150923********2799. */
const MASKED = /\d{3,6}\*{3,}(?=\d{3}[\dX])/;
const NAME_TAIL = /^([^\dA-Z]+?)\s*(\d{3,5}[\dX])$/;

/** Four to six digits are the tail of an ID; longer rows of digits that are no ID are a household's or person's number. */
export function readSearchText(text: string): SearchText {
  const typed = normalizeCell(text).toUpperCase().replace(MASKED, '');
  const id = idOfCertificate(normalizeId(typed));
  if (classifyId(id) === 'sound') return { kind: 'id', id };
  if (TAIL.test(typed)) return { kind: 'tail', tail: typed };
  if (/^\d[\dX-]{6,}$/.test(typed)) return { kind: 'number', number: typed };
  const both = NAME_TAIL.exec(typed);
  if (both?.[1] && both[2]) return { kind: 'name-tail', name: normalizeName(both[1].trim()), tail: both[2] };
  const letters = latinLetters(typed);
  if (letters !== undefined) return { kind: 'pinyin', letters };
  const name = normalizeName(normalizeCell(text));
  return name === '' ? { kind: 'nothing' } : { kind: 'name', name };
}
