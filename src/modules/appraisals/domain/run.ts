// What a computation keeps: the scheme as it was used, and of each of the assessed what was measured. Plain JSON: exact numbers are text.

import { type Ratio, reduced } from '../../../kernel/exact/ratio.ts';
import { exactOf, hundredths, readExact, writeExact } from './exact.ts';
import type { Method } from './methods.ts';
import { type Adjustment, type Grading, reckon, type Scored, type Standing } from './reckon.ts';
import { type Measured, type Rule, readSteps, scoresOf } from './score.ts';

/** An indicator as it was when it was computed; a class of indicators has neither weight nor method. */
export type FrozenIndicator = {
  number: string;
  parent?: string | undefined;
  name: string;
  source: 'class' | 'figure' | 'hand';
  /** Id of the figure, and the unit its value is told in. */
  figure?: string | undefined;
  unit?: string | undefined;
  weight?: number | undefined;
  method?: Method | undefined;
  better?: 'higher' | 'lower' | undefined;
  full?: number | undefined;
  zero?: number | undefined;
  steps?: string | undefined;
  perUnit?: number | undefined;
  leastShare?: number | undefined;
  department?: string | undefined;
};

export type RunContent = {
  asOf: string;
  enteredBy: string;
  targets: 'counties' | 'leagues';
  grading: Grading;
  smallBase: number;
  /** Percent. */
  baseDrop: number;
  indicators: FrozenIndicator[];
};

export type KeptMark = {
  scorer: string;
  value: number;
  evidence: string;
  scoredOn: string;
  problemNumber?: string | undefined;
};

/** What was measured of one indicator; nothing of `value` where there is no record. */
export type KeptValue = {
  number: string;
  value?: string;
  /** As a figure prints it. */
  shown: string;
  before?: string;
  base?: number;
  baseBefore?: number;
  marks?: KeptMark[];
  /** Hundredths of a point. */
  points?: number;
};

export type KeptAdjustment = Adjustment & { evidence: string; occurredOn: string };

export type ScoreContent = {
  regionCode: number;
  name: string;
  group: string;
  values: KeptValue[];
  adjustments: KeptAdjustment[];
};

/** A score put right by an objection that was upheld. */
export type Correction = { regionCode: number; indicator: string; points: number };

/** Those that are scored, in the order of the scheme. */
export function scoredIndicators({ indicators }: Pick<RunContent, 'indicators'>): FrozenIndicator[] {
  return indicators.filter(({ source }) => source !== 'class');
}

const exactly = (value: number | undefined) => (value === undefined ? undefined : exactOf(value));

export function ruleOf({ method = 'ratio', better = 'higher', ...indicator }: FrozenIndicator): Rule {
  const [full, zero, perUnit] = [indicator.full, indicator.zero, indicator.perUnit].map(exactly);
  const least = indicator.leastShare === undefined ? undefined : exactOf(indicator.leastShare);
  return {
    ...{ method, better, weight: exactOf(indicator.weight ?? 0) },
    ...(full ? { full } : {}),
    ...(zero ? { zero } : {}),
    ...(perUnit ? { perUnit } : {}),
    ...(least ? { least: reduced({ n: least.n, d: least.d * 100n }) } : {}),
    ...(indicator.steps ? { steps: readSteps(indicator.steps) } : {}),
  };
}

const read = (text: string | undefined): Ratio | undefined => (text === undefined ? undefined : readExact(text));

function measuredOf({ value, before }: KeptValue): Measured {
  const [now, then] = [read(value), read(before)];
  return { ...(now ? { value: now } : {}), ...(then ? { before: then } : {}) };
}

/** The mean of the marks; undefined where nobody has judged yet. */
export function meanOf(marks: readonly KeptMark[]): string | undefined {
  if (marks.length === 0) return undefined;
  const sum = marks.reduce((all, { value }) => all + BigInt(Math.round(value * 1_000_000)), 0n);
  return writeExact(reduced({ n: sum, d: 1_000_000n * BigInt(marks.length) }));
}

/** All with their points: each indicator among the members of a group. */
export function withPoints(indicators: readonly FrozenIndicator[], all: readonly ScoreContent[]): ScoreContent[] {
  const points = new Map<string, number | undefined>();
  for (const members of Map.groupBy(all, ({ group }) => group).values())
    for (const indicator of indicators.filter(({ source }) => source !== 'class')) {
      const own = members.map(({ values }) => values.find(({ number }) => number === indicator.number));
      const scores = scoresOf(
        ruleOf(indicator),
        own.map((value) => (value ? measuredOf(value) : {})),
      );
      for (const [i, { regionCode }] of members.entries()) points.set(`${regionCode} ${indicator.number}`, scores[i]);
    }
  return all.map((content) => ({
    ...content,
    values: content.values.map(({ points: _old, ...value }) => {
      const own = points.get(`${content.regionCode} ${value.number}`);
      return { ...value, ...(own === undefined ? {} : { points: own }) };
    }),
  }));
}

function scoredOf(indicators: readonly FrozenIndicator[], content: ScoreContent): Scored {
  const { regionCode, group, values, adjustments } = content;
  return {
    ...{ regionCode, group, adjustments },
    scores: indicators.map(({ number, weight = 0 }) => ({
      points: values.find((value) => value.number === number)?.points,
      weight: exactOf(weight),
    })),
    punished: values.flatMap(({ number, marks = [] }) =>
      indicators.some((one) => one.number === number && one.method === 'deduct')
        ? marks.flatMap(({ problemNumber }) => problemNumber ?? [])
        : [],
    ),
  };
}

/** Points as they stand: those computed, put right by what was upheld. */
export function corrected(content: ScoreContent, corrections: readonly Correction[]): ScoreContent {
  const own = corrections.filter(({ regionCode }) => regionCode === content.regionCode);
  if (own.length === 0) return content;
  return {
    ...content,
    values: content.values.map((value) => {
      const found = own.find(({ indicator }) => indicator === value.number);
      return found ? { ...value, points: found.points } : value;
    }),
  };
}

/** Totals, places and grades of a run. */
export function standingsOf(run: RunContent, all: readonly ScoreContent[]): Standing[] {
  const indicators = scoredIndicators(run);
  return reckon(
    all.map((content) => scoredOf(indicators, content)),
    run.grading,
  );
}

/** The same with other weights, by indicator number; what adds up to 100 before must do so after. */
export function reweighed(run: RunContent, weights: ReadonlyMap<string, number>): RunContent {
  const indicators = run.indicators.map((one) => ({ ...one, weight: weights.get(one.number) ?? one.weight }));
  return { ...run, indicators };
}

/** In hundredths, so that decimals add up exactly. */
export function weightSum(indicators: readonly FrozenIndicator[]): number {
  return indicators.reduce(
    (all, { source, weight = 0 }) => (source === 'class' ? all : all + hundredths(exactOf(weight))),
    0,
  );
}

export type BaseDoubt = 'small-base' | 'shrunken-base';
export const BASE_DOUBTS: Readonly<Record<BaseDoubt, string>> = { 'small-base': '小分母', 'shrunken-base': '分母变小' };

/** What is to be looked at of a rate: few stand behind it, or fewer than the year before. */
export function baseDoubts({ smallBase, baseDrop }: RunContent, { base, baseBefore }: KeptValue): BaseDoubt[] {
  if (base === undefined) return [];
  const isShrunken = baseBefore !== undefined && base * 100 < baseBefore * (100 - baseDrop);
  return [...(base < smallBase ? (['small-base'] as const) : []), ...(isShrunken ? (['shrunken-base'] as const) : [])];
}
