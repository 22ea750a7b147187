// The total of a part from the counts that are kept; counties whose counts do not stand are counted anew.

import { sql } from 'kysely';
import { REGION_CODE, type RegionLevel } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import type { Part, Reading } from '../reading.ts';
import {
  type AreaCount,
  type AskedFor,
  addsUp,
  type CountyCount,
  countByCounty,
  objectsTogether,
  remember,
  rememberedCounts,
  snapshotNow,
  standingCounts,
} from './kept-counts.ts';
import { type Keeping, keepingOf } from './marked.ts';

/** A part of a figure, in any area by the same settings; nothing where there is none. */
export type PartElsewhere = { figure: string; in: (area: { code: number; level: RegionLevel }) => Part | undefined };

/** More counties than these are counted in one go over the whole area. */
const FEW = 6;

const LEVELS: readonly RegionLevel[] = ['autonomous-region', 'prefecture', 'county'];

const COUNTED: readonly Part['counts'][] = ['amount', 'objects'];

const SIX_DIGITS = 1_000_000;

async function countiesOf(tx: Tx, { area }: Reading): Promise<number[]> {
  const found = await tx.rows(sql<{ code: number }>`select (code / 1000000)::int as code from regions
    where level = 'county' and code between ${area.low} and ${area.high} order by code limit 1000`);
  return found.map(({ code }) => code);
}

/** Of the counties that have rows. */
async function countAnew(
  tx: Tx,
  part: Part,
  elsewhere: PartElsewhere,
  counties: readonly number[],
): Promise<CountyCount[]> {
  if (counties.length > FEW) return countByCounty(tx, part);
  const found: CountyCount[] = [];
  for (const county of counties) {
    const own = elsewhere.in({ code: county * SIX_DIGITS, level: 'county' });
    if (own) found.push(...(await countByCounty(tx, own)));
  }
  return found;
}

/** Where the part is kept at all; its digest is the same whatever area is asked for. */
function keepingIn(r: Reading, part: Part, elsewhere: PartElsewhere): Keeping | undefined {
  if (!COUNTED.includes(part.counts) || !LEVELS.includes(r.area.level)) return undefined;
  const whole = elsewhere.in({ code: REGION_CODE, level: 'autonomous-region' });
  return whole && keepingOf(whole);
}

const askedFor = ({ on }: Reading, { figure }: PartElsewhere): AskedFor => ({ figure, day: on.day });

type ByCounty = { standing: AreaCount[]; anew: CountyCount[] };

async function byCounty(
  tx: Tx,
  r: Reading,
  keeping: Keeping,
  part: Part,
  elsewhere: PartElsewhere,
): Promise<ByCounty | undefined> {
  const all = await countiesOf(tx, r);
  const own = rememberedCounts(tx, keeping, all);
  const standing = await standingCounts(
    tx,
    keeping,
    all.filter((county) => !own.some(({ area }) => area === county)),
  );
  const found = new Set([...standing, ...own].map(({ area }) => area));
  const missing = all.filter((county) => !found.has(county));
  if (missing.length === 0) return { standing, anew: own };
  const seen = await snapshotNow(tx);
  const counted = await countAnew(tx, part, elsewhere, missing);
  // Rows that lie in no county would be lost.
  if (counted.some(({ area }) => !all.includes(area))) return undefined;
  const none = { total: '0', rows: 0, objects: addsUp(part) ? null : [] };
  const anew = missing.map((county) => counted.find(({ area }) => area === county) ?? { area: county, ...none });
  remember(tx, { ...keeping, ...askedFor(r, elsewhere), seen, counts: anew });
  return { standing, anew: [...own, ...anew] };
}

/** The part by county, from what is kept; nothing where it is not kept, or not for such an area. */
export async function countCountiesKept(
  tx: Tx,
  r: Reading,
  part: Part,
  elsewhere: PartElsewhere,
): Promise<Map<number, AreaCount> | undefined> {
  const keeping = keepingIn(r, part, elsewhere);
  const counts = keeping && (await byCounty(tx, r, keeping, part, elsewhere));
  return counts && new Map([...counts.standing, ...counts.anew].map((count) => [count.area * SIX_DIGITS, count]));
}

async function sumOf(tx: Tx, counts: readonly AreaCount[]): Promise<string> {
  const found = await tx.first(sql<{ total: string }>`select coalesce(sum(x.total), 0)::text as total
    from unnest(${counts.map(({ total }) => total)}::numeric[]) x (total)`);
  return found?.total ?? '0';
}

/** The part's total and rows by what is kept; nothing where it is not kept, or not for such an area. */
export async function countKept(
  tx: Tx,
  r: Reading,
  part: Part,
  elsewhere: PartElsewhere,
): Promise<AreaCount | undefined> {
  const keeping = keepingIn(r, part, elsewhere);
  if (!keeping) return undefined;
  const area = r.area.code / SIX_DIGITS;
  const [own] = rememberedCounts(tx, keeping, [area]);
  if (own) return own;
  const seen = await snapshotNow(tx);
  const told = (count: AreaCount) =>
    remember(tx, { ...keeping, ...askedFor(r, elsewhere), seen, counts: [{ ...count, objects: null }] });
  const [known] = await standingCounts(tx, keeping, [area]);
  if (known) {
    // A county keeps its objects as well.
    if (known.isForgotten && r.area.level !== 'county') told(known);
    return known;
  }
  const counts = await byCounty(tx, r, keeping, part, elsewhere);
  if (!counts) return undefined;
  const { standing, anew } = counts;
  const rows = [...standing, ...anew].reduce((sum, count) => sum + count.rows, 0);
  const kept = standing.map(({ area: county }) => county);
  const total = addsUp(part) ? await sumOf(tx, [...standing, ...anew]) : await objectsTogether(tx, keeping, kept, anew);
  if (total === undefined) return undefined;
  const count = { area, total, rows };
  // A county is kept already.
  if (r.area.level !== 'county') told(count);
  return count;
}
