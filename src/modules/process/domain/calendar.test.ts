// Terms across weekends, holidays, worked weekends, ends of years and pauses.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toEpochDays } from '../../../kernel/plain-date.ts';
import { isWorkingDay, lastDay, type Pause } from './calendar.ts';

/** National Day 2022: free from 1 to 7 October, Saturday the 8th and Sunday the 9th worked instead. */
const NATIONAL_DAY = new Map<number, boolean>([
  [20221001, false],
  [20221002, false],
  [20221003, false],
  [20221004, false],
  [20221005, false],
  [20221006, false],
  [20221007, false],
  [20221008, true],
  [20221009, true],
]);

const natural = (days: number) => ({ days, kind: 'natural' as const });
const working = (days: number) => ({ days, kind: 'working' as const });

describe('a working day', () => {
  it.each([
    [20220603, true, 'Friday'],
    [20220604, false, 'Saturday'],
    [20220605, false, 'Sunday'],
    [20220606, true, 'Monday'],
    [20221003, false, 'a Monday of the holiday'],
    [20221008, true, 'a Saturday worked instead'],
  ])('%i: %s, %s', (day, expected) => {
    expect(isWorkingDay(day, NATIONAL_DAY)).toBe(expected);
  });
});

describe('the last day', () => {
  it.each([
    ['the first day is not counted', 20220601, natural(3), 20220604],
    ['no days: the same day', 20220601, natural(0), 20220601],
    ['natural days run through a weekend', 20220603, natural(2), 20220605],
    ['working days do not', 20220603, working(2), 20220607],
    ['found on a Saturday', 20220604, working(1), 20220606],
    ['through the holiday, worked weekend counted', 20220930, working(1), 20221008],
    ['three days after it', 20220930, working(3), 20221010],
    ['natural days do not know holidays', 20220930, natural(3), 20221003],
    ['over the end of the year', 20221230, natural(5), 20230104],
    ['working days over the end of the year', 20221230, working(2), 20230103],
    ['over the end of February in a leap year', 20240228, natural(2), 20240301],
  ])('%s', (_, from, term, expected) => {
    expect(lastDay(from, term, NATIONAL_DAY)).toBe(expected);
  });

  it.each<[string, Pause[], number | undefined]>([
    ['one of two days', [{ from: 20220602, until: 20220604 }], 20220606],
    [
      'two, of one day each',
      [
        { from: 20220601, until: 20220602 },
        { from: 20220602, until: 20220603 },
      ],
      20220606,
    ],
    ['over the weekend', [{ from: 20220603, until: 20220606 }], 20220607],
    ['begun and ended on one day: nothing is lost', [{ from: 20220602, until: 20220602 }], 20220604],
    ['still open', [{ from: 20220602, until: undefined }], undefined],
    ['open, but the term was over before', [{ from: 20220604, until: undefined }], 20220604],
  ])('with a pause: %s', (_, pauses, expected) => {
    expect(lastDay(20220601, natural(3), new Map(), pauses)).toBe(expected);
  });

  const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(20200101, n));
  const days = fc.integer({ min: 0, max: 200 });

  it('grows with the days, and a working term never ends before the natural one or on a free day', () => {
    fc.assert(
      fc.property(day, days, (from, n) => {
        const end = lastDay(from, working(n), NATIONAL_DAY) ?? 0;
        expect(end).toBeGreaterThanOrEqual(lastDay(from, natural(n), NATIONAL_DAY) ?? 0);
        expect(lastDay(from, working(n + 1), NATIONAL_DAY)).toBeGreaterThan(end);
        if (n > 0) expect(isWorkingDay(end, NATIONAL_DAY)).toBe(true);
      }),
    );
  });

  it('a pause within a natural term adds exactly its days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.nat(59), fc.nat(90), (from, n, after, length) => {
        fc.pre(after < n);
        const pauseFrom = addDays(from, after);
        const paused =
          lastDay(from, natural(n), new Map(), [{ from: pauseFrom, until: addDays(pauseFrom, length) }]) ?? 0;
        expect(toEpochDays(paused) - toEpochDays(from)).toBe(n + length);
      }),
    );
  });
});
