// How far a list has come.

/** Whole per cent, never 100 before all are done. */
export function shareOf(done: number, all: number): number {
  return all === 0 ? 100 : Math.floor((done * 100) / all);
}
