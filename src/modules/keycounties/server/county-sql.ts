// The pieces of SQL about key counties: which they are on a day, who is posted there, and which clauses are in their favour.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { clausesSql } from '../../entitlements/server/index.ts';
import { KEY } from '../../pairing/server/index.ts';

export type CountyAsked = { range: RegionRange; on: string };

/** `keys`, for `with …`: counties of the range that carry a title of a key county on the day, with all titles of the day. */
export function keysSql({ range: { low, high }, on }: CountyAsked): RawBuilder<unknown> {
  return sql`keys as materialized (
    select r.code, r.name, array_agg(d.title order by d.title) as titles
    from regions r join county_designations d on d.region_code = r.code and not d.voided and coalesce(d.designated_on <= ${on}::date, true)
      and coalesce(d.revoked_on > ${on}::date, true)
    where r.level = 'county' and r.code between ${low} and ${high}
    group by r.code, r.name having bool_or(d.title = any(${[...KEY]}::text[])))`;
}

/** `posted`, for `with …`: specialists in the range on the day; one with two postings stands twice. */
export function postedSql({ range: { low, high }, on }: CountyAsked): RawBuilder<unknown> {
  return sql`posted as materialized (
    select t.cadre_number, t.region_code, t.specialist_team, t.professional_title, t.profession, t.sending_unit, t.served_industry, t.posted_on, t.ended_on
    from specialist_postings t where not t.voided and t.place_code between ${low} and ${high} and t.posted_on <= ${on}::date
      and (t.ended_on is null or t.ended_on > ${on}::date))`;
}

/** `teams`, for `with …`: those of the range that serve on the day, with how many they have and when the last one left. */
export function teamsSql({ range: { low, high }, on }: CountyAsked): RawBuilder<unknown> {
  return sql`teams as materialized (
    select t.county_code, t.id, t.region_code, t.team_name, t.head_number, t.industry, t.sending_unit, t.planned, t.formed_on, t.ended_on,
      (select count(distinct p.cadre_number) from posted p where p.region_code = t.region_code and p.specialist_team = t.team_name)::int as members,
      greatest(t.formed_on, (select max(s.ended_on) from specialist_postings s where s.region_code = t.region_code
        and s.specialist_team = t.team_name and not s.voided and s.ended_on <= ${on}::date)) as short_since
    from specialist_teams t where not t.voided and t.place_code between ${low} and ${high} and t.formed_on <= ${on}::date
      and (t.ended_on is null or t.ended_on > ${on}::date))`;
}

/** `plans`, for `with …`: the approved plan of each county of the range that holds on the day. */
export function plansSql({ range: { low, high }, on }: CountyAsked): RawBuilder<unknown> {
  return sql`plans as materialized (
    select t.number, t.region_code, t.plan_title, t.starts_on, t.ends_on from key_county_plans t
    where not t.voided and t.place_code between ${low} and ${high} and t.starts_on <= ${on}::date and t.ends_on >= ${on}::date
      and t.approved_on <= ${on}::date)`;
}

/**
 * `favours`, for `with …` after `keys`: each clause in favour of each key county on the day, with what was done under it in the year up to the day.
 * Clauses are counted, not documents: 14 项 (registers §9, trap 5).
 */
export function favoursSql({ range: { low, high }, on }: CountyAsked): RawBuilder<unknown> {
  return sql`${clausesSql(on)}, favours as materialized (
    select k.code, c.document_number, c.document_title, c.clause_no, c.gist, c.clause_order, coalesce(d.deeds, 0) as deeds,
      coalesce(d.amount_fen, 0)::bigint as amount_fen, coalesce(d.confirmed, 0) as confirmed, d.last_on
    from keys k join clauses c on c.clause_set = 'key-county' and (coalesce(cardinality(c.titles), 0) = 0 or c.titles && k.titles)
      left join (select f.region_code, f.document_number, f.clause_no, count(*)::int as deeds, sum(f.amount_fen) as amount_fen,
          count(f.confirmed_on)::int as confirmed, max(f.done_on) as last_on
        from key_county_favours f where not f.voided and f.place_code between ${low} and ${high} and f.done_on <= ${on}::date
          and f.done_on >= date_trunc('year', ${on}::date)::date group by 1, 2, 3) d
        on d.region_code = k.code and d.document_number = c.document_number and d.clause_no = c.clause_no)`;
}

/** A specialist `p.cadre_number` was posted to the county of `s.region_code` on `s.served_on`. */
export const IS_POSTED = sql`exists (select from specialist_postings w where w.cadre_number = s.cadre_number and not w.voided
  and w.region_code = s.region_code / 1000000 * 1000000 and w.posted_on <= s.served_on and (w.ended_on is null or w.ended_on > s.served_on))`;
