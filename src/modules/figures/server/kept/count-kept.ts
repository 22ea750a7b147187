// The total of a part from the counts kept by county; counties whose counts do not stand are counted anew.

import { sql } from 'kysely';
import { REGION_CODE, type RegionLevel } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import type { Part, Reading } from '../reading.ts';
import { type CountyCount, countByCounty, remember, snapshotNow, standingCounties, together } from './kept-counts.ts';
import { keepingOf } from './marked.ts';

/** The part of a figure in another area, by the same settings. */
export type PartIn = (area: { code: number; level: RegionLevel }) => Part;

/** More counties than these are counted in one go over the whole area. */
const FEW = 6;

const LEVELS: readonly RegionLevel[] = ['autonomous-region', 'prefecture', 'county'];

const COUNTED: readonly Part['counts'][] = ['amount', 'objects'];

function countiesOf(tx: Tx, { area }: Reading): Promise<{ code: number }[]> {
  return tx.rows(sql<{ code: number }>`select (code / 1000000)::int as code from regions
    where level = 'county' and code between ${area.low} and ${area.high} order by code limit 1000`);
}

/** Of the counties that have rows. */
async function countAnew(tx: Tx, part: Part, partIn: PartIn, counties: readonly number[]): Promise<CountyCount[]> {
  if (counties.length > FEW) return countByCounty(tx, part);
  const found: CountyCount[] = [];
  for (const county of counties)
    found.push(...(await countByCounty(tx, partIn({ code: county * 1_000_000, level: 'county' }))));
  return found;
}

/** The part's total by what is kept; nothing where it is not kept, or not for such an area. */
export async function countKept(tx: Tx, r: Reading, part: Part, partIn: PartIn): Promise<string | undefined> {
  if (r.moment !== undefined || !COUNTED.includes(part.counts) || !LEVELS.includes(r.area.level)) return undefined;
  const keeping = keepingOf(partIn({ code: REGION_CODE, level: 'autonomous-region' }).rows);
  if (!keeping) return undefined;
  const all = (await countiesOf(tx, r)).map(({ code }) => code);
  const standing = await standingCounties(tx, keeping, all);
  const missing = all.filter((county) => !standing.includes(county));
  if (missing.length === 0) return together(tx, keeping, standing, []);
  const seen = await snapshotNow(tx);
  const anew = await countAnew(tx, part, partIn, missing);
  // Rows that lie in no county would be lost.
  if (anew.some(({ county }) => !all.includes(county))) return undefined;
  const none = { total: '0', objects: part.counts === 'amount' ? null : [] };
  const counts = all.flatMap((county) => {
    const own = anew.find((count) => count.county === county);
    return own ?? (missing.includes(county) ? { county, ...none } : []);
  });
  remember(tx, { ...keeping, seen, counts });
  const counted = new Set(counts.map(({ county }) => county));
  return together(
    tx,
    keeping,
    standing.filter((county) => !counted.has(county)),
    counts,
  );
}
