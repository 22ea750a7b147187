// The place in a list that runs by a number alone.

import { defineProblems, Problem } from './problem.ts';

defineProblems({
  'kernel.bad-cursor': { kind: 'invalid', sentence: () => '翻页的位置无效。请回到第一页。' },
});

/** The greatest number of four bytes. */
export const MOST_SHORT_ID = 2 ** 31 - 1;

/** The number of the last row seen; undefined on the first page. Throws `kernel.bad-cursor` for what no list gave out. */
export function readIdCursor(cursor: string | undefined, most = Number.MAX_SAFE_INTEGER): number | undefined {
  if (cursor === undefined) return undefined;
  const id = /^\d{1,16}$/.test(cursor) ? Number(cursor) : Number.NaN;
  if (!(id <= most)) throw new Problem('kernel.bad-cursor');
  return id;
}

export const readShortIdCursor = (cursor: string | undefined): number | undefined =>
  readIdCursor(cursor, MOST_SHORT_ID);
