// What older browsers are given does the same as what newer ones have.

import { expect, it, vi } from 'vitest';
import { at, findLast, hasOwn, timeout } from './older-browsers.ts';

it('counts from the end, finds from the end, knows its own', () => {
  for (const index of [0, -1, 2, 7, -9, 1.8, Number.NaN]) expect(at.call([1, 2, 3], index)).toBe([1, 2, 3].at(index));
  const small = (each: unknown) => Number(each) < 3;
  expect([findLast.call([1, 2, 3], small), findLast.call([7], small)]).toEqual([2, undefined]);
  expect([hasOwn({ a: 1 }, 'a'), hasOwn({}, 'toString')]).toEqual([true, false]);
});

it('gives up after the time', () => {
  vi.useFakeTimers();
  const signal = timeout(50);
  expect(signal.aborted).toBe(false);
  vi.advanceTimersByTime(50);
  vi.useRealTimers();
  expect(signal.aborted).toBe(true);
});
