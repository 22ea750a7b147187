// Sums that may not pass a limit (data contract §4), row by row: only groups that do pass it come here.

/** What a row adds to its group; `ord` 0 and more than one row is what is stored and stays. `since` is a day, or empty. */
export type SumEntry = { side: 'used' | 'limit'; register: string; ord: number; since: string; delta: number };

function inOrder(a: SumEntry, b: SumEntry): number {
  return a.since < b.since ? -1 : a.since > b.since ? 1 : a.ord - b.ord;
}

function total(entries: readonly SumEntry[]): number {
  return entries.reduce((sum, { delta }) => sum + delta, 0);
}

/**
 * Which rows of one group are refused. What lessens the sum comes first, then what adds to it, by beginning, file and line: a row
 * that no longer fits is refused, later ones that fit are taken. A row that lowers the limit is refused where the rest would
 * stand above it, and not for the sake of rows that come with it.
 */
export function refuseBeyond(entries: readonly SumEntry[]): SumEntry[] {
  const pick = (side: SumEntry['side'], test: (entry: SumEntry) => boolean) =>
    entries.filter((entry) => entry.side === side && test(entry)).sort(inOrder);
  const refused: SumEntry[] = [];
  let used = total(pick('used', ({ ord, delta }) => ord === 0 || delta < 0));
  let limit = total(pick('limit', ({ ord, delta }) => ord === 0 || delta > 0));
  for (const entry of pick('limit', ({ ord, delta }) => ord !== 0 && delta < 0)) {
    if (limit + entry.delta < used) refused.push(entry);
    else limit += entry.delta;
  }
  for (const entry of pick('used', ({ ord, delta }) => ord !== 0 && delta > 0)) {
    if (used + entry.delta > limit) refused.push(entry);
    else used += entry.delta;
  }
  return refused;
}
