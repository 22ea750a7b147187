// Last days of what is put right outdoors: in frost nobody digs, so its days do not count (registers §16).

import { addDays, formatDate, type PlainDate, parseDate, yearOf } from '../../../kernel/plain-date.ts';

/** First and last day of the frost, each as month and day: 1101, 415. It may reach over the turn of the year. */
export type Frost = { from: number; until: number };

export type Terms = Frost & { atOnce: number; byDate: number };

const monthDay = (day: PlainDate) => day % 10_000;

export function isFrozen(day: PlainDate, { from, until }: Frost): boolean {
  const own = monthDay(day);
  return from <= until ? own >= from && own <= until : own >= from || own <= until;
}

/** The first day after the frost that a frozen day lies in. */
function thaw(day: PlainDate, { from, until }: Frost): PlainDate {
  const year = from > until && monthDay(day) >= from ? yearOf(day) + 1 : yearOf(day);
  return addDays(year * 10_000 + until, 1);
}

/** So many days after a day, those of the frost left out. */
export function lastDay(from: PlainDate, days: number, frost: Frost): PlainDate {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isFrozen(day, frost)) day = addDays(thaw(day, frost), -1);
    else left -= 1;
  }
  return day;
}

/** A day somebody set that lies in the frost, put off to its end: the ground is asked first. */
export function putOff(day: PlainDate, frost: Frost): PlainDate {
  return isFrozen(day, frost) ? thaw(day, frost) : day;
}

export type OpenIssue = { foundOn: string; rectifiedHow: string | null; rectifyBy: string | null };

/** The last day a fault may stand open, ISO: the day set for it, else what its way allows; without a way the longest. */
export function issueDue({ foundOn, rectifiedHow, rectifyBy }: OpenIssue, terms: Terms): string {
  if (rectifyBy !== null) return formatDate(putOff(parseDate(rectifyBy), terms));
  const days = rectifiedHow === 'at-once' ? terms.atOnce : terms.byDate;
  return formatDate(lastDay(parseDate(foundOn), days, terms));
}

/** The end of the last frost that is over on a day, ISO: from it on it is looked again. */
export function lastThaw(on: string, frost: Frost): string {
  const today = parseDate(on);
  const ends = [yearOf(today), yearOf(today) - 1].map((year) => year * 10_000 + frost.until);
  return formatDate(ends.find((end) => end < today) ?? today);
}
