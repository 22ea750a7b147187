// Methods as tables: the value, and the score of 20 points in hundredths.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactOf } from './exact.ts';
import type { Method } from './methods.ts';
import { type Measured, type Rule, readSteps, scoresOf } from './score.ts';

const rule = (method: Method, more: Partial<Rule> = {}): Rule => ({
  ...{ method, weight: exactOf(20), better: 'higher' },
  ...more,
});
const full = (value: number) => ({ full: exactOf(value) });
const LOWER = { better: 'lower' } as const;
const STEPS = { steps: readSteps('95:100、90:80、80:60') };

function score(one: Rule, value: number | undefined, before?: number) {
  const measured: Measured = {
    ...(value === undefined ? {} : { value: exactOf(value) }),
    ...(before === undefined ? {} : { before: exactOf(before) }),
  };
  return scoresOf(one, [measured])[0];
}

describe('a score by itself', () => {
  test.each<[string, Rule, number, number]>([
    ['ratio, halfway', rule('ratio', full(100)), 50, 1000],
    ['ratio, above the whole', rule('ratio', full(100)), 130, 2000],
    ['ratio, below nothing', rule('ratio', full(100)), -5, 0],
    ['ratio, a third', rule('ratio', full(3)), 1, 667],
    ['ratio, little is better', rule('ratio', { ...full(2), ...LOWER }), 4, 1000],
    ['ratio, none of what is bad', rule('ratio', { ...full(2), ...LOWER }), 0, 2000],
    ['linear, in between', rule('linear', { ...full(95), zero: exactOf(75) }), 80, 500],
    ['linear, below its zero', rule('linear', { ...full(95), zero: exactOf(75) }), 60, 0],
    ['linear, downwards', rule('linear', { ...full(0), zero: exactOf(4), ...LOWER }), 1, 1500],
    ['steps, on a step', rule('steps', STEPS), 90, 1600],
    ['steps, just below', rule('steps', STEPS), 89.999999, 1200],
    ['steps, below all', rule('steps', STEPS), 10, 0],
    ['steps, downwards', rule('steps', { steps: readSteps('1:100、3:50'), ...LOWER }), 2, 1000],
    ['reach, on it', rule('reach', full(100)), 100, 2000],
    ['reach, just below', rule('reach', full(100)), 99.99, 0],
    ['reach, downwards', rule('reach', { ...full(0), ...LOWER }), 0, 2000],
    ['deduct', rule('deduct', { perUnit: exactOf(1.5) }), 3, 1550],
    ['deduct, all of it', rule('deduct', { perUnit: exactOf(1.5) }), 30, 0],
    ['expert', rule('expert'), 86.5, 1730],
    ['rank, alone in the group', rule('rank'), 1, 2000],
  ])('%s', (_what, one, value, points) => {
    expect(score(one, value)).toBe(points);
  });

  test.each<[string, Rule, number, number, number | undefined]>([
    ['half the rise asked for', rule('improve', full(10)), 55, 50, 1000],
    ['a fall', rule('improve', full(10)), 45, 50, 0],
    ['a fall of what is bad', rule('improve', { ...full(10), ...LOWER }), 40, 50, 2000],
  ])('improve: %s', (_what, one, value, before, points) => {
    expect(score(one, value, before)).toBe(points);
  });

  test('what is missing is not zero, nor is what was not known the year before', () => {
    for (const method of ['ratio', 'linear', 'rank', 'gap', 'deduct', 'expert'] as const)
      expect(score(rule(method, { ...full(100), perUnit: exactOf(1) }), undefined)).toBeUndefined();
    expect(score(rule('improve', full(10)), 55)).toBeUndefined();
  });
});

describe('a score among others', () => {
  const among = (one: Rule, values: readonly (number | undefined)[]) =>
    scoresOf(
      one,
      values.map((value) => (value === undefined ? {} : { value: exactOf(value) })),
    );

  test.each<[string, Rule, (number | undefined)[], (number | undefined)[]]>([
    ['by place', rule('rank'), [70, 90, 80], [0, 2000, 1000]],
    ['equal values share the better place', rule('rank'), [90, 90, 80], [2000, 2000, 0]],
    ['the last keeps what is set', rule('rank', { least: exactOf(0.6) }), [70, 90, 80], [1200, 2000, 1600]],
    ['who has no value takes no place', rule('rank'), [70, undefined, 80], [0, undefined, 2000]],
    ['little is better', rule('rank', LOWER), [1, 2], [2000, 0]],
    ['by the gap to the best', rule('gap'), [70, 90, 85], [0, 2000, 1500]],
    ['by the gap, the last keeps what is set', rule('gap', { least: exactOf(0.5) }), [70, 90, 80], [1000, 2000, 1500]],
    ['all alike', rule('gap'), [80, 80], [2000, 2000]],
  ])('%s', (_what, one, values, points) => {
    expect(among(one, values)).toEqual(points);
  });
});

// Reckoned a second time in plain whole numbers: points = weight × above / below, half away from zero.
const plain = (weight: number, above: number, below: number) => {
  const [over, under] = below < 0 ? [-above, -below] : [above, below];
  const held = Math.min(Math.max(over, 0), under);
  return Math.floor((2 * 100 * weight * held + under) / (2 * under));
};

test('random schemes score as plain arithmetic does', () => {
  const whole = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 200 }),
      fc.array(fc.option(whole, { nil: undefined }), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (weight, top, zero, values, isLower) => {
        fc.pre(top !== zero);
        const members = values.map((value) => (value === undefined ? {} : { value: exactOf(value) }));
        const there = values.filter((value) => value !== undefined);
        const best = isLower ? Math.min(...there) : Math.max(...there);
        const worst = isLower ? Math.max(...there) : Math.min(...there);
        const expected: Partial<Record<Method, (value: number) => number>> = {
          ratio: (value) =>
            isLower ? (value === 0 ? weight * 100 : plain(weight, top, value)) : plain(weight, value, top),
          linear: (value) => plain(weight, value - zero, top - zero),
          rank: (value) => {
            const above = there.filter((other) => (isLower ? other < value : other > value)).length;
            return there.length < 2 ? weight * 100 : plain(weight, there.length - 1 - above, there.length - 1);
          },
          gap: (value) => (best === worst ? weight * 100 : plain(weight, value - worst, best - worst)),
          reach: (value) => ((isLower ? value <= top : value >= top) ? weight * 100 : 0),
          deduct: (value) => Math.max(0, weight * 100 - value * 200),
          expert: (value) => plain(weight, value, 100),
        };
        for (const [method, points] of Object.entries(expected))
          expect(
            scoresOf(
              {
                ...{ method: method as Method, weight: exactOf(weight), better: isLower ? 'lower' : 'higher' },
                ...{ full: exactOf(top), zero: exactOf(zero), perUnit: exactOf(2) },
              },
              members,
            ),
          ).toEqual(values.map((value) => (value === undefined ? undefined : points(value))));
      },
    ),
  );
});
