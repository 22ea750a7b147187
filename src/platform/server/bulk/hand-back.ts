// Large memory is freed when its small owner is collected, which happens seldom while little else is made.

/**
 * For when something large has just been let go of and something else large is to come. Does nothing where the program runs
 * without `--expose-gc` (scripts/memory.mjs).
 */
export function collectNow(): void {
  globalThis.gc?.();
}
