// The one clock of deadlines: tests move it. Days are days in Beijing, where the offices are.

import { type PlainDate, parseDate } from '../../kernel/plain-date.ts';

export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day there at this moment, yyyymmdd. */
export function dayOn(clock: Clock): PlainDate {
  return parseDate(DAY.format(clock()));
}
