// What older browsers lack is added and does the same; what is there already stays.

import { afterAll, expect, it, vi } from 'vitest';

const were = [
  [Array.prototype, 'at', Array.prototype.at],
  [Array.prototype, 'findLast', Array.prototype.findLast],
  [Object, 'hasOwn', Object.hasOwn],
  [AbortSignal, 'timeout', AbortSignal.timeout],
] as const;

const put = (on: object, name: string, value: unknown) =>
  Object.defineProperty(on, name, { value, writable: true, configurable: true });

afterAll(() => {
  for (const [on, name, value] of were) put(on, name, value);
});

it('adds what is missing', async () => {
  const { at } = String.prototype;
  for (const [on, name] of were) Reflect.deleteProperty(on, name);
  await import('./older-browsers.ts');
  expect([[1, 2, 3].at(-1), [1, 2, 3].at(0), [1].at(4)]).toEqual([3, 1, undefined]);
  expect([[1, 2, 3].findLast((n) => n < 3), [1].findLast((n) => n > 1)]).toEqual([2, undefined]);
  expect([Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn({}, 'toString')]).toEqual([true, false]);
  vi.useFakeTimers();
  const signal = AbortSignal.timeout(50);
  expect(signal.aborted).toBe(false);
  vi.advanceTimersByTime(50);
  vi.useRealTimers();
  expect(signal.aborted).toBe(true);
  expect(String.prototype.at).toBe(at);
});
