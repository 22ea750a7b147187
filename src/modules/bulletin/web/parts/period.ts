// The period a bulletin speaks of, as days.

import dayjs, { type Dayjs } from 'dayjs';

export type PeriodText = { from: string; to: string };

export function periodText(from: Dayjs, to: Dayjs): PeriodText {
  return { from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') };
}

export function defaultPeriod(): PeriodText {
  return periodText(dayjs().startOf('year'), dayjs());
}
