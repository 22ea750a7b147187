import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../kernel/plain-date.ts';
import { isFrozen, issueDue, lastThaw } from './deadlines.ts';
import { isSettingValue } from './settings.ts';

const FROST = { from: 1101, until: 415 };
const TERMS = { ...FROST, atOnce: 15, byDate: 180 };
const issue = (foundOn: string, rectifiedHow: string | null = null, rectifyBy: string | null = null) => ({
  ...{ foundOn, rectifiedHow, rectifyBy },
});

describe('the last day of a fault', () => {
  test.each([
    // Nothing frozen in between: plain days.
    ['2021-05-01', 'at-once', null, '2021-05-16'],
    // Four days before the frost, eleven after it.
    ['2021-10-28', 'at-once', null, '2022-04-27'],
    // Found in the frost: the clock begins when it ends.
    ['2022-01-10', 'at-once', null, '2022-04-30'],
    ['2022-01-10', null, null, '2022-10-12'],
    // A day somebody set counts, and is put off where the ground is frozen.
    ['2021-09-01', 'by-deadline', '2021-10-20', '2021-10-20'],
    ['2021-09-01', 'by-deadline', '2021-11-01', '2022-04-16'],
    ['2021-09-01', 'by-deadline', '2022-03-01', '2022-04-16'],
  ])('found on %s, %s, set for %s, is %s', (foundOn, how, by, due) => {
    expect(issueDue(issue(foundOn, how, by), TERMS)).toBe(due);
  });

  test('counts all days where no frost stops the clock', () => {
    const short = { ...TERMS, from: 101, until: 101 };
    expect(issueDue(issue('2021-10-28', 'at-once'), short)).toBe('2021-11-12');
  });
});

test('a frost may lie within a year or over its turn', () => {
  expect([20211031, 20211101, 20220101, 20220415, 20220416].map((day) => isFrozen(day, FROST))).toEqual([
    ...[false, true, true, true, false],
  ]);
  expect([20220109, 20220110, 20220211].map((day) => isFrozen(day, { from: 110, until: 210 }))).toEqual([
    ...[false, true, false],
  ]);
});

test('a look after winter is asked for from the last thaw on', () => {
  expect(lastThaw('2022-06-01', FROST)).toBe('2022-04-15');
  expect(lastThaw('2022-02-01', FROST)).toBe('2021-04-15');
  expect(parseDate(lastThaw('2022-04-15', FROST))).toBe(20210415);
});

test.each([
  ['frost.from', 1101, true],
  ['frost.until', 230, false],
  ['frost.until', 1300, false],
  ['frost.from', 0, false],
  ['issue.at-once', 0, false],
  ['issue.at-once', 30, true],
] as const)('%s may be %i: %s', (key, value, is) => expect(isSettingValue(key, value)).toBe(is));
