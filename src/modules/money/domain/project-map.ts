// How many projects of a year stand where: by county, or by the villages they are built in. A project of ten villages stands in each of
// the ten, and is one in the whole (registers §5, trap 1). Pure.

import type { Fen } from '../../../kernel/money.ts';
import { isLate, type Planned } from './timeline.ts';

/** `sites`: villages it is built in, of the area asked for; none where nobody registered any. */
export type Placed = Planned & { countyCode: number; sites: readonly number[]; plannedFen?: number | undefined };

export type PlaceCount = { projects: number; late: number; finished: number; plannedFen: Fen };

const NONE: PlaceCount = { projects: 0, late: 0, finished: 0, plannedFen: 0 };

function plus(count: PlaceCount, project: Placed, asOf: string): PlaceCount {
  return {
    projects: count.projects + 1,
    late: count.late + (isLate(project, asOf) ? 1 : 0),
    finished: count.finished + (project.finishedOn && project.finishedOn <= asOf ? 1 : 0),
    plannedFen: count.plannedFen + (project.plannedFen ?? 0),
  };
}

/** All of them once, and those of each place; `by` tells whether places are counties (six digits and zeros) or villages. */
export function countPlaces(
  projects: readonly Placed[],
  { by, asOf }: { by: 'county' | 'village'; asOf: string },
): { total: PlaceCount; unplaced: number; places: ReadonlyMap<number, PlaceCount> } {
  let total = NONE;
  let unplaced = 0;
  const places = new Map<number, PlaceCount>();
  for (const project of projects) {
    total = plus(total, project, asOf);
    const codes = by === 'county' ? [project.countyCode * 1_000_000] : new Set(project.sites);
    if (by === 'village' && project.sites.length === 0) unplaced++;
    for (const code of codes) places.set(code, plus(places.get(code) ?? NONE, project, asOf));
  }
  return { total, unplaced, places };
}

export const noProjects = (): PlaceCount => ({ ...NONE });
