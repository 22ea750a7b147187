// A whole run, 103 counties by 40 indicators, reckoned a second time in whole numbers by other means.

import { expect, test } from 'vitest';
import type { Method } from './methods.ts';
import type { Grading } from './reckon.ts';
import { type FrozenIndicator, type RunContent, type ScoreContent, standingsOf, withPoints } from './run.ts';

const COUNTIES = 103;
const METHODS: Method[] = ['ratio', 'linear', 'steps', 'rank', 'reach', 'gap', 'improve', 'deduct'];
const WEIGHT = 250;
const GRADING: Grading = {
  ...{ grading: 'thresholds', goodFrom: 7000, fairlyGoodFrom: 6000, fairFrom: 5000, goodShare: 0, fairlyGoodShare: 0 },
  ...{ bonusMost: 500, deductMost: 1000, vetoGrade: 'fair', missing: 'left-out', leastWeight: 40 },
};

const INDICATORS: FrozenIndicator[] = Array.from({ length: 40 }, (_, i) => {
  const method = METHODS[i % METHODS.length] ?? 'ratio';
  const given = {
    number: String(i + 1),
    name: `指标${i + 1}`,
    source: 'figure',
    weight: WEIGHT / 100,
    method,
  } as const;
  const better = i % 3 === 0 && !['linear', 'steps', 'reach'].includes(method) ? 'lower' : 'higher';
  const limits = method === 'linear' ? { zero: 100, full: 400 } : { full: 300 };
  return {
    ...{ ...given, ...limits, better, steps: '300:100、150:80', perUnit: 0.01 },
    ...(method === 'rank' ? { leastShare: 20 } : {}),
  };
});

let seed = 19;
function next(most: number): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % most;
}

type Value = { now: number; before: number } | undefined;
const VALUES: Value[][] = Array.from({ length: COUNTIES }, () =>
  INDICATORS.map(() => (next(12) === 0 ? undefined : { now: next(450), before: next(450) })),
);
const GROUPS = VALUES.map((_, i) => `组${i % 3}`);

/** Part and whole of the full score. */
function part(indicator: FrozenIndicator, { now, before }: NonNullable<Value>, all: number[]): [number, number] {
  const isLow = indicator.better === 'lower';
  const within = (n: number, d: number): [number, number] => [Math.max(0, Math.min(n, d)), d];
  switch (indicator.method) {
    case 'ratio':
      return isLow ? (now === 0 ? [1, 1] : within(300, now)) : within(now, 300);
    case 'linear':
      return within(now - 100, 300);
    case 'steps':
      return [now >= 300 ? 100 : now >= 150 ? 80 : 0, 100];
    case 'reach':
      return [now >= 300 ? 1 : 0, 1];
    case 'improve':
      return within(isLow ? before - now : now - before, 300);
    case 'deduct':
      return within(WEIGHT - now, WEIGHT);
    case 'gap': {
      const [least, most] = [Math.min(...all), Math.max(...all)];
      return [isLow ? most - now : now - least, most - least];
    }
    default: {
      const ahead = all.filter((other) => (isLow ? other < now : other > now)).length;
      const others = all.length - 1;
      return [20 * others + 80 * (others - ahead), 100 * others];
    }
  }
}

const halfUp = (n: number, d: number) => Math.floor((2 * n + d) / (2 * d));

function pointsOf(county: number): (number | undefined)[] {
  return INDICATORS.map((indicator, i) => {
    const own = VALUES[county]?.[i];
    if (!own) return undefined;
    const all = VALUES.flatMap((values, other) => (GROUPS[other] === GROUPS[county] ? (values[i]?.now ?? []) : []));
    const [n, d] = part(indicator, own, all);
    return halfUp(n * WEIGHT, d);
  });
}

test('scores, totals and places equal an independent reckoning', () => {
  const contents = VALUES.map((values, i): ScoreContent => {
    const kept = INDICATORS.map(({ number }, at) => {
      const value = values[at];
      return { number, shown: '', ...(value ? { value: String(value.now), before: String(value.before) } : {}) };
    });
    return { regionCode: i, name: '', group: GROUPS[i] ?? '', values: kept, adjustments: [] };
  });
  const scored = withPoints(INDICATORS, contents);
  const expected = VALUES.map((_, i) => pointsOf(i));
  expect(scored.map(({ values }) => values.map(({ points }) => points))).toEqual(expected);

  const run: RunContent = {
    ...{ asOf: '2022-05-31', enteredBy: '2022-06-30', targets: 'counties', grading: GRADING, indicators: INDICATORS },
    ...{ smallBase: 30, baseDrop: 20 },
  };
  const totals = expected.map((points) => {
    const there = points.flatMap((one) => one ?? []);
    const sum = there.reduce((a, b) => a + b, 0);
    return there.length === points.length ? sum : halfUp(sum * 10_000, there.length * WEIGHT);
  });
  const standings = new Map(standingsOf(run, scored).map((one) => [one.regionCode, one]));
  expect(totals.map((_, i) => standings.get(i)?.total)).toEqual(totals);
  const places = totals.map(
    (total, i) => 1 + totals.filter((other, j) => GROUPS[j] === GROUPS[i] && other > total).length,
  );
  expect(places.map((_, i) => standings.get(i)?.rank)).toEqual(places);
  expect(new Set([...standings.values()].map(({ grade }) => grade)).size).toBeGreaterThan(2);
});
