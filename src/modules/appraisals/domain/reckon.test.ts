// Totals, places and grades as tables, and once more over random schemes in plain arithmetic.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactOf } from './exact.ts';
import { groupOfSize } from './groups.ts';
import { type Adjustment, type Grading, inOrder, reckon, type Scored } from './reckon.ts';
import { baseDoubts, type RunContent } from './run.ts';

const GRADING: Grading = {
  ...{
    grading: 'thresholds',
    goodFrom: 9000,
    fairlyGoodFrom: 8000,
    fairFrom: 6000,
    goodShare: 25,
    fairlyGoodShare: 50,
  },
  ...{ bonusMost: 500, deductMost: 1000, vetoGrade: 'fair', missing: 'left-out', leastWeight: 40 },
};

const adjust = (kind: Adjustment['kind'], points?: number, more: Partial<Adjustment> = {}): Adjustment => ({
  ...{ number: `${kind}${points ?? ''}`, kind, reason: '' },
  ...(points === undefined ? {} : { points }),
  ...more,
});

let made = 0;
/** Of two indicators of 60 and 40 points. */
function target(first: number | undefined, second: number | undefined, more: Partial<Scored> = {}): Scored {
  made += 1;
  return {
    ...{ regionCode: made, group: '甲组', adjustments: [], punished: [] },
    scores: [
      { points: first, weight: exactOf(60) },
      { points: second, weight: exactOf(40) },
    ],
    ...more,
  };
}
const one = (scored: Scored, grading: Partial<Grading> = {}) => reckon([scored], { ...GRADING, ...grading })[0];

describe('a total', () => {
  test.each<[string, Scored, number]>([
    ['is the sum', target(5500, 3250), 8750],
    ['brings up to the whole what is missing', target(4500, undefined), 7500],
    [
      'has bonus and deduction',
      target(5500, 3250, { adjustments: [adjust('bonus', 200), adjust('deduct', 50)] }),
      8900,
    ],
    ['has no more bonus than the scheme gives', target(5500, 3250, { adjustments: [adjust('bonus', 900)] }), 9250],
    ['loses no more than the scheme takes', target(5500, 3250, { adjustments: [adjust('deduct', 5000)] }), 7750],
    ['is not below nothing', target(100, 0, { adjustments: [adjust('deduct', 900)] }), 0],
  ])('%s', (_what, scored, total) => {
    expect(one(scored)?.total).toBe(total);
  });

  test('punishes one problem once: the highest of several deductions, none where an indicator does', () => {
    const twice = [adjust('deduct', 100, { problemNumber: 'W1' }), adjust('deduct', 300, { problemNumber: 'W1' })];
    expect(one(target(5000, 3000, { adjustments: twice }))).toMatchObject({ deduct: 300, idle: ['deduct100'] });
    expect(one(target(5000, 3000, { adjustments: twice, punished: ['W1'] }))).toMatchObject({
      ...{ deduct: 0, idle: ['deduct100', 'deduct300'] },
    });
  });
});

