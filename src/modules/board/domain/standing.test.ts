import { describe, expect, test } from 'vitest';
import { defaultFigures } from './default-figures.ts';
import { changeOf, changeText, daysOf, ranked, shareDone } from './standing.ts';
import { readableScale, shownIn } from './units.ts';

describe('a change', () => {
  test.each([
    ['of a count is told in percent', 18.8, 18.25, '万人', '+3%'],
    ['down', 9, 10, '亿元', '-10%'],
    ['of a share in points', 92.2, 90, '%', '+2.2 个百分点'],
    ['from nothing by what came', 4, 0, '个', '+4 个'],
    ['of nothing is nothing', 4, 4, '个', '0%'],
    ['without a number before is not told', 4, undefined, '个', ''],
  ] as const)('%s', (_what, now, then, unit, text) => {
    expect(changeText(changeOf(now, then, unit), unit)).toBe(text);
  });
});

test.each([
  [18.8, 20, 94],
  [0, 20, 0],
  [5, 0, undefined],
  [undefined, 5, undefined],
  [5, undefined, undefined],
] as const)('%s of a plan of %s is %s percent', (now, plan, share) => {
  expect(shareDone(now, plan)).toBe(share);
});

test.each([
  ['a number that is 1 or more stays as it is printed', 18.8, '18.8', '万人', '18.8 万人'],
  ['persons of a county', 0.0002, '0', '万人', '2 人'],
  ['money of a county', 0.1234, '0.12', '亿元', '1234 万元'],
  ['little money of a county', 0.00003, '0', '亿元', '3000 元'],
  ['nothing', 0, '0', '万人', '0 万人'],
  ['a share', 0.4, '0.4', '%', '0.4 %'],
] as const)('%s is told so that it can be read', (_what, number, shown, unit, text) => {
  const scale = readableScale([number], unit);
  expect(`${shownIn({ shown, number }, scale)} ${scale.unit}`).toBe(text);
});

test('the days asked for: a week before, the same day of last year, ends of months', () => {
  const { week, year, trend } = daysOf('2024-02-29');
  expect([week, year, trend.length, trend[0], trend.at(-2), trend.at(-1)]).toEqual([
    ...['2024-02-22', '2023-02-28', 12, '2023-03-31', '2024-01-31', '2024-02-29'],
  ]);
});

test('regions with the same number share a place, those without one have none', () => {
  const regions = [
    { code: 1, name: '甲', number: 3 },
    { code: 2, name: '乙' },
    { code: 3, name: '丙', number: 7 },
    { code: 4, name: '丁', number: 3 },
    { code: 5, name: '戊', number: 0 },
  ];
  expect(ranked(regions).map(({ name, place }) => [name, place])).toEqual([
    ['丙', 1],
    ['甲', 2],
    ['丁', 2],
    ['戊', 4],
    ['乙', undefined],
  ]);
});

test('a board begins with what has a target, and with nothing that the level does not have', () => {
  const ofRegion = defaultFigures('autonomous-region', new Set(['toilet.built', 'employment.target_rate']));
  expect(ofRegion[0]).toBe('toilet.built');
  expect(ofRegion).not.toContain('employment.target_rate');
  expect(new Set(ofRegion).size).toBe(8);
  expect(defaultFigures('county', new Set(['fund.arranged']))).not.toContain('fund.arranged');
});
