// Households that could work and are tied to no industry on a day: no contract, no industry project or measure, no courtyard, nobody in
// a workshop, no dividend within a year.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { ABLE_LABOUR } from '../../households/domain/labour.ts';
import { inForceSql } from './fulfilment-sql.ts';

export type UnlinkedAsked = { range: RegionRange; on: string; who: 'focus' | 'all' };

/** `tied_numbers`: numbers of households that something of industry reaches on the day. */
function tiedSql({ low, high }: RegionRange, day: RawBuilder<unknown>): RawBuilder<unknown> {
  const here = (alias: string) => sql`${sql.ref(`${alias}.place_code`)} between ${low} and ${high}`;
  return sql`
    select t.household_number as number from linkage_contracts t where t.household_number is not null and ${here('t')} and ${inForceSql(day)}
    union select b.household_number from project_beneficiaries b join projects j on j.number = b.project_number
      where not b.voided and ${here('b')} and j.project_kind = 'industry' and b.benefit_year >= extract(year from ${day}) - 1
        and b.benefited_on <= ${day} and (b.stopped_on is null or b.stopped_on > ${day})
    union select m.household_number from help_measures m where not m.voided and ${here('m')} and m.measure_kind = 'industry'
      and m.started_on <= ${day} and (m.ended_on is null or m.ended_on > ${day})
    union select c.household_number from courtyards c where not c.voided and ${here('c')} and c.started_on <= ${day}
      and (c.stopped_on is null or c.stopped_on > ${day})
    union select o.household_number from household_payouts o where not o.voided and ${here('o')} and o.payout_kind in ('linkage', 'dividend')
      and o.paid_on > ${day} - 365 and o.paid_on <= ${day} and o.household_number is not null`;
}

/** For `with …`: `unlinked`, a row of each such household with what its cause follows from. */
export function unlinkedSql({ range, on, who }: UnlinkedAsked): RawBuilder<unknown> {
  const { low, high } = range;
  const day = sql`${on}::date`;
  const isFocus = sql`(h.kind = 'lifted' or (h.monitoring_category is not null and h.risk_cleared is not true))`;
  return sql`tied_numbers as materialized (${tiedSql(range, day)}),
    alone as materialized (
      select h.* from households h where h.valid_to is null and h.village_code between ${low} and ${high}
        and ${who === 'focus' ? isFocus : sql`true`} and not exists (select from tied_numbers t where t.number = h.number)),
    hands as materialized (
      select p.county_code, p.household_id, count(*)::int as able, (count(*) filter (where j.is_away))::int as away,
        (count(*) filter (where j.is_own))::int as own, bool_or(j.in_workshop) as in_workshop
      from alone h join persons p on p.county_code = h.county_code and p.household_id = h.id and p.valid_to is null and p.labour = any(${[...ABLE_LABOUR]}::text[])
        left join lateral (
          select bool_or(s.job_form = 'away') as is_away, bool_or(s.job_form = 'own-business') as is_own,
            bool_or(s.workshop_number is not null or s.job_form = 'workshop') as in_workshop
          from employment_spells s where s.county_code = p.county_code and s.person_id = p.id and not s.voided
            and s.started_on <= ${day} and (s.left_on is null or s.left_on > ${day})) j on true
      group by 1, 2),
    near as materialized (
      select distinct t.place_code from linkage_contracts t where t.place_code between ${low} and ${high} and ${inForceSql(day)}),
    unlinked as materialized (
      select h.county_code, h.id, h.number, h.head_name, h.village_code, h.member_count, h.net_per_capita_fen::bigint as per_head_fen,
        (h.monitoring_category is not null and h.risk_cleared is not true) as monitored, w.able, w.away, w.own,
        exists (select from linkage_contracts t where t.household_number = h.number and not t.voided) as had,
        exists (select from near n where n.place_code = h.village_code) as near,
        q.county_code as proposal_county, q.id as proposal_id, q.proposed_on, q.visit_by, q.visited_on, q.answer, q.unlinked_cause as said
      from alone h join hands w on w.county_code = h.county_code and w.household_id = h.id
        left join lateral (select * from linkage_proposals q where q.household_number = h.number and not q.voided and q.agreement_number is null
          order by q.proposed_on desc, q.id desc limit 1) q on true
      where w.in_workshop is not true)`;
}

/** Why the household of a row `u` has no link: what it said itself, what somebody wrote down, then what the registers show. */
export const CAUSE_SQL = sql`case when u.answer = 'declined' then 'unwilling' when u.said is not null then u.said when u.own > 0 then 'own-business'
  when u.away >= u.able then 'all-away' when u.had then 'ended' when u.near then 'never-asked' else 'no-entity' end`;
