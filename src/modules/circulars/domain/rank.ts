// From counts and targets to a ranking: rates exact, equal rates share a place, who has no target has none.

import { answerOf, type Totals } from '../../figures/domain/answer.ts';
import { onDay, sameDayBefore, sameDayOfLastMonth } from '../../figures/domain/asked.ts';
import { findFigure } from '../../figures/domain/definitions/index.ts';
import { ALL_SETTERS, CIRCULAR_KINDS, SETTER_KEYS, type Setter } from './kinds.ts';

export type CountedRegion = {
  regionCode: number;
  name: string;
  value: number;
  monthBefore: number;
  yearBefore: number;
  targets: Partial<Record<Setter, number>>;
};

/** What stands in a circular of a region, as texts that are printed; `ranks` of the counties only. */
export type CircularRow = CountedRegion & {
  rates: Partial<Record<Setter, string>>;
  ranks: Partial<Record<Setter, number>>;
  /** Against the same day of last year. */
  growth: string;
  /** 2022-09, 已完成, or nothing where the pace does not reach it within the year. */
  forecast: string;
  /** Behind the months of the year that are over. */
  lags: boolean;
};

/** How rate, growth and forecast are made of counts and printed is the same whatever is counted. */
const ARITHMETIC = CIRCULAR_KINDS.employment;

function shownOf(id: string, parts: Readonly<Record<string, number>>, day: string): string {
  const definition = findFigure(id);
  if (!definition) throw new Error(`a circular names the figure ${id}, which is none`);
  const totals: Totals = new Map(Object.entries(parts).map(([part, n]) => [part, { n: BigInt(Math.round(n)), d: 1n }]));
  const answer = answerOf(definition, totals, onDay(day));
  return answer.status === 'value' ? answer.shown : '';
}

/** 7 of 12 months of the target on 31 July: whether less is done. */
function isBehind(value: number, target: number, day: string): boolean {
  return value * 12 < target * Number(day.slice(5, 7));
}

const setters = (row: Pick<CountedRegion, 'targets'>) => ALL_SETTERS.filter((by) => (row.targets[by] ?? 0) > 0);

/** One region without its place among others. */
export function reckon(row: CountedRegion, day: string): CircularRow {
  const { value, monthBefore, yearBefore, targets } = row;
  const [leading] = setters(row);
  const target = leading ? (targets[leading] ?? 0) : 0;
  return {
    ...row,
    rates: Object.fromEntries(
      setters(row).map((by) => [by, shownOf(ARITHMETIC.rate, { 分子: value, 分母: targets[by] ?? 0 }, day)]),
    ),
    ranks: {},
    growth: shownOf(ARITHMETIC.growth, { 本期: value, 上期: yearBefore }, day),
    forecast: target === 0 ? '' : shownOf(ARITHMETIC.forecast, { 分母: target, 本期: value, 上期: monthBefore }, day),
    lags: target > 0 && isBehind(value, target, day),
  };
}

/** By rate; of equal rates by what came since last month, then by code. */
function better(by: Setter) {
  return (a: CountedRegion, b: CountedRegion): number =>
    b.value * (a.targets[by] ?? 0) - a.value * (b.targets[by] ?? 0) ||
    b.value - b.monthBefore - (a.value - a.monthBefore) ||
    a.regionCode - b.regionCode;
}

/** Counties with their places against each target, in the order of the first target they are held to; those without one last. */
export function rankCounties(counties: readonly CountedRegion[], day: string): CircularRow[] {
  const rows = counties.map((row) => reckon(row, day));
  for (const by of SETTER_KEYS) {
    const held = rows.filter((row) => (row.targets[by] ?? 0) > 0).sort(better(by));
    for (const [i, row] of held.entries()) {
      const above = held[i - 1];
      const isEqual = above && above.value * (row.targets[by] ?? 0) === row.value * (above.targets[by] ?? 0);
      row.ranks[by] = isEqual ? (above.ranks[by] ?? i) : i + 1;
    }
  }
  const place = ({ ranks }: CircularRow) => ranks.nation ?? ranks.region ?? Number.MAX_SAFE_INTEGER;
  return rows.sort((a, b) => place(a) - place(b) || better('nation')(a, b));
}

/** The days a circular of `day` asks for: itself, the same of last month and of last year. */
export function daysOf(day: string): readonly [string, string, string] {
  const on = onDay(day);
  return [day, sameDayOfLastMonth(on).day, sameDayBefore(on).day];
}
