import { afterEach, expect, test } from 'vitest';
import { borrow, copyOf, dropPile, giveBack, type Lent, partOf } from './lent.ts';

const CHUNK = 1 << 20;
const LARGER_THAN_GOES_ROUND = 4 << 20;

afterEach(dropPile);

test('what is given back is lent again, by a part of it too', () => {
  const first = borrow(CHUNK);
  giveBack(partOf(first, 3, 5));
  expect(borrow(CHUNK).buffer).toBe(first.buffer);
  expect(borrow(CHUNK).buffer).not.toBe(first.buffer);
});

test.each<[string, () => Lent]>([
  ['that goes round', () => borrow(CHUNK)],
  ['larger than what goes round', () => borrow(LARGER_THAN_GOES_ROUND)],
  ['of a copy', () => copyOf(Uint8Array.of(1, 2, 3))],
])('memory %s has one owner: given back twice it is a fault', (_what, make) => {
  const bytes = make();
  giveBack(bytes);
  expect(() => giveBack(bytes)).toThrow('given back twice');
});
