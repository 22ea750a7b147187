// Projects of a plan year: with their planned and actual days, and where they stand.

import { type RawBuilder, sql } from 'kysely';
import { countyOf, type RegionLevel, type RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { namesOf, type Region } from '../../regions/server/index.ts';
import { countPlaces, noProjects, type Placed } from '../domain/project-map.ts';
import { isLate, type Planned } from '../domain/timeline.ts';

const MOST_LINES = 300;

type Asked = {
  range: RegionRange;
  year: number;
  asOf: string;
  kind?: string | undefined;
  programme?: string | undefined;
  /** Only those built in this village; 0 for those of which no village is registered. */
  village?: number | undefined;
};
type Line = Planned & { number: string; name: string; regionName: string; villages: string };

/** A project stands at its county. Below, those are asked for that are built there. */
function inArea({ low, high }: RegionRange): RawBuilder<boolean> {
  const county = countyOf(low) * 1_000_000;
  if (county === low) return sql<boolean>`p.place_code between ${low} and ${high}`;
  return sql<boolean>`(p.place_code = ${county}
    and exists (select from unnest(p.site_village_codes) s where s between ${low} and ${high}))`;
}

function builtIn(village: number | undefined): RawBuilder<boolean> {
  if (village === undefined) return sql<boolean>`true`;
  if (village === 0) return sql<boolean>`coalesce(cardinality(p.site_village_codes), 0) = 0`;
  return sql<boolean>`${village}::bigint = any (p.site_village_codes)`;
}

function isAsked({ range, year, kind, programme, village }: Asked): RawBuilder<boolean> {
  return sql<boolean>`not p.voided and p.removed_on is null and p.plan_year = ${year} and ${inArea(range)}
      and (${kind ?? null}::text is null or p.project_kind = ${kind ?? null})
      and (${programme ?? null}::text is null or ${programme ?? null}::text = any (p.programmes))
      and ${builtIn(village)}`;
}

/** The newest year that has plans; undefined where none has. */
export async function newestPlanYear(tx: Tx, range: RegionRange): Promise<number | undefined> {
  const found = await tx.first<{ year: number | null }>(sql`select max(p.plan_year) as year from projects p
    where not p.voided and ${inArea(range)}`);
  return found?.year ?? undefined;
}

/** Late ones first, then by planned beginning; `total` counts all, of which at most 300 are told. */
export async function readTimeline(tx: Tx, asked: Asked) {
  const { year, asOf, village } = asked;
  const rows = await tx.rows(sql<Line>`
    select p.number, p.project_name as name, coalesce(r.name, '') as region_name,
      coalesce((select string_agg(v.name, '、' order by v.code) from regions v where v.code = any (p.site_village_codes)), '') as villages,
      p.planned_start::text, p.planned_finish::text, p.started_on::text, p.finished_on::text
    from projects p left join regions r on r.code = p.region_code
    where ${isAsked(asked)} order by p.planned_start nulls last, p.number limit 20000`);
  const lines = rows.map((row) => {
    const told = withoutNulls(row);
    return { ...told, isLate: isLate(told, asOf) };
  });
  const late = lines.filter((line) => line.isLate);
  const others = lines.filter((line) => !line.isLate);
  const villageName = village ? (await namesOf(tx, [village])).get(village) : undefined;
  return {
    ...{ year, asOf, total: lines.length, late: late.length, rows: [...late, ...others].slice(0, MOST_LINES) },
    ...(villageName ? { villageName } : {}),
  };
}

type Place = { code: number; name: string; groupCode: number; groupName: string };

const BY_COUNTY: readonly RegionLevel[] = ['autonomous-region', 'prefecture'];

/** Counts by county, from the county down by village; places without any are told too. */
export async function readProjectMap(tx: Tx, area: Region, asked: Asked) {
  const by: 'county' | 'village' = BY_COUNTY.includes(area.level) ? 'county' : 'village';
  const { low, high } = asked.range;
  const projects = await tx.rows(sql<Placed>`
    select p.county_code, p.planned_total_fen as planned_fen, p.planned_start::text, p.planned_finish::text, p.started_on::text,
      p.finished_on::text, coalesce(array(select s from unnest(p.site_village_codes) s where s between ${low} and ${high}), '{}') as sites
    from projects p where ${isAsked(asked)} order by p.number limit 20000`);
  const places = await tx.rows(sql<Place>`
    select r.code, r.name, g.code as group_code, g.name as group_name from regions r join regions g on g.code = r.parent_code
    where r.level = ${by} and r.valid_to is null and r.code between ${low} and ${high} order by g.code, r.code limit 2000`);
  const counted = countPlaces(projects.map(withoutNulls), { by, asOf: asked.asOf });
  return {
    ...{ year: asked.year, asOf: asked.asOf, area, by, total: counted.total, unplaced: counted.unplaced },
    places: places.map((place) => ({ ...place, ...(counted.places.get(place.code) ?? noProjects()) })),
  };
}
