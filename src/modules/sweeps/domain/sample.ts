// Samples of rechecks (registers §1): max(least, ⌈percent × done⌉) of a village, spread over its lists, the same for the same seed. The statement of
// `server/draw-sample.ts` takes them by the same two rules.

/** How many of a village's `done` households are rechecked. */
export function sampleSize(done: number, percent: number, least: number): number {
  return Math.min(done, Math.max(least, Math.ceil((percent * done) / 100)));
}

/**
 * Whether the household at `place` (from 1) of `done` is among the `size` taken. Households stand by list, and within a list in the order of the
 * seed: a step through them takes of each list its share, give or take one.
 */
export function isTaken(place: number, size: number, done: number): boolean {
  return Math.floor((place * size) / done) > Math.floor(((place - 1) * size) / done);
}
