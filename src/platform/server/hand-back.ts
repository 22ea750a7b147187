// Buffers that threads hand over live outside the heap and are freed when their small owners are collected, which happens
// seldom while little else is made. Whoever takes millions of bytes says so here: once the program has grown large they are
// freed soon.

const ENOUGH_BYTES = 8 << 20;
/** Below this a collection costs more than it is worth. */
const LARGE_BYTES = 530 << 20;

let taken = 0;

/** Does nothing where the program runs without `--expose-gc` (scripts/memory.mjs). */
export function noteTaken(bytes: number): void {
  taken += bytes;
  if (taken < ENOUGH_BYTES) return;
  taken = 0;
  if (process.memoryUsage.rss() > LARGE_BYTES) globalThis.gc?.({ type: 'minor' });
}

/** For when something large has just been let go of and something else large is to come. */
export function collectNow(): void {
  globalThis.gc?.();
}
