// SQL of the figures on home and map. The home reads one index of open warnings; the map adds up the counts per village.

import { sql } from 'kysely';
import type { RegionLevel, RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { LEVELS, type WarningLevel } from '../domain/rules.ts';
import { TODAY } from './screening/merge-warnings.ts';

const today = sql.raw(TODAY);

type OpenCounts = {
  dueToday: number;
  overdue: number;
  fresh: number;
  open: number;
  openByLevel: Record<WarningLevel, number>;
};

export const NOTHING_OPEN: OpenCounts = {
  dueToday: 0,
  overdue: 0,
  fresh: 0,
  open: 0,
  openByLevel: { red: 0, orange: 0, yellow: 0, data: 0 },
};

/** `since`: instant from which a warning is new; without it every open one is. */
export async function countOpen(
  tx: Tx,
  range: RegionRange,
  asOf: string,
  since: string | undefined,
): Promise<OpenCounts> {
  const sums = LEVELS.map((level) => `coalesce(sum(open_${level}), 0)::int as ${level}`).join(', ');
  const byLevel = tx.first(sql<Record<WarningLevel, number>>`
    select ${sql.raw(sums)} from screening_counts
    where as_of = ${asOf}::date and village_code between ${range.low} and ${range.high}`);
  // Written so that the index of open warnings answers alone, and rows that do not count are dropped before areas are tested.
  const standing = sql`as_of = ${asOf}::date and active and state = 'open' and village_code between ${range.low} and ${range.high}`;
  // Asked first, so that without an event the index alone still answers.
  const running = await tx.first(sql<{ any: boolean }>`select any_running_event() as any`);
  const inbox = running?.any ? sql`and not in_running_event(county_code, household_id)` : sql``;
  const dueSoFar = tx.first(sql<{ dueToday: number; overdue: number }>`
    select (count(*) filter (where due_on = ${today}))::int as due_today,
      (count(*) filter (where due_on < ${today}))::int as overdue
    from warnings where ${standing} and due_on <= ${today} ${inbox}`);
  const foundSince = since
    ? tx.first(sql<{ fresh: number }>`
        select count(*)::int as fresh from warnings where ${standing} and found_at >= ${since}::timestamptz`)
    : undefined;
  const [openByLevel, due, found] = await Promise.all([byLevel, dueSoFar, foundSince]);
  if (!openByLevel) return NOTHING_OPEN;
  const open = LEVELS.reduce((sum, level) => sum + openByLevel[level], 0);
  return {
    dueToday: due?.dueToday ?? 0,
    overdue: due?.overdue ?? 0,
    fresh: since ? (found?.fresh ?? 0) : open,
    open,
    openByLevel,
  };
}

export type MapRow = {
  code: number;
  name: string;
  level: RegionLevel;
  households: number;
  warnings: number;
  open: number;
  red: number;
  orange: number;
  yellow: number;
  data: number;
};

const WIDTH = { prefecture: 8, county: 6, township: 3, village: 0 } as const;

/** Figures of every region of `level` inside the range, those without households too. */
export async function countByRegion(
  tx: Tx,
  range: RegionRange,
  level: keyof typeof WIDTH,
  asOf: string | undefined,
): Promise<MapRow[]> {
  const size = 10 ** WIDTH[level];
  const sums = LEVELS.map((name) => `sum(${name})::int as ${name}`).join(', ');
  const zeros = LEVELS.map((name) => `coalesce(c.${name}, 0) as ${name}`).join(', ');
  // Added up once, whatever the planner thinks of the number of villages.
  return tx.rows(sql<MapRow>`
    with c as materialized (
      select village_code / ${size}::bigint * ${size}::bigint as code, sum(households)::int as households,
        sum(red + orange + yellow + data)::int as warnings,
        sum(open_red + open_orange + open_yellow + open_data)::int as open, ${sql.raw(sums)}
      from screening_counts where as_of = ${asOf ?? null}::date and village_code between ${range.low} and ${range.high}
      group by 1)
    select r.code, r.name, r.level, coalesce(c.households, 0) as households, coalesce(c.warnings, 0) as warnings,
      coalesce(c.open, 0) as open, ${sql.raw(zeros)}
    from regions r left join c on c.code = r.code
    where r.level = ${level} and r.code between ${range.low} and ${range.high}
      and (r.valid_to is null or c.households > 0)
    order by r.code limit 500`);
}

/** Level of the regions shown below a region of this level. */
export function levelBelow(level: RegionLevel, by: 'children' | 'counties'): keyof typeof WIDTH {
  if (level === 'autonomous-region') return by === 'counties' ? 'county' : 'prefecture';
  if (level === 'prefecture') return 'county';
  return level === 'county' ? 'township' : 'village';
}

/** Open warnings of the newest screening that stands in each of the villages that has any. */
export async function countOpenIn(tx: Tx, codes: number[]): Promise<{ code: number; warnings: number }[]> {
  return tx.rows(sql<{ code: number; warnings: number }>`
    select village_code as code, count(*)::int as warnings from warnings
    where as_of = newest_screening(village_code, village_code) and active and state = 'open' and village_code = any(${codes}::bigint[])
    group by 1`);
}
