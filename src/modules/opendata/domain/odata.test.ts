import { describe, expect, test } from 'vitest';
import { checkOptions, METADATA, numberOf, odataAnswer } from './odata.ts';

const LINES = ['a', 'b', 'c'].map((figure) => ({
  ...{ figure, name: '数', unit: '个', area: 150_000_000_000, areaName: '内蒙古自治区', asOf: '2022-05-31' },
  ...{ status: 'value', value: '3/4', shown: '0.75' },
}));

describe('the set', () => {
  test.each([
    [{}, ['a', 'b', 'c'], undefined],
    [{ $top: 1 }, ['a'], undefined],
    [{ $skip: 1, $top: 1, $count: 'true' as const }, ['b'], 3],
    [{ $top: 0, $count: 'true' as const }, [], 3],
    [{ $skip: 9 }, [], undefined],
  ])('%j', (options, figures, count) => {
    const answer = odataAnswer(LINES, options) as {
      value: { figure: string; number: number }[];
      '@odata.count'?: number;
    };
    expect(answer.value.map(({ figure }) => figure)).toEqual(figures);
    expect(answer['@odata.count']).toBe(count);
    expect(answer.value.every(({ number }) => number === 0.75)).toBe(true);
  });

  test('declares every column that a line has', () => {
    for (const name of [...Object.keys(LINES[0] ?? {}), 'number'])
      expect(METADATA).toContain(`<Property Name="${name}"`);
  });
});

test.each([
  ['12', 12],
  ['-3', -3],
  ['1/8', 0.125],
  ['', null],
  ['2022-06', null],
  ['好', null],
])('the number of %j is %s', (value, number) => {
  expect(numberOf(value)).toBe(number);
});

test('an option that would have to be obeyed is refused', () => {
  expect(() => checkOptions({ $top: '1', $count: 'true', day: '2022-05-31', $format: 'json' })).not.toThrow();
  for (const option of ['$filter', '$orderby', '$select', '$expand'])
    expect(() => checkOptions({ [option]: 'x' })).toThrow(option);
});
