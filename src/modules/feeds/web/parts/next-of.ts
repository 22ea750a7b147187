export type Row = { batchId: number; line: number };

export const same = (a: Row) => (b: Row) => a.batchId === b.batchId && a.line === b.line;

/**
 * Where to go from `current`: the first row that stood after it on the page (`before`) and is still to be decided (`now`:
 * the same page read again; one decision may settle several rows). Undefined at the end of the page.
 */
export function nextOf(current: Row, before: readonly Row[], now: readonly Row[]): Row | undefined {
  const at = before.findIndex(same(current));
  if (at < 0) return now.find((row) => !same(current)(row));
  return before.slice(at + 1).find((row) => now.some(same(row)));
}
