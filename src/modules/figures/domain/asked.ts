// Days, years and the area a figure is asked for (data contract §6).

import { addDays, addMonths, formatDate, parseDate } from '../../../kernel/plain-date.ts';
import type { RegionLevel } from '../../../kernel/region-code.ts';

/** The region whose figures stand in the text; some exist for it alone. */

/** A day and its year: what `D` and `Y` are for a figure, or for the year it is held against. */
export type On = {
  /** ISO text, counted in. */
  day: string;
  year: number;
  /** 1 January of the year. */
  first: string;
};

export type Area = { code: number; level: RegionLevel; low: number; high: number };

export function onDay(day: string): On {
  const year = Number(day.slice(0, 4));
  return { day, year, first: `${day.slice(0, 4)}-01-01` };
}

/** The whole of the year before: what P, and S₋, mean. */
export function yearBefore({ year }: On): On {
  return onDay(`${year - 1}-12-31`);
}

function monthsEarlier({ day }: On, months: number): On {
  return onDay(formatDate(addMonths(parseDate(day), -months)));
}

/** 29 February has the 28th for its same day. */
export function sameDayBefore(on: On): On {
  return monthsEarlier(on, 12);
}

export function sameDayOfLastMonth(on: On): On {
  return monthsEarlier(on, 1);
}

/** `2022-06` of a day so many months later. */
export function monthLater({ day }: On, months: number): string {
  return formatDate(addMonths(parseDate(`${day.slice(0, 7)}-01`), months)).slice(0, 7);
}

/**
 * The moment up to which something was known: the end of a day of China, or the time itself (`2022-06-08T10:00:00`). Undefined
 * where the text is neither.
 */
export function momentOf(knownBy: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?))?$/.exec(knownBy);
  if (!match || parseDate(match[1] ?? '') === 0) return undefined;
  const moment = `${match[1]}T${match[2] ?? '23:59:59.999999'}+08:00`;
  return Number.isNaN(Date.parse(moment)) ? undefined : moment;
}

/** The day itself and the ends of the months before it, oldest first; so many days. */
export function monthEnds(day: string, months: number): string[] {
  const first = parseDate(`${day.slice(0, 7)}-01`);
  const ends = Array.from({ length: months - 1 }, (_, i) => formatDate(addDays(addMonths(first, i + 2 - months), -1)));
  return [...ends, day];
}
