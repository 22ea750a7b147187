// Values that a region sets from a day on: its own goes before those of the regions above it, and of one region the newest
// whose day has come. Pure: lists on screen, screenings and figures ask the same function.

export type Dated = {
  regionCode: number;
  /** ISO text: the first day on which it holds. */
  effectiveFrom: string;
};

/** A dated value of one of several names. */
export type KeyedDated = Dated & { key: string };

/** What a code is rounded down to, level by level. */
export const LEVEL_SIZES = [1, 1000, 1_000_000, 100_000_000, 10_000_000_000];

/** A region and those above it, nearest first: village, township, county, league, autonomous region. */
export function holdersOf(code: number): number[] {
  return [...new Set(LEVEL_SIZES.map((size) => Math.floor(code / size) * size))];
}

/** What holds in a region on a day, by name. Of two rows of one region, name and day the later in the list. */
export function settingsInForce<Row extends KeyedDated>(
  rows: readonly Row[],
  code: number,
  on: string,
): Map<string, Row> {
  const ranks = new Map(holdersOf(code).map((holder, rank) => [holder, rank]));
  const found = new Map<string, { rank: number; row: Row }>();
  for (const row of rows) {
    const rank = ranks.get(row.regionCode);
    if (rank === undefined || row.effectiveFrom > on) continue;
    const best = found.get(row.key);
    const goesBefore = !best || rank < best.rank || (rank === best.rank && row.effectiveFrom >= best.row.effectiveFrom);
    if (goesBefore) found.set(row.key, { rank, row });
  }
  return new Map([...found].map(([key, { row }]) => [key, row]));
}

/** How a value stands on a day: in force where it was set, not yet, or over because its region set a newer one. */
export type DatedState = 'now' | 'later' | 'over';

/** `all`: values of the same name, of any region. Whether a region below sets its own is not asked. */
export function stateOf<Row extends Dated>(row: Row, all: readonly Row[], on: string): DatedState {
  const { regionCode, effectiveFrom } = row;
  if (effectiveFrom > on) return 'later';
  const isOver = all.some(
    (other) => other.regionCode === regionCode && other.effectiveFrom <= on && other.effectiveFrom > effectiveFrom,
  );
  return isOver ? 'over' : 'now';
}
