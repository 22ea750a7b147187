// A small seeded generator (sfc32). The same seed gives the same demonstration data on every machine, byte for byte.

export type Random = {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** 0 ≤ n < count */
  int: (count: number) => number;
  /** low ≤ n ≤ high */
  between: (low: number, high: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  normal: () => number;
};

/** A 32-bit mix of two numbers, for seeds that belong to a place. */
export function mixSeed(a: number, b: number): number {
  let h = (a ^ 0x9e3779b9) >>> 0;
  h = Math.imul(h ^ (b >>> 0), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ Math.floor(b / 0x100000000), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function createRandom(seed: number): Random {
  let a = seed >>> 0;
  let b = mixSeed(seed, 1);
  let c = mixSeed(seed, 2);
  let counter = 1;

  function next(): number {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  }

  for (let i = 0; i < 12; i++) next();

  const int = (count: number) => Math.floor(next() * count);
  return {
    next,
    int,
    between: (low, high) => low + int(high - low + 1),
    chance: (share) => next() < share,
    pick: (list) => {
      const item = list[int(list.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Index of a weight list, each as often as its weight. */
export function pickWeighted(random: Random, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = random.next() * total;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i] ?? 0;
    if (left < 0) return i;
  }
  return weights.length - 1;
}
