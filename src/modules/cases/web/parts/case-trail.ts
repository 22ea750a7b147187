// The list a case was opened from, so that its page leads to the one before and after it. Numbers of cases only; it lives as
// long as the window, and survives reading the page again.

import { type CaseKey, casePath } from '../../domain/addresses.ts';

const KEY = 'sw.case-trail';

export function keepTrail(rows: readonly CaseKey[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(rows.map(({ countyCode, id }) => [countyCode, id])));
}

export type Neighbours = { before: string | undefined; after: string | undefined; place: number; of: number };

/** Paths of the neighbours; undefined where the case was not opened from a list. */
export function neighboursOf({ countyCode, id }: CaseKey): Neighbours | undefined {
  const rows = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [number, number][];
  const at = rows.findIndex(([county, each]) => county === countyCode && each === id);
  if (at === -1 || rows.length < 2) return undefined;
  const pathAt = (index: number) => {
    const row = rows[index];
    return row ? casePath({ countyCode: row[0], id: row[1] }) : undefined;
  };
  return { before: pathAt(at - 1), after: pathAt(at + 1), place: at + 1, of: rows.length };
}
