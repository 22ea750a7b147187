// What one household's form hands to the next of the same kind: the meeting, the place of a notice, the document and opinion of
// a decision. Never what was found of a household: votes, categories, results.

import type { DialogKind } from '../api.ts';
import type { DetailValues } from '../types.ts';

const CARRIED: Partial<Record<DialogKind, readonly string[]>> = {
  review: ['heldOn', 'place', 'chair', 'attendees', 'minutes'],
  publish: ['from', 'place', 'phone'],
  'pass-township': ['opinion'],
  approve: ['opinion', 'documentNumber'],
  clear: ['opinion', 'documentNumber'],
  announce: ['on'],
  record: ['on'],
};

/** As long as the page lives: the next sitting begins anew. */
const kept = new Map<DialogKind, DetailValues>();

export function carriedTo(kind: DialogKind): DetailValues {
  return kept.get(kind) ?? {};
}

export function carryOn(kind: DialogKind, values: DetailValues): void {
  const names = CARRIED[kind] ?? [];
  const given = names.filter((name) => values[name] !== undefined && values[name] !== '');
  if (given.length > 0) kept.set(kind, Object.fromEntries(given.map((name) => [name, values[name]])));
}
