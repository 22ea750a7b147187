// How a number stands: against its plan, against last year and against last week. Of shares the difference is told in points.

import { addDays, formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { monthEnds, onDay, sameDayBefore } from '../../figures/domain/asked.ts';

/** Units in which a change is a difference of points, and no growth. */
const POINTS: ReadonlySet<string> = new Set(['%', '百分点', '断言']);

export type Change = {
  /** In the figure's unit; of shares in points. */
  by: number;
  /** Percent of what it was; absent of shares, and where there was nothing. */
  percent?: number;
};

const rounded = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;

export function changeOf(now: number | undefined, then: number | undefined, unit: string): Change | undefined {
  if (now === undefined || then === undefined) return undefined;
  const by = rounded(now - then, 6);
  return POINTS.has(unit) || then === 0 ? { by } : { by, percent: rounded(((now - then) / Math.abs(then)) * 100, 1) };
}

/** Percent of the plan that is done; nothing without a plan. */
export function shareDone(now: number | undefined, plan: number | undefined): number | undefined {
  return now === undefined || plan === undefined || plan <= 0 ? undefined : rounded((now / plan) * 100, 1);
}

/** `+1.2`, `-3`, `0`; what is so small that it is not seen in the digits shown is 0. */
export function signed(value: number, digits = 2): string {
  const short = rounded(value, digits);
  return short > 0 ? `+${short}` : String(short === 0 ? 0 : short);
}

export function changeText(change: Change | undefined, unit: string): string {
  if (!change) return '';
  if (POINTS.has(unit)) return `${signed(change.by)} 个百分点`;
  return change.percent === undefined ? `${signed(change.by)} ${unit}` : `${signed(change.percent, 1)}%`;
}

const MONTHS = 12;

/** The days a board asks for: itself, a week and a year before, and the ends of the months whose line is drawn. */
export function daysOf(day: string): { week: string; year: string; trend: string[] } {
  return {
    week: formatDate(addDays(parseDate(day), -7)),
    year: sameDayBefore(onDay(day)).day,
    trend: monthEnds(day, MONTHS),
  };
}

export type Placed = { code: number; name: string; number?: number | undefined };

/** The most first; equal ones share a place, and who has no number has none. */
export function ranked<Region extends Placed>(regions: readonly Region[]): (Region & { place?: number })[] {
  const sorted = [...regions].sort((a, b) => (b.number ?? -Infinity) - (a.number ?? -Infinity) || a.code - b.code);
  let place = 0;
  return sorted.map((region, i) => {
    if (region.number === undefined) return region;
    if (region.number !== sorted[i - 1]?.number) place = i + 1;
    return { ...region, place };
  });
}
