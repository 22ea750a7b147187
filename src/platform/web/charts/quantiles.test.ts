import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classOf, quantileClasses } from './quantiles.ts';

describe('map classes', () => {
  test('ten values make five classes of two', () => {
    expect(quantileClasses([9, 0, 1, 2, 3, 4, 5, 6, 7, 8], 5)).toEqual([
      { low: 0, high: 1, count: 2 },
      { low: 2, high: 3, count: 2 },
      { low: 4, high: 5, count: 2 },
      { low: 6, high: 7, count: 2 },
      { low: 8, high: 9, count: 2 },
    ]);
  });

  test('equal values share a class', () => {
    expect(quantileClasses([0, 0, 0, 0, 5], 5)).toEqual([
      { low: 0, high: 0, count: 4 },
      { low: 5, high: 5, count: 1 },
    ]);
    expect(quantileClasses([], 5)).toEqual([]);
  });

  test('every value is in exactly the class that holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
        const classes = quantileClasses(values, 5);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const value of values) {
          const found = classes[classOf(classes, value)];
          expect(found && found.low <= value && value <= found.high).toBe(true);
        }
      }),
    );
  });
});
