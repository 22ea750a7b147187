// The days a screening looks at, all from its as-of date (data contract §5).

import { addDays, addMonths, firstOfMonth, formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';

/** Window of recent events, in days, both ends included. */
export const WINDOW_DAYS = 90;

export type ScreeningDates = {
  asOf: string;
  windowStart: string;
  /** Settlements after this day count. */
  yearAgo: string;
  month: string;
  previousMonth: string;
  year: number;
  /** The year in which the school year of the as-of date began. */
  schoolYear: number;
};

export function screeningDates(asOf: PlainDate): ScreeningDates {
  const month = firstOfMonth(asOf);
  const year = yearOf(asOf);
  return {
    asOf: formatDate(asOf),
    windowStart: formatDate(addDays(asOf, 1 - WINDOW_DAYS)),
    yearAgo: formatDate(addMonths(asOf, -12)),
    month: formatDate(month),
    previousMonth: formatDate(addMonths(month, -1)),
    year,
    schoolYear: asOf % 10000 >= 901 ? year : year - 1,
  };
}
