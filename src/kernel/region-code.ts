// The twelve-digit codes of the National Bureau of Statistics: 2 province, 4 league, 6 county, 9 township, 12 village.
// A region and everything below it is one range of numbers, which is what area checks and indexes use.

export type RegionLevel = 'autonomous-region' | 'prefecture' | 'county' | 'township' | 'village';

export const LEVELS: RegionLevel[] = ['autonomous-region', 'prefecture', 'county', 'township', 'village'];

export const LEVEL_NAMES: Record<RegionLevel, string> = {
  'autonomous-region': '自治区',
  prefecture: '盟市',
  county: '旗县',
  township: '苏木乡镇',
  village: '嘎查村',
};

const WIDTH: Record<RegionLevel, number> = {
  'autonomous-region': 2,
  prefecture: 4,
  county: 6,
  township: 9,
  village: 12,
};

export type RegionRange = { low: number; high: number };

/** The codes of a region and all below it: 150923000000 at county level → 150923000000…150923999999. */
export function rangeOf(code: number, level: RegionLevel): RegionRange {
  const size = 10 ** (12 - WIDTH[level]);
  const low = Math.floor(code / size) * size;
  return { low, high: low + size - 1 };
}

/** The highest level that has this code as its own. */
export function levelOfCode(code: number): RegionLevel {
  return LEVELS.find((level) => rangeOf(code, level).low === code) ?? 'village';
}

/** How wide a region of the level below is, as a range of codes; a village has none below and is its own. */
export function sizeBelow(level: RegionLevel): number {
  const below = LEVELS[LEVELS.indexOf(level) + 1];
  return 10 ** (12 - WIDTH[below ?? 'village']);
}

/** The autonomous region itself. */
export const REGION_CODE = 150_000_000_000;

export const WHOLE_REGION = rangeOf(REGION_CODE, 'autonomous-region');

export function coversRegion({ low, high }: RegionRange): boolean {
  return low <= WHOLE_REGION.low && high >= WHOLE_REGION.high;
}

export function isWithin(range: RegionRange, code: number): boolean {
  return code >= range.low && code <= range.high;
}

export function countyOf(code: number): number {
  return Math.floor(code / 1_000_000);
}

/** A twelve-digit code as a number, or 0 where the text is not one. */
export function parseRegionCode(text: string): number {
  return /^\d{12}$/.test(text) ? Number(text) : 0;
}
