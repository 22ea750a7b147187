// The area a list or a search speaks of, as a range of village codes.

import { LEVELS, type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion } from '../../regions/server/index.ts';

export type Area = RegionRange & {
  /** How far down: a list of a village may do what a list of the whole region may not. */
  level: (typeof LEVELS)[number];
};

/** The area asked for, never wider than the actor's own; without one, the actor's own. */
export async function areaOf(tx: Tx, code: number | undefined): Promise<Area> {
  const { range, areaCode } = tx.actor;
  const region = await getRegion(tx, code ?? areaCode);
  const asked = rangeOf(region.code, region.level);
  return { low: Math.max(asked.low, range.low), high: Math.min(asked.high, range.high), level: region.level };
}

export function isAtMost(area: Area, level: Area['level']): boolean {
  return LEVELS.indexOf(area.level) >= LEVELS.indexOf(level);
}
