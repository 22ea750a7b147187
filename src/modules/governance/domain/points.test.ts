import { describe, expect, test } from 'vitest';
import { accountOf, beginOf, type Entry, isUsedUp, lapsing, lastEnd, placesOf, readLimit } from './points.ts';

const entry = (kind: Entry['kind'], points: number, on: string, isChecked = true): Entry => ({
  ...{ kind, points, on, isChecked },
  ruleNumber: kind === 'spent' ? undefined : 'R1',
});

describe('the account of a household', () => {
  test('has what was earned, less what was taken off and spent', () => {
    const entries = [
      entry('earned', 50, '2022-01-10'),
      entry('earned', 30, '2022-03-01', false),
      entry('deduction', 10, '2022-03-02'),
      entry('spent', 20, '2022-03-03'),
    ];
    expect(accountOf(entries, '2022-03-31', 5)).toEqual({ balance: 50, available: 20, earned: 80, spent: 20 });
    expect(accountOf(entries, '2022-02-01', 5)).toEqual({ balance: 50, available: 50, earned: 50, spent: 0 });
  });

  test.each([
    ['2022-01-14', 0],
    ['2022-01-15', 50],
  ])('may be spent after the days of objection: on %s %i', (on, available) => {
    expect(accountOf([entry('earned', 50, '2022-01-10')], on, 5)).toMatchObject({ balance: 50, available });
  });
});

describe('what lapses at the end of a period', () => {
  const before = [entry('earned', 50, '2021-06-01'), entry('spent', 10, '2021-07-01')];
  test.each([
    ['all that is left', [], 40],
    ['not what was earned since', [entry('earned', 30, '2022-01-05')], 40],
    ['the oldest points go first', [entry('earned', 30, '2022-01-05'), entry('spent', 25, '2022-01-06')], 15],
    [
      'nothing once more was spent than was left',
      [entry('earned', 30, '2022-01-05'), entry('spent', 60, '2022-01-06')],
      0,
    ],
    ['nothing twice', [entry('spent', 40, '2022-02-01')], 0],
    ['nothing of days that have not come', [entry('spent', 40, '2022-02-11')], 40],
  ])('%s', (_, since, points) => {
    expect(lapsing([...before, ...since], '2021-12-31', '2022-02-10')).toBe(points);
  });

  test.each([
    ['yearly', '2022-02-10', '2021-12-31'],
    ['quarterly', '2022-05-10', '2022-03-31'],
    ['quarterly', '2022-01-01', '2021-12-31'],
  ] as const)('%s: on %s it is what was before %s', (rule, on, end) => {
    expect(lastEnd(rule, on)).toBe(end);
  });
});

describe('how often a rule may be used', () => {
  test.each([
    ['每月2次', { times: 2, per: 'month' }],
    ['每月 2 次', { times: 2, per: 'month' }],
    ['每季度一次', { times: 1, per: 'quarter' }],
    ['一年两次', { times: 2, per: 'year' }],
    ['每户每周最多十次', { times: 10, per: 'week' }],
    ['每天1次', { times: 1, per: 'day' }],
    ['酌情', undefined],
    ['每月0次', undefined],
    [undefined, undefined],
  ])('%s', (text, limit) => expect(readLimit(text)).toEqual(limit));

  test.each([
    ['day', '2022-05-18', '2022-05-18'],
    ['week', '2022-05-18', '2022-05-16'],
    ['month', '2022-05-18', '2022-05-01'],
    ['quarter', '2022-06-30', '2022-04-01'],
    ['year', '2022-05-18', '2022-01-01'],
  ] as const)('the %s of %s begins on %s', (per, on, begin) => expect(beginOf(per, on)).toBe(begin));

  test('is used up within its period only', () => {
    const entries = [entry('earned', 5, '2022-04-30'), entry('earned', 5, '2022-05-03')];
    const twice = { times: 2, per: 'month' } as const;
    expect(isUsedUp(entries, 'R1', twice, '2022-05-20')).toBe(false);
    expect(isUsedUp([...entries, entry('deduction', 5, '2022-05-04')], 'R1', twice, '2022-05-20')).toBe(true);
    expect(isUsedUp(entries, 'R2', { times: 1, per: 'month' }, '2022-05-20')).toBe(false);
  });
});

test('equals share a place', () => expect(placesOf([90, 80, 80, 10])).toEqual([1, 2, 2, 4]));
