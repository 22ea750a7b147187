import { describe, expect, test } from 'vitest';
import { holdersOf, settingsInForce, stateOf } from './dated-settings.ts';

const REGION = 150_000_000_000;
const LEAGUE = 150_900_000_000;
const COUNTY = 150_923_000_000;
const TOWNSHIP = 150_923_101_000;

const row = (regionCode: number, effectiveFrom: string, value: string, key = 'line') => ({
  ...{ regionCode, effectiveFrom, value, key },
});

const ROWS = [
  row(REGION, '2021-01-01', 'region 2021'),
  row(REGION, '2022-01-01', 'region 2022'),
  row(LEAGUE, '2022-03-01', 'league'),
  row(COUNTY, '2022-06-01', 'county'),
  row(COUNTY, '2022-09-01', 'county, newer'),
  row(152_200_000_000, '2020-01-01', 'another league'),
  row(LEAGUE, '2022-12-01', 'league, newer'),
];

describe('what is in force', () => {
  test.each([
    ['nothing was set yet', REGION, '2020-12-31', undefined],
    ['the first day', REGION, '2021-01-01', 'region 2021'],
    ['the day before a newer one', REGION, '2021-12-31', 'region 2021'],
    ['the day of the newer one', REGION, '2022-01-01', 'region 2022'],
    ['a county falls back on the region', COUNTY, '2022-02-28', 'region 2022'],
    ['the league is nearer', COUNTY, '2022-03-01', 'league'],
    ['the day before the county’s own', COUNTY, '2022-05-31', 'league'],
    ['the county’s own', COUNTY, '2022-06-01', 'county'],
    ['the county’s own ends with its next', COUNTY, '2022-09-01', 'county, newer'],
    ['a village of the county', 150_923_101_203, '2022-06-01', 'county'],
    ['another county of the league', 150_924_000_000, '2022-06-01', 'league'],
    ['a newer one of the league does not go before an older one of the county', COUNTY, '2023-01-01', 'county, newer'],
  ])('%s', (_why, code, on, value) => {
    expect(settingsInForce(ROWS, code, on).get('line')?.value).toBe(value);
  });

  test('the order of the rows says nothing, except of one region, name and day: there the later holds', () => {
    expect(settingsInForce([...ROWS].reverse(), COUNTY, '2022-10-01').get('line')?.value).toBe('county, newer');
    const twice = [...ROWS, row(COUNTY, '2022-09-01', 'tried')];
    expect(settingsInForce(twice, COUNTY, '2022-10-01').get('line')?.value).toBe('tried');
  });

  test('names do not touch each other', () => {
    const found = settingsInForce([...ROWS, row(REGION, '2022-01-01', 'other', 'other')], COUNTY, '2022-07-01');
    expect([...found].map(([key, { value }]) => [key, value])).toEqual([
      ['line', 'county'],
      ['other', 'other'],
    ]);
  });
});

test('regions above are named once, nearest first', () => {
  expect(holdersOf(150_923_101_203)).toEqual([150_923_101_203, TOWNSHIP, COUNTY, LEAGUE, REGION]);
  expect(holdersOf(LEAGUE)).toEqual([LEAGUE, REGION]);
  expect(holdersOf(REGION)).toEqual([REGION]);
});

test.each([
  [3, '2022-05-31', 'later'],
  [3, '2022-06-01', 'now'],
  [3, '2022-08-31', 'now'],
  [3, '2022-09-01', 'over'],
  [2, '2022-11-30', 'now'],
  [2, '2022-12-01', 'over'],
  [0, '2022-01-01', 'over'],
] as const)('row %i on %s: %s', (at, on, state) => {
  expect(ROWS[at] && stateOf(ROWS[at], ROWS, on)).toBe(state);
});
