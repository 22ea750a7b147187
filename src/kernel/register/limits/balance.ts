// Points that are earned, taken off and spent: nothing is spent that was not there on the day.

export type PointKind = 'earned' | 'taken-off' | 'spent';
export type PointEntry = { day: string; kind: PointKind; points: number };
/** A row of the set: as it was stored, and as it would stand. */
export type PointChange = { ord: number; before?: PointEntry | undefined; after?: PointEntry | undefined };

function signed({ kind, points }: PointEntry): number {
  return kind === 'earned' ? points : -points;
}

/** Whether all that is spent was there at the end of its day. */
function holds(entries: readonly PointEntry[]): boolean {
  return entries.every(
    ({ kind, day }) =>
      kind !== 'spent' || entries.reduce((sum, entry) => sum + (entry.day <= day ? signed(entry) : 0), 0) >= 0,
  );
}

/** Earning first, then what is taken off, then spending by day, file and line. */
function rank({ after, before }: PointChange): number {
  if (after?.kind === 'spent') return 2;
  return after?.kind === 'earned' && !before ? 0 : 1;
}

/** Which rows of one household are refused. `stored` is what stands, with the rows the set changes as they were. */
export function refuseOverspent(stored: readonly PointEntry[], changes: readonly PointChange[]): number[] {
  let taken = [...stored];
  const refused: number[] = [];
  const day = (change: PointChange) => change.after?.day ?? '';
  const ordered = [...changes].sort(
    (a, b) => rank(a) - rank(b) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.ord - b.ord),
  );
  for (const { ord, before, after } of ordered) {
    const rest = [...taken];
    const at = before
      ? rest.findIndex((one) => one.day === before.day && one.kind === before.kind && one.points === before.points)
      : -1;
    if (at >= 0) rest.splice(at, 1);
    if (after) rest.push(after);
    if (holds(rest)) taken = rest;
    else refused.push(ord);
  }
  return refused;
}
