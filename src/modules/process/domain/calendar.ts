// Terms in natural or working days. A working day is Monday to Friday, unless the calendar says otherwise: holidays and the
// weekends worked instead of them are set every year (handbook §2.2).

import { addDays, type PlainDate, toEpochDays } from '../../../kernel/plain-date.ts';

export const DAY_KINDS = ['natural', 'working'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** A number of days of a kind; the day from which it runs is not counted. */
export type Term = { days: number; kind: DayKind };

/** Days that are not as their weekday says: true is worked, false is free. */
export type Calendar = ReadonlyMap<PlainDate, boolean>;

export function isWorkingDay(day: PlainDate, calendar: Calendar): boolean {
  // 1970-01-01 was a Thursday: 0 is Sunday, 6 Saturday.
  const weekday = (toEpochDays(day) + 4) % 7;
  return calendar.get(day) ?? (weekday !== 0 && weekday !== 6);
}

/** Days on which a clock stood still: from the first, up to but not including the second; open while it still stands. */
export type Pause = { from: PlainDate; until: PlainDate | undefined };

function isPaused(day: PlainDate, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, until }) => day > from && (until === undefined || day <= until));
}

/** A clock that stands still for longer than this has no last day. */
const LONGEST = 4000;

/**
 * The last day of a term that runs from `from`. Days of a pause are not counted: the day it begins is, the day it ends is
 * not. Undefined while a pause is open that the term does not outrun.
 */
export function lastDay(
  from: PlainDate,
  { days, kind }: Term,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): PlainDate | undefined {
  let day = from;
  let left = days;
  for (let i = 0; left > 0 && i < LONGEST; i++) {
    day = addDays(day, 1);
    if (isPaused(day, pauses)) continue;
    if (kind === 'natural' || isWorkingDay(day, calendar)) left--;
  }
  return left > 0 ? undefined : day;
}
