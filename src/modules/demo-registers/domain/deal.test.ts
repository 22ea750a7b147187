import { expect, it } from 'vitest';
import { createRandom } from '../../demo/domain/random.ts';
import { choose, deal, dealWithin } from './deal.ts';

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

it.each([1, 7, 660_413_000_000, 6_012_738_000_000])('deals %d to the last fen', (total) => {
  const random = createRandom(5);
  const weights = Array.from({ length: 97 }, () => random.next());
  expect(sum(deal(total, weights))).toBe(total);
});

it('gives nothing to a weight of 0', () => {
  expect(deal(10, [0, 1, 0, 3])).toEqual([0, 3, 0, 7]);
});

it('keeps to caps and floors', () => {
  expect(dealWithin(10, [1, 1, 8], [9, 9, 4])).toEqual([5, 1, 4]);
  expect(dealWithin(10, [0, 1, 9], [9, 9, 9], [2, 1, 1])).toEqual([2, 1, 7]);
  expect(() => dealWithin(10, [1, 1], [4, 4])).toThrow('does not fit');
});

it('chooses exactly so many, in their order', () => {
  const chosen = choose(createRandom(3), [1, 2, 3, 4, 5, 6, 7, 8], 3);
  expect(chosen).toHaveLength(3);
  expect([...chosen].sort()).toEqual(chosen);
});
