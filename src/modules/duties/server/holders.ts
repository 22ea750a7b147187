// Who holds the posts of regions on a day, and since when required ones are empty.

import { type RawBuilder, sql } from 'kysely';
import { LEVELS, type RegionLevel } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { LIVED_IN } from '../../households/server/index.ts';
import type { Post } from '../../policies/domain/duty-term-register.ts';
import { type Holder, requiredPosts, vacantPosts } from '../domain/chain.ts';

const MOST_HOLDERS = 20_000;

export const HELD = (on: string) =>
  sql`not t.voided and t.appointed_on <= ${on}::date and (t.dismissed_on is null or t.dismissed_on > ${on}::date)`;

type RegionRow = { code: number; name: string; level: RegionLevel };
/** `livedIn`: posts are asked for. */
type AskedRow = RegionRow & { livedIn: boolean };
export type Link = RegionRow & { holders: Holder[]; vacant: { post: Post; since?: string }[] };

/** The regions that `which` picks of `r`, each with its holders on the day and its empty posts, from above. */
export async function readLinks(tx: Tx, which: RawBuilder<unknown>, on: string): Promise<Link[]> {
  const regions = await tx.rows(sql<AskedRow>`
    select r.code, r.name, r.level, ${sql.raw(LIVED_IN)} as lived_in from regions r where ${which} and r.valid_from <= ${on}::date and (r.valid_to is null or r.valid_to > ${on}::date)
    order by r.code limit ${MOST_HOLDERS}`);
  const codes = regions.map(({ code }) => code);
  const rows = await tx.rows(sql<Holder & { regionCode: number }>`
    select t.region_code, t.post, coalesce(c.name, t.cadre_number) as name, coalesce(c.organisation_name, o.name) as unit, c.post as title, t.department,
      t.appointed_on::text as since, coalesce(t.in_charge, false) as acting, t.document_no
    from duty_terms t left join cadres c on c.number = t.cadre_number and not c.voided left join organisations o on o.code = c.organisation_code
    where t.region_code = any(${codes}::bigint[]) and ${HELD(on)}
    order by t.region_code, coalesce(t.in_charge, false), t.appointed_on, t.id limit ${MOST_HOLDERS}`);
  const left = await tx.rows(sql<{ regionCode: number; post: Post; since: string }>`
    select t.region_code, t.post, max(t.dismissed_on)::text as since from duty_terms t
    where t.region_code = any(${codes}::bigint[]) and not t.voided and t.dismissed_on <= ${on}::date group by 1, 2`);
  const held = Map.groupBy(rows, ({ regionCode }) => regionCode);
  const since = new Map(left.map((row) => [`${row.regionCode} ${row.post}`, row.since]));
  return regions
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.code - b.code)
    .map(({ livedIn, ...region }) => {
      const holders = (held.get(region.code) ?? []).map(
        ({ regionCode: _code, ...holder }) => withoutNulls(holder) as Holder,
      );
      const empty = livedIn ? vacantPosts(region.level, holders) : [];
      const vacant = empty.map((post) => {
        const day = since.get(`${region.code} ${post}`);
        return day === undefined ? { post } : { post, since: day };
      });
      return { ...region, holders, vacant };
    });
}

/** `asked`, for `with …`: `(code, name, level, post)` of every post that may not be empty in a range, by level. */
export function requiredSql(low: number, high: number, on: string): RawBuilder<unknown> {
  const pairs = LEVELS.flatMap((level) => requiredPosts(level).map((post) => sql`(${level}::text, ${post}::text)`));
  return sql`asked as (select r.code, r.name, r.level, p.post from regions r join (values ${sql.join(pairs)}) p (level, post) on p.level = r.level
    where r.code between ${low} and ${high} and ${sql.raw(LIVED_IN)} and r.valid_from <= ${on}::date and (r.valid_to is null or r.valid_to > ${on}::date)),
    filled as (select distinct t.region_code as code, t.post from duty_terms t where t.region_code between ${low} and ${high} and ${HELD(on)})`;
}
