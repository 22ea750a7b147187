// The part of an asked-for area that the actor may see. Row-level security holds the rest back in any case; the range in
// the query itself lets the indexes do it.

import { Problem } from '../../../kernel/problem.ts';
import { type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion, type Region } from './queries.ts';

/** The range of `area`, or of all the actor sees. A region outside does not exist: `regions.not-found`. */
export async function rangeAsked(tx: Tx, area: number | undefined): Promise<RegionRange> {
  const own = tx.actor.range;
  if (area === undefined) return own;
  const { level } = await getRegion(tx, area);
  const asked = rangeOf(area, level);
  const range = { low: Math.max(asked.low, own.low), high: Math.min(asked.high, own.high) };
  if (range.low > range.high) throw new Problem('regions.not-found', { code: area });
  return range;
}

const WHOLE_REGION = rangeOf(150_000_000_000, 'autonomous-region');

export function coversRegion({ low, high }: RegionRange): boolean {
  return low <= WHOLE_REGION.low && high >= WHOLE_REGION.high;
}

/** A region that lies wholly in the actor's area. */
export async function ownRegion(tx: Tx, code: number): Promise<Region> {
  const region = await getRegion(tx, code);
  const { low, high } = rangeOf(code, region.level);
  if (low < tx.actor.range.low || high > tx.actor.range.high) throw new Problem('regions.not-found', { code });
  return region;
}
