// Quotas first: a total is dealt out so that the parts add up to it to the last fen, and k of n are chosen in one pass. Nothing is
// corrected afterwards.

import type { Random } from '../../demo/domain/random.ts';

/** Whole parts of `total` in proportion to the weights, by largest remainder; a weight of 0 gets nothing. */
export function deal(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => total * (weight / all));
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((sum, part) => sum + part, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .filter(({ index }) => (weights[index] ?? 0) > 0)
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (let turn = 0; left > 0; turn++, left--) {
    const to = order[turn % order.length]?.index ?? 0;
    parts[to] = (parts[to] ?? 0) + 1;
  }
  return parts;
}

/** The same, no part over its cap nor under its floor; what does not fit goes to the next with room. */
export function dealWithin(
  total: number,
  weights: readonly number[],
  caps: readonly number[],
  floors: readonly number[] = [],
): number[] {
  const parts = deal(total, weights).map((part, i) => Math.max(floors[i] ?? 0, Math.min(part, caps[i] ?? part)));
  let over = total - parts.reduce((sum, part) => sum + part, 0);
  for (let i = 0; i < parts.length && over !== 0; i++) {
    const part = parts[i] ?? 0;
    const room = over > 0 ? (caps[i] ?? part) - part : (floors[i] ?? 0) - part;
    const moved = over > 0 ? Math.min(over, room) : Math.max(over, room);
    parts[i] = part + moved;
    over -= moved;
  }
  if (over !== 0) throw new Error(`${total} does not fit`);
  return parts;
}

/** `count` of the things, in their order. */
export function choose<Thing>(random: Random, things: readonly Thing[], count: number): Thing[] {
  const chosen: Thing[] = [];
  things.forEach((thing, i) => {
    if (random.next() * (things.length - i) < count - chosen.length) chosen.push(thing);
  });
  return chosen;
}
