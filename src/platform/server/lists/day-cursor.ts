// The place in a list that runs by a day and an id: `2022-05-31.42`.

import { parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import './list-problems.ts';

const CURSOR = /^(\d{4}-\d{2}-\d{2})\.(\d{1,16})$/;

/** Throws `lists.bad-cursor`. */
export function readDayCursor(cursor: string): { day: string; id: string } {
  const [, day, id] = CURSOR.exec(cursor) ?? [];
  if (day === undefined || id === undefined || parseDate(day) === 0) throw new Problem('lists.bad-cursor');
  return { day, id };
}
