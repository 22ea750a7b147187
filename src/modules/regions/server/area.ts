// The part of an asked-for area that the actor may see. Row-level security holds the rest back in any case; the range in
// the query itself lets the indexes do it.

import { Problem } from '../../../kernel/problem.ts';
import { LEVELS, type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion, type Region } from './queries.ts';

export type AreaAsked = RegionRange & {
  /** How far down: a list of a village may do what a list of the whole region may not. */
  level: (typeof LEVELS)[number];
};

/** `area`, or the actor's own, as far as the actor sees it: an empty range where that is nothing. */
export async function areaAsked(tx: Tx, area: number | undefined): Promise<AreaAsked> {
  const { range: own, areaCode } = tx.actor;
  const { code, level } = await getRegion(tx, area ?? areaCode);
  const asked = rangeOf(code, level);
  return { low: Math.max(asked.low, own.low), high: Math.min(asked.high, own.high), level };
}

export function isAtMost(area: AreaAsked, level: AreaAsked['level']): boolean {
  return LEVELS.indexOf(area.level) >= LEVELS.indexOf(level);
}

/** The range of `area`, or of all the actor sees. A region outside does not exist: `regions.not-found`. */
export async function rangeAsked(tx: Tx, area: number | undefined): Promise<RegionRange> {
  if (area === undefined) return tx.actor.range;
  const { low, high } = await areaAsked(tx, area);
  if (low > high) throw new Problem('regions.not-found', { code: area });
  return { low, high };
}

/** A region that lies wholly in the actor's area. */
export async function ownRegion(tx: Tx, code: number): Promise<Region> {
  const region = await getRegion(tx, code);
  const { low, high } = rangeOf(code, region.level);
  if (low < tx.actor.range.low || high > tx.actor.range.high) throw new Problem('regions.not-found', { code });
  return region;
}
