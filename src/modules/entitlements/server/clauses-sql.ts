// Clauses in force with the rules that say for whom they are, and who got what of them. A rule holds below its region; what was got counts
// within the cycle of the rule.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';

/** The last code of a region, by the zeros it ends with. */
const highOf = (
  code: string,
) => `${code} + case when ${code} % 10000000000 = 0 then 10000000000 when ${code} % 100000000 = 0 then 100000000
  when ${code} % 1000000 = 0 then 1000000 when ${code} % 1000 = 0 then 1000 else 1 end - 1`;

/** `clauses`, for `with …`: those in force on a day, of documents that neither ended nor were replaced. */
export function clausesSql(on: string): RawBuilder<unknown> {
  return sql`clauses as materialized (
      select c.document_number, c.clause_no, c.gist, c.clause_set, c.titles, c.amount_fen, c.id as clause_order, d.title as document_title, d.document_no, d.region_code
      from policy_clauses c join policies d on d.number = c.document_number and not d.voided
      where not c.voided and coalesce(c.effective_on, d.issued_on) <= ${on}::date and coalesce(c.expired_on, d.repealed_on, 'infinity') > ${on}::date
        and not exists (select from policies n where n.replaces = d.number and not n.voided and n.issued_on <= ${on}::date))`;
}

/** `clause_rules`, after `clauses`: those in force of one target, with `low`, `high` and the first day that a benefit counts from. */
export function rulesSql(target: 'household' | 'county' | 'enterprise', on: string): RawBuilder<unknown> {
  return sql`clause_rules as materialized (
      select r.*, r.region_code as low, ${sql.raw(highOf('r.region_code'))} as high, c.gist, c.titles, c.amount_fen, c.clause_order, c.document_title, c.document_no,
        case r.cycle when 'monthly' then date_trunc('month', ${on}::date)::date when 'yearly' then date_trunc('year', ${on}::date)::date
          else date '1900-01-01' end as from_day
      from policy_clause_rules r join clauses c on c.document_number = r.document_number and c.clause_no = r.clause_no
      where not r.voided and r.target = ${target} and r.effective_on <= ${on}::date and (r.expired_on is null or r.expired_on > ${on}::date))`;
}

/** `got`, after `clause_rules`: the newest day a household of the range got something that a rule counts. */
export function gotSql({ low, high }: RegionRange, on: string): RawBuilder<unknown> {
  const within = (t: string) => sql`not ${sql.raw(t)}.voided and ${sql.raw(t)}.place_code between ${low} and ${high}`;
  // Rows that name a person and no household count for the one the person is in.
  const number = (t: string) =>
    sql.raw(`coalesce(${t}.household_number, (select h.number from persons p join households h
    on h.county_code = p.county_code and h.id = p.household_id where p.county_code = ${t}.county_code and p.id = ${t}.person_id))`);
  return sql`got as materialized (
      select g.rule_id, g.number, max(g.day) as day from (
        select r.id as rule_id, ${number('b')} as number, b.received_on as day from clause_rules r
          join policy_benefits b on b.document_number = r.document_number and b.clause_no = r.clause_no where ${within('b')} and b.received_on <= ${on}::date
        union all
        select r.id, ${number('o')}, o.paid_on from clause_rules r cross join unnest(r.payout_kinds) k
          join household_payouts o on o.payout_kind = k where ${within('o')} and o.paid_on <= ${on}::date and o.paid_on >= r.from_day
        union all
        select r.id, m.household_number, least(coalesce(m.ended_on - 1, ${on}::date), ${on}::date) from clause_rules r cross join unnest(r.measure_kinds) k
          join help_measures m on m.measure_kind = k where ${within('m')} and m.started_on <= ${on}::date) g
      where g.number is not null group by 1, 2)`;
}

/** Whether the day `g.day` lies in the cycle of the rule `r`. */
export const IN_CYCLE = sql`coalesce(g.day >= r.from_day, false)`;
