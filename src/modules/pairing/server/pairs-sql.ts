// The pieces of SQL about pairs: those that hold on a day, and what was done within each.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Designation } from '../../regions/domain/designations.ts';

export type PairsAsked = { range: RegionRange; on: string };

/** The pair `t` has begun and not ended on the day. */
export function holdsOn(on: string): RawBuilder<unknown> {
  return sql`(not t.voided and t.started_on <= ${on}::date and (t.ended_on is null or t.ended_on > ${on}::date))`;
}

/** `pairs`, for `with …`: pairs of the range that hold on the day. */
export function pairsSql({ range: { low, high }, on }: PairsAsked): RawBuilder<unknown> {
  return sql`pairs as materialized (select t.number, t.pairing_kind as kind, t.helped_code, t.place_code, t.organisation_code as unit,
      t.cadre_number as cadre, t.started_on, t.ended_on, t.document_no
    from pairings t where t.place_code between ${low} and ${high} and ${holdsOn(on)})`;
}

/** `deeds`, for `with …`: by pair what was done in the year of the day up to it, and when last. */
export function deedsSql({ range: { low, high }, on }: PairsAsked): RawBuilder<unknown> {
  const inYear = sql`s.happened_on >= date_trunc('year', ${on}::date)::date`;
  const sum = (column: string, where = sql`true`) =>
    sql`coalesce(sum(${sql.ref(`s.${column}`)}) filter (where ${inYear} and ${where}), 0)::bigint`;
  return sql`deeds as materialized (
    select s.pairing_number as number, (count(*) filter (where ${inYear}))::int as deeds,
      ${sum('amount_fen', sql`s.fund_nature = 'direct'`)} as direct_fen, ${sum('amount_fen', sql`s.fund_nature = 'attracted'`)} as attracted_fen,
      ${sum('goods_value_fen')} as goods_fen,
      (count(*) filter (where ${inYear} and s.way = 'visit'))::int as visits, max(s.happened_on) as last_on
    from support_records s where not s.voided and s.place_code between ${low} and ${high} and s.happened_on <= ${on}::date group by 1)`;
}

/** Counties `d.region_code` that carry one of the titles on the day. */
export function titledSql(titles: readonly Designation[], on: string): RawBuilder<unknown> {
  return sql`(select d.region_code from county_designations d join regions c on c.code = d.region_code and c.level = 'county'
    where not d.voided and d.title = any(${[...titles]}::text[]) and coalesce(d.designated_on <= ${on}::date, true)
      and coalesce(d.revoked_on > ${on}::date, true))`;
}

export const KEY = ['key-national', 'key-regional'] as const satisfies readonly Designation[];

/**
 * Who helps, in words: the unit, else the cadre. A province's leader is told by the post alone: the name stays with the liaison office
 * (registers §12). Over a pair with `kind`, a unit `o` and a cadre `c`.
 */
export const HELPER = sql`coalesce(o.name, case when p.kind = 'leader-county' then nullif(c.post, '') else c.name end, p.unit, p.cadre, '')`;

/** The cadre beside the unit, by name. */
export const CADRE = sql`case when p.kind <> 'leader-county' and o.name is not null then c.name end`;

export const JOIN_HELPER = sql`left join organisations o on o.code = p.unit and not o.voided left join cadres c on c.number = p.cadre and not c.voided`;
