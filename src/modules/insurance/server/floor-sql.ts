// The pieces of SQL about both nets: households with the people they have on the newest dibao roster and what a policy paid them.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { findParameter, PARAMETER_SCALE, resolveParameter } from '../../parameters/domain/parameters.ts';
import { parameterSettings } from '../../parameters/server/index.ts';

export type FloorAsked = { range: RegionRange; on: string; lines: readonly CountyLine[] };
type CountyLine = { county_code: number; fen: number };

/** The monitoring line of a day, fen a head, of every county in a range that has one. */
export async function linesOn(tx: Tx, { low, high }: RegionRange, on: string): Promise<CountyLine[]> {
  const rows = await parameterSettings.all(tx, 'income.line');
  const scale = PARAMETER_SCALE[findParameter('income.line')?.unit ?? 'yuan'];
  const counties = await tx.rows(sql<{ code: number }>`select code / 1000000 as code from regions
    where level = 'county' and code between ${Math.floor(low / 1e6) * 1e6} and ${high} limit 1000`);
  return counties.flatMap(({ code }) => {
    const value = resolveParameter(rows, code, 'income.line', on);
    return value === undefined ? [] : [{ county_code: code, fen: Math.round(value * scale) }];
  });
}

/** The newest month up to the day of which a county has handed in a roster: not every county is as fast as the next. */
const NEWEST_MONTH = (on: string) => sql`(select county_code, max(month) as month from feed_dibao_roster
  where month <= ${on}::date and county_code is not null group by 1)`;

/** `floor`, for `with …`: households of the range that live, with `is_poor`: monitored, or under the line of the day. */
export function floorSql({ range: { low, high }, on, lines }: FloorAsked): RawBuilder<unknown> {
  const paidLately = sql`not c.voided and c.claim_paid_on <= ${on}::date and c.claim_paid_on > ${on}::date - interval '1 year'`;
  return sql`months as materialized (select * from ${NEWEST_MONTH(on)} n),
    dibao as materialized (
      select r.county_code, r.household_id, count(distinct r.person_id)::int as persons
      from feed_dibao_roster r join months n on n.county_code = r.county_code and n.month = r.month
      where r.household_id is not null group by 1, 2),
    paid as materialized (
      select county_code, household_id, count(*)::int as claims, sum(fen)::bigint as fen from (
        select h.county_code, h.id as household_id, c.claim_amount_fen as fen
        from insurance_claims c join households h on h.number = c.household_number
        where ${paidLately}
        union all
        select m.county_code, m.household_id, c.claim_amount_fen
        from insurance_claims c join persons m on m.county_code = c.county_code and m.id = c.person_id
        where c.household_number is null and ${paidLately}) p
      group by 1, 2),
    floor as materialized (
      select h.county_code, h.id, h.number, h.head_name, h.village_code, h.member_count, h.net_per_capita_fen::bigint as per_head_fen,
        (h.monitoring_category is not null and h.risk_cleared is not true) as monitored,
        coalesce(d.persons, 0) as dibao_persons, coalesce(p.claims, 0) as claims, coalesce(p.fen, 0)::bigint as claim_fen,
        (h.monitoring_category is not null and h.risk_cleared is not true) or coalesce(h.net_per_capita_fen < l.fen, false) as is_poor
      from households h left join dibao d on d.county_code = h.county_code and d.household_id = h.id
        left join paid p on p.county_code = h.county_code and p.household_id = h.id
        left join jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(county_code int, fen bigint) on l.county_code = h.county_code
      where h.valid_to is null and h.village_code between ${low} and ${high})`;
}

export const LOOKED = {
  neither: sql`f.is_poor and f.dibao_persons = 0 and f.claims = 0`,
  both: sql`f.dibao_persons > 0 and f.claims > 0`,
  'dibao-only': sql`f.dibao_persons > 0 and f.claims = 0`,
  'claim-only': sql`f.dibao_persons = 0 and f.claims > 0`,
} as const;
