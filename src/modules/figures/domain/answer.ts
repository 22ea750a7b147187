// From the parts of a figure to its value: the exact text of 数值, and what is printed.

import { printed } from '../../../kernel/exact/printing.ts';
import { compareRatios, dividedBy, minus, type Ratio, ratioOf, reduced } from '../../../kernel/exact/ratio.ts';
import { monthLater, type On } from './asked.ts';
import type { FigureDefinition } from './figure.ts';

export const STATUSES = ['value', 'no-data', 'not-defined'] as const;
export type Status = (typeof STATUSES)[number];

export type Answer = {
  status: Status;
  /** 数值, in the base unit: fen, persons, rows; a ratio is not reduced. Empty unless there is a value. */
  value: string;
  /** 显示. */
  shown: string;
  /** The value as a number, where it is one. */
  exact?: Ratio;
};

export const NO_DATA: Answer = { status: 'no-data', value: '', shown: '无数据' };
export const NOT_DEFINED: Answer = { status: 'not-defined', value: '', shown: '本级不适用' };

/** What the statement counted, by part; a part may have nothing (the least of no counties). */
export type Totals = ReadonlyMap<string, Ratio | string | undefined>;

type Value = { text: string; exact?: Ratio; shown?: string } | undefined;

/** A whole number as it is, another as a fraction in lowest terms. */
function exactText(value: Ratio): string {
  const { n, d } = reduced(value);
  return d === 1n ? String(n) : `${n}/${d}`;
}

const exactly = (value: Ratio | undefined): Value =>
  value === undefined ? undefined : { text: exactText(value), exact: value };

const ZERO: Ratio = { n: 0n, d: 1n };

/** Numbers by part; without a part of that name, 0. */
function numbersOf(totals: Totals): (part: string) => Ratio {
  return (part) => {
    const found = totals.get(part);
    return typeof found === 'object' ? found : ZERO;
  };
}

/** `part/whole` as they are; nothing where there is no whole. */
function share(part: Ratio, whole: Ratio): Value {
  if (whole.n === 0n) return undefined;
  const n = part.n * whole.d;
  const d = part.d * whole.n;
  return { text: `${n}/${d}`, exact: ratioOf(n, d) };
}

function growth(now: Ratio, before: Ratio): Value {
  return share(minus(now, before), before);
}

function quotient(a: Ratio, b: Ratio): Ratio | undefined {
  return b.n === 0n ? undefined : dividedBy(a, b);
}

function growthOfRatio(now: Ratio | undefined, before: Ratio | undefined): Value {
  if (!now || !before || before.n === 0n) return undefined;
  return exactly(dividedBy(minus(now, before), before));
}

function rise(now: Ratio | undefined, before: Ratio | undefined): Value {
  return now && before ? exactly(minus(now, before)) : undefined;
}

/** The month in which the target is reached at the pace of the last month; nothing where that is not within the year. */
function targetDate(target: Ratio, now: Ratio, monthBefore: Ratio, on: On): Value {
  if (target.n === 0n) return undefined;
  const month = monthLater(on, 0);
  if (compareRatios(now, target) >= 0) return { text: month, shown: '已完成' };
  const pace = minus(now, monthBefore);
  if (pace.n <= 0n) return undefined;
  const { n, d } = dividedBy(minus(target, now), pace);
  const months = Number((n + d - 1n) / d);
  const reached = months > 12 ? undefined : monthLater(on, months);
  return reached?.startsWith(String(on.year)) ? { text: reached, shown: reached } : undefined;
}

function partsTogether({ form }: FigureDefinition, totals: Totals, on: On): Value {
  const number = numbersOf(totals);
  const ratios = (time: string) => quotient(number(`${time}分子`), number(`${time}分母`));
  switch (form) {
    case 'count':
      return exactly(number(''));
    case 'target':
    case 'least': {
      const found = totals.get('');
      return typeof found === 'object' ? exactly(found) : undefined;
    }
    case 'word': {
      const word = totals.get('');
      return typeof word === 'string' ? { text: word, shown: word } : undefined;
    }
    case 'ratio':
    case 'per-head':
      return share(number('分子'), number('分母'));
    case 'growth':
      return growth(number('本期'), number('上期'));
    case 'growth-of-ratio':
      return growthOfRatio(ratios('本期'), ratios('上期'));
    case 'rise':
      return rise(ratios('本期'), ratios('上期'));
    case 'target-date':
      return targetDate(number('分母'), number('本期'), number('上期'), on);
  }
}

/** The answer of a figure that has its records. */
export function answerOf(definition: FigureDefinition, totals: Totals, on: On): Answer {
  const value = partsTogether(definition, totals, on);
  if (!value) return NO_DATA;
  const { text, exact } = value;
  const shown = value.shown ?? (exact ? printed(exact, definition) : text);
  return { status: 'value', value: text, shown, ...(exact ? { exact } : {}) };
}
