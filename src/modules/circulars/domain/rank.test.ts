// Rankings: exact rates, shared places, targets kept apart, who lags, when the target is met.

import { describe, expect, test } from 'vitest';
import { type CountedRegion, daysOf, rankCounties } from './rank.ts';

const county = (n: number, value: number, nation?: number, more: Partial<CountedRegion> = {}): CountedRegion => ({
  ...{ regionCode: 150_900_000_000 + n * 1_000_000, name: `旗县${n}`, value, monthBefore: value, yearBefore: value },
  ...{ targets: nation === undefined ? {} : { nation }, ...more },
});
const places = (rows: readonly CountedRegion[], day = '2022-05-31') =>
  rankCounties(rows, day).map(({ name, ranks }) => [name, ranks.nation]);

describe('counties', () => {
  test.each<[string, CountedRegion[], (string | number | undefined)[][]]>([
    [
      'stand by rate, not by number',
      [county(1, 900, 1000), county(2, 95, 100)],
      [
        ['旗县2', 1],
        ['旗县1', 2],
      ],
    ],
    [
      'share a place where their rates are equal',
      [county(1, 50, 100), county(2, 500, 1000), county(3, 10, 100)],
      [
        ['旗县1', 1],
        ['旗县2', 1],
        ['旗县3', 3],
      ],
    ],
    [
      'of equal rates stand by what came since last month',
      [county(1, 50, 100), county(2, 50, 100, { monthBefore: 40 })],
      [
        ['旗县2', 1],
        ['旗县1', 1],
      ],
    ],
    [
      'without a target stand last, without a place',
      [county(1, 900), county(2, 1, 100)],
      [
        ['旗县2', 1],
        ['旗县1', undefined],
      ],
    ],
  ])('%s', (_what, rows, expected) => {
    expect(places(rows)).toEqual(expected);
  });

  test('are held to the state and to the region apart', () => {
    const rows = rankCounties(
      [
        county(1, 90, 100, { targets: { nation: 100, region: 300 } }),
        county(2, 80, 100, { targets: { nation: 100, region: 80 } }),
      ],
      '2022-05-31',
    );
    expect(rows.map(({ ranks, rates }) => [ranks, rates])).toEqual([
      [
        { nation: 1, region: 2 },
        { nation: '90', region: '30' },
      ],
      [
        { nation: 2, region: 1 },
        { nation: '80', region: '100' },
      ],
    ]);
  });

  test.each([
    ['2022-05-31', 42, false],
    ['2022-05-31', 41, true],
    ['2022-06-30', 49, true],
    ['2022-06-30', 50, false],
  ])('on %s with %i of 100 lag: %s', (day, value, lags) => {
    expect(rankCounties([county(1, value, 100)], day)[0]?.lags).toBe(lags);
  });

  test('are told when they meet their target at the pace of the last month', () => {
    const rows = [county(1, 80, 100, { monthBefore: 70 }), county(2, 100, 100), county(3, 10, 100, { monthBefore: 9 })];
    const told = rankCounties(rows, '2022-05-31').map(({ name, forecast }) => [name, forecast]);
    expect(told).toEqual([
      ['旗县2', '已完成'],
      ['旗县1', '2022-07'],
      ['旗县3', ''],
    ]);
  });
});

test('the days asked for are the same of last month and of last year', () => {
  expect(daysOf('2022-03-31')).toEqual(['2022-03-31', '2022-02-28', '2021-03-31']);
});
