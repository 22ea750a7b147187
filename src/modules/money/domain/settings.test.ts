import { expect, it } from 'vitest';
import { colourOf, MONEY_SETTINGS, settingOn, shareAsked } from './settings.ts';

const fallback = (key: string) => MONEY_SETTINGS.find((setting) => setting.key === key)?.fallback ?? 0;

it.each([
  [20220629, undefined],
  [20220630, 5000],
  [20220929, 5000],
  [20220930, 7500],
  [20221231, 9500],
  [20230601, 9500],
])('on %d the curve of 2022 asks for %s', (on, share) => {
  expect(shareAsked(2022, on, fallback)).toBe(share);
});

it.each([
  [4501, undefined],
  [4500, 'yellow'],
  [4001, 'yellow'],
  [4000, 'red'],
  [undefined, undefined],
])('paid %s of 5000 asked is %s', (paid, colour) => {
  expect(colourOf(paid, 5000, fallback)).toBe(colour);
});

it('takes the county’s own value before the league’s, the newest in force, else what holds until one is set', () => {
  const rows = [
    { regionCode: 150_900_000_000, key: 'days.unpaid', effectiveFrom: '2022-01-01', value: 45 },
    { regionCode: 150_923_000_000, key: 'days.unpaid', effectiveFrom: '2022-01-01', value: 20 },
    { regionCode: 150_923_000_000, key: 'days.unpaid', effectiveFrom: '2022-06-01', value: 15 },
  ];
  const on = (code: number, day: string) => settingOn(rows, code, 'days.unpaid', day);
  expect(on(150_923_000_000, '2022-05-31')).toBe(20);
  expect(on(150_923_000_000, '2022-06-01')).toBe(15);
  expect(on(150_981_000_000, '2022-06-01')).toBe(45);
  expect(on(152_221_000_000, '2022-06-01')).toBe(30);
});
