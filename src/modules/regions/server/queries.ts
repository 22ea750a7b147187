// SQL on regions. Closed regions are found by code (old records name them) but not offered in lists and searches.

import { type RawBuilder, sql } from 'kysely';
import { latinLetters } from '../../../kernel/person-name.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionLevel, RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Designation } from '../domain/designations.ts';
import '../domain/problems.ts';

export type Region = { code: number; name: string; level: RegionLevel; kind: string; parentCode: number | null };

type RegionHit = Omit<Region, 'parentCode'> & { pathText: string };

export async function findRegion(tx: Tx, code: number): Promise<Region | undefined> {
  return tx.kept.first(sql<Region>`select code, name, level, kind, parent_code from regions where code = ${code}`);
}

export async function getRegion(tx: Tx, code: number): Promise<Region> {
  const region = await findRegion(tx, code);
  if (!region) throw new Problem('regions.not-found', { code });
  return region;
}

/**
 * Every village code that a file may name with the code of today, which is another where villages were merged or recoded: pairs
 * one after the other, so that they can be handed to a worker (`villagesOf` reads them there). Of today's inside `range` only.
 */
export async function listVillageCodes(tx: Tx, range?: RegionRange): Promise<Float64Array> {
  const rows = await tx.rows(sql<{ code: number; today: number }>`
    select v.code, t.code as today from regions v join regions t on t.code = coalesce(v.successor_code, v.code)
    where v.level = 'village' and t.valid_to is null
      and t.code between ${range?.low ?? 0} and ${range?.high ?? 999_999_999_999}
    order by v.code`);
  return Float64Array.from(rows.flatMap(({ code, today }) => [code, today]));
}

export async function listChildren(tx: Tx, code: number): Promise<Region[]> {
  return tx.rows(sql<Region>`select code, name, level, kind, parent_code from regions
    where parent_code = ${code} and valid_to is null order by code limit 500`);
}

/** From the autonomous region down to the region itself. */
export async function listPath(tx: Tx, code: number): Promise<Region[]> {
  return tx.rows(sql<Region>`
    with recursive path as (
      select code, name, level, kind, parent_code, 0 as height from regions where code = ${code}
      union all
      select r.code, r.name, r.level, r.kind, r.parent_code, p.height + 1 from path p join regions r on r.code = p.parent_code)
    select code, name, level, kind, parent_code from path order by height desc`);
}

/** Whether a region's name is spelled like the letters, in one of its ways: they stand one after the other with a blank between. */
export function isSpelled(region: RawBuilder<unknown>, letters: string): RawBuilder<boolean> {
  const begins = (column: string) =>
    sql`(starts_with(${region}.${sql.raw(column)}, ${letters}) or strpos(${region}.${sql.raw(column)}, ${` ${letters}`}) > 0)`;
  return sql`(${begins('pinyin')} or ${begins('initials')})`;
}

/** Best first: inside `near`, beginning with the text, higher level, shorter name. Only inside `within`, if given. */
export async function searchRegions(
  tx: Tx,
  text: string,
  near: RegionRange,
  within?: RegionRange,
): Promise<RegionHit[]> {
  const letters = latinLetters(text);
  return tx.rows(sql<RegionHit>`
    select r.code, r.name, r.level, r.kind,
      concat_ws(' / ', p3.name, p2.name, p1.name) as path_text
    from regions r
    left join regions p1 on p1.code = r.parent_code and p1.level <> 'autonomous-region'
    left join regions p2 on p2.code = p1.parent_code and p2.level <> 'autonomous-region'
    left join regions p3 on p3.code = p2.parent_code and p3.level <> 'autonomous-region'
    where r.valid_to is null
      and r.code between ${within?.low ?? 0} and ${within?.high ?? 999_999_999_999}
      and (strpos(r.name, ${text}) > 0 or ${letters === undefined ? sql`false` : isSpelled(sql`r`, letters)}
        or starts_with(r.code::text, ${text}))
    order by (r.code between ${near.low} and ${near.high}) desc, starts_with(r.name, ${text}) desc,
      array_position(array['autonomous-region', 'prefecture', 'county', 'township', 'village'], r.level),
      length(r.name), r.code
    limit 20`);
}

/** Levels by code: of these regions, or of all. */
export async function levelsOf(tx: Tx, codes?: readonly number[]): Promise<Map<number, RegionLevel>> {
  const asked = codes === undefined ? sql`true` : sql`code = any (${codes}::bigint[])`;
  const rows = await tx.rows(sql<{ code: number; level: RegionLevel }>`select code, level from regions where ${asked}`);
  return new Map(rows.map(({ code, level }) => [code, level]));
}

/** Everyday names by code. */
export async function namesOf(tx: Tx, codes: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.rows(
    sql<{ code: number; name: string }>`select code, name from regions where code = any (${codes}::bigint[])`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

type CountyDesignation = { countyCode: number; countyName: string; designation: Designation; evidence: string };

/** Titles in force today. */
export async function listDesignations(tx: Tx, range: RegionRange): Promise<CountyDesignation[]> {
  return tx.rows(sql<CountyDesignation>`
    select d.region_code as county_code, r.name as county_name, d.title as designation, coalesce(d.evidence, '') as evidence
    from county_designations d join regions r on r.code = d.region_code
    where d.place_code between ${range.low} and ${range.high} and not d.voided
      and coalesce(d.designated_on <= today_there(), true) and coalesce(d.revoked_on > today_there(), true)
    order by d.region_code, d.title`);
}

/** Names of the regions from the autonomous region down to this one. */
export async function areaNames(tx: Tx, code: number): Promise<string[]> {
  const rows = await tx.kept.rows(sql<{ name: string }>`
    with recursive path as (
      select code, name, parent_code, 0 as height from regions where code = ${code}
      union all select r.code, r.name, r.parent_code, p.height + 1 from path p join regions r on r.code = p.parent_code)
    select name from path order by height desc`);
  return rows.map(({ name }) => name);
}