describe('a grade', () => {
  test.each<[string, Scored, Partial<Grading>, object]>([
    ['by thresholds', target(5400, 3600), {}, { grade: 'good', rank: 1 }],
    ['just below', target(5400, 3599), {}, { grade: 'fairly-good' }],
    ['poor', target(3000, 2999), {}, { grade: 'poor' }],
    [
      'capped by a veto',
      target(5400, 3600, { adjustments: [adjust('veto')] }),
      {},
      { grade: 'fair', uncapped: 'good' },
    ],
    ['not lifted by a veto', target(3000, 2000, { adjustments: [adjust('veto')] }), {}, { grade: 'poor' }],
    [
      'capped as the row says',
      target(5400, 3600, { adjustments: [adjust('cap', undefined, { capGrade: 'fairly-good' })] }),
      {},
      { grade: 'fairly-good' },
    ],
    [
      'not given to who lacks values, where the scheme says so',
      target(5400, undefined),
      { missing: 'unranked' },
      {
        ...{ grade: undefined, rank: undefined, missing: 1 },
      },
    ],
    [
      'not given to who has values for too little',
      target(undefined, 4000),
      { leastWeight: 41 },
      { grade: undefined, missing: 1 },
    ],
    ['given to who has just enough', target(undefined, 3600), {}, { grade: 'good', missing: 1 }],
    [
      'not given to who has nothing',
      target(undefined, undefined),
      {},
      { grade: undefined, rank: undefined, missing: 2 },
    ],
  ])('%s', (_what, scored, grading, expected) => {
    const standing = one(scored, grading);
    expect({ grade: standing?.grade, rank: standing?.rank, ...standing }).toMatchObject(expected);
  });

  test('by quotas of the group: places, and nobody below the line is good', () => {
    const totals = [9000, 8800, 8800, 7000, 6500, 6400, 6300, 5000];
    const all = totals.map((total) => target(Math.min(total, 6000), Math.max(total - 6000, 0)));
    expect(reckon(all, { ...GRADING, grading: 'quotas' }).map(({ grade }) => grade)).toEqual([
      ...['good', 'good', 'good', 'fairly-good', 'fairly-good', 'fairly-good', 'fair', 'poor'],
    ]);
  });
});

test('places are those of a group, equal totals share the better', () => {
  const all = [
    target(5000, 3000),
    target(5000, 3500),
    target(5000, 3500),
    target(1000, 1000, { group: '乙组' }),
    target(undefined, undefined),
  ];
  expect(reckon(all, GRADING).map(({ rank }) => rank)).toEqual([3, 1, 1, 1, undefined]);
  expect(inOrder(reckon(all, GRADING)).map(({ group, rank }) => [group, rank])).toEqual([
    ...[
      ['甲组', 1],
      ['甲组', 1],
      ['甲组', 3],
      ['甲组', undefined],
      ['乙组', 1],
    ],
  ]);
});

test.each<[number | undefined, string]>([
  [500, '5000以下'],
  [5000, '5000—20000'],
  [50_000, '20000以上'],
  [undefined, '规模不明'],
])('a size of %s is in the group %s', (size, group) => {
  expect(groupOfSize(size === undefined ? undefined : exactOf(size), ['5000', '20000'])).toBe(group);
});

test('a rate of few, or of fewer than the year before, is to be looked at', () => {
  const run = { smallBase: 30, baseDrop: 20 } as RunContent;
  const doubts = (base?: number, baseBefore?: number) =>
    baseDoubts(run, {
      number: '1',
      shown: '',
      ...(base === undefined ? {} : { base }),
      ...(baseBefore === undefined ? {} : { baseBefore }),
    });
  expect([doubts(29), doubts(30), doubts(79, 100), doubts(80, 100), doubts(undefined, 100)]).toEqual([
    ...[['small-base'], [], ['shrunken-base'], [], []],
  ]);
});

test('random schemes add up and rank as plain arithmetic does', () => {
  const points = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.tuple(points, points, fc.integer({ min: 0, max: 3 })), { maxLength: 15 }), (rows) => {
      const all = rows.map(([a, b, bonus], i) =>
        target(a && a * 100, b && b * 100, {
          ...{ regionCode: i, group: i % 2 ? '甲' : '乙' },
          adjustments: [adjust('bonus', bonus * 100)],
        }),
      );
      const totals = rows.map(([a, b, bonus]) => {
        const weight = (a === undefined ? 0 : 60) + (b === undefined ? 0 : 40);
        const sum = ((a ?? 0) + (b ?? 0)) * 100;
        return weight === 0 ? undefined : Math.floor((200 * sum + weight) / (2 * weight)) + bonus * 100;
      });
      const standings = reckon(all, GRADING);
      for (const [i, { rank, total }] of standings.entries()) {
        const own = totals[i];
        if (own === undefined) expect(rank).toBeUndefined();
        else {
          expect(total).toBe(own);
          expect(rank).toBe(1 + totals.filter((other, j) => j % 2 === i % 2 && (other ?? -1) > own).length);
        }
      }
    }),
  );
});
