// Terms of registers that fall due: who is told when (domain/registers §0.3 G9, unverified: the days stand here until an office says
// otherwise). Three days before, the level that has to act; when the day is over, that level and the one above; a week later the next.

import { addDays, formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { DUE_LEVELS, type DueLevel, type DueRow } from '../../../kernel/register/due.ts';

export type Telling = { kind: 'due' | 'overdue' | 'escalated'; level: DueLevel; placeCode: number };

export const DAYS_BEFORE = 3;
export const DAYS_UNTIL_NEXT = 7;

function levelAbove(holder: DueLevel, steps: number): DueLevel | undefined {
  return DUE_LEVELS[DUE_LEVELS.indexOf(holder) + steps];
}

/** What is to be told on `day`, of everything that came up since the round of `last`. A day that was missed is made up for. */
export function tellingsOf(rows: readonly DueRow[], holder: DueLevel, day: PlainDate, last: PlainDate): Telling[] {
  const cameUp = (on: PlainDate) => on > last && on <= day;
  return rows.flatMap(({ placeCode, dueOn }): Telling[] => {
    const due = parseDate(dueOn);
    const told: [boolean, Telling['kind'], DueLevel | undefined][] = [
      [cameUp(addDays(due, -DAYS_BEFORE)), 'due', holder],
      [cameUp(addDays(due, 1)), 'overdue', holder],
      [cameUp(addDays(due, 1)), 'escalated', levelAbove(holder, 1)],
      [cameUp(addDays(due, DAYS_UNTIL_NEXT)), 'escalated', levelAbove(holder, 2)],
    ];
    return told.flatMap(([isTold, kind, level]) => (isTold && level ? [{ kind, level, placeCode }] : []));
  });
}

/** `3 个项目的开工期限 2022-06-04 到期` and so on; `what` is a term such as 项目开工. */
export function dueText(kind: Telling['kind'], count: number, what: string, unit: string, day: PlainDate): string {
  const counted = `${count} ${unit}`;
  if (kind === 'due') return `${what}：${counted}将于 ${formatDate(addDays(day, DAYS_BEFORE))} 到期，须由本级办理。`;
  if (kind === 'overdue') return `${what}：${counted}超过期限，须由本级尽快办理。`;
  return `${what}：${counted}下级逾期未办，已上提到本级督办。`;
}
