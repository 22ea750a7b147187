// The place in a list that runs by a number alone.

import { MOST_SHORT_ID } from '../../../kernel/input.ts';
import { Problem } from '../../../kernel/problem.ts';
import './list-problems.ts';

/** The number of the last row seen; undefined on the first page. Throws `lists.bad-cursor` for what no list gave out. */
export function readIdCursor(cursor: string | undefined, most = Number.MAX_SAFE_INTEGER): number | undefined {
  if (cursor === undefined) return undefined;
  const id = /^\d{1,16}$/.test(cursor) ? Number(cursor) : Number.NaN;
  if (!(id <= most)) throw new Problem('lists.bad-cursor');
  return id;
}

export const readShortIdCursor = (cursor: string | undefined): number | undefined =>
  readIdCursor(cursor, MOST_SHORT_ID);
