import { expect, test } from 'vitest';
import { PARAMETERS, type ParameterRow, refuseValue, resolveParameter } from './parameters.ts';

const row = (regionCode: number, value: number, effectiveFrom: string): ParameterRow => ({
  regionCode,
  key: 'income.line',
  value,
  effectiveFrom,
});

const ROWS = [
  row(150000000000, 6000, '2021-01-01'),
  row(150000000000, 6800, '2022-01-01'),
  row(150900000000, 7000, '2022-03-01'),
  row(150923000000, 7200, '2022-06-01'),
];

test.each([
  [150923, '2021-12-31', 6000],
  [150923, '2022-02-28', 6800],
  [150923, '2022-05-31', 7000],
  [150923, '2022-06-01', 7200],
  [150924, '2022-06-01', 7000],
  [152222, '2022-06-01', 6800],
  [152222, '2020-06-01', undefined],
])('county %i on %s: %s', (county, on, value) => {
  expect(resolveParameter(ROWS, county, 'income.line', on)).toBe(value);
});

test('what the contract does not give has a value of the program until somebody sets one', () => {
  expect(resolveParameter(ROWS, 150923, 'warning.checkDays', '2022-06-01')).toBe(10);
});

test('values have limits by unit', () => {
  const of = (key: string) => PARAMETERS.find((parameter) => parameter.key === key) ?? PARAMETERS[0];
  const days = of('warning.checkDays');
  if (!days) throw new Error('no parameters');
  expect(refuseValue(days, 10)).toBeUndefined();
  expect(refuseValue(days, 10.5)).toMatchObject({ whole: true });
  expect(refuseValue(days, -1)).toMatchObject({ low: 0 });
});
