// What a household lives on and what holds it, of all registers: work, loans, agreements, dibao, insurance, where it was moved to.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { HouseholdKey } from '../../households/domain/addresses.ts';
import { householdOf } from './read-sheet.ts';

export type LivingLine = {
  what: 'job' | 'loan' | 'agreement' | 'dibao' | 'claim' | 'site';
  /** Of the row in its register; of dibao the month. */
  number: string;
  title: string;
  person?: string;
  since?: string;
  until?: string;
  amountFen?: number;
  /** Something is not as it should be on the day: it ended, is overdue, is not confirmed, paid nothing. */
  doubt?: 'ended' | 'unconfirmed' | 'overdue' | 'due-soon' | 'unpaid' | 'no-follow-up';
};

const MOST_ROWS = 100;
/** As long as a confirmed job counts as work (registers §8), and as a loan that falls due is told before. */
const CONFIRMED_DAYS = 62;
const DUE_DAYS = 90;

/** In the order a visitor asks; within each, what asks for a look first, then the newest. */
export async function readLiving(tx: Tx, key: HouseholdKey, today: PlainDate) {
  const { number } = await householdOf(tx, key);
  const on = formatDate(today);
  const rows = await tx.rows(sql<LivingLine>`
    with day as (select ${on}::date as d),
    people as (select county_code, id, name from persons where county_code = ${key.countyCode} and household_id = ${key.id}),
    jobs as (
      select j.*, p.name as person_name, coalesce(j.left_on <= d, false) as has_ended,
        (select max(c.confirmed_on) from employment_confirmations c where c.spell_number = j.number and not c.voided and c.confirmed_on <= d) as confirmed_on
      from day, employment_spells j left join people p on p.county_code = j.county_code and p.id = j.person_id
      where not j.voided and j.started_on <= d and (j.household_number = ${number} or p.id is not null) and coalesce(j.left_on > d - 365, true)),
    lines as (
      select 1 as rank, 'job' as what, number, coalesce(employer, work_place, job_form) as title, person_name as person, started_on as since, left_on as until,
        monthly_income_fen as amount_fen,
        case when has_ended then 'ended' when d - greatest(confirmed_on, started_on) > ${CONFIRMED_DAYS} then 'unconfirmed' end as doubt
      from day, jobs
      union all
      select 2, 'loan', l.number, l.lender, p.name, l.lent_on, coalesce(l.extended_to, l.due_on), l.loan_amount_fen,
        case when coalesce(l.extended_to, l.due_on) < d then 'overdue' when coalesce(l.extended_to, l.due_on) <= d + ${DUE_DAYS}::int then 'due-soon' end
      from day, micro_loans l left join people p on p.county_code = l.county_code and p.id = l.person_id
      where not l.voided and l.household_number = ${number} and l.lent_on <= d and (l.settled_on is null or l.settled_on > d)
      union all
      select 3, 'agreement', c.number, c.business_entity, null, c.started_on, coalesce(c.dissolved_on, c.through), c.agreed_yearly_fen,
        case when c.started_on <= d - 365 and not exists (select from household_payouts o where o.agreement_number = c.number
          and o.household_number = ${number} and not o.voided and o.paid_on > d - 365 and o.paid_on <= d) then 'unpaid' end
      from day, linkage_contracts c where not c.voided and c.household_number = ${number} and c.started_on <= d
        and coalesce(c.dissolved_on > d, true) and coalesce(c.through >= d, true)
      union all
      select 4, 'dibao', to_char(r.month, 'YYYY-MM'), '低保名册', p.name, r.month, null, r.monthly_fen, null
      from day, feed_dibao_roster r left join people p on p.id = r.person_id
      where r.county_code = ${key.countyCode} and r.household_id = ${key.id} and r.month <= d and r.month > d - 92
      union all
      select 5, 'claim', c.number, '防贫保理赔', p.name, c.claim_paid_on, null, c.claim_amount_fen, null
      from day, insurance_claims c left join people p on p.county_code = c.county_code and p.id = c.person_id
      where not c.voided and (c.household_number = ${number} or p.id is not null) and c.claim_paid_on <= d
      union all
      select 6, 'site', m.site_number, coalesce(s.site_name, m.site_number), null, m.moved_in_on, m.moved_out_on, null,
        case when m.follow_up_measures is null then 'no-follow-up' end
      from day, relocation_households m left join relocation_sites s on s.number = m.site_number and not s.voided
      where not m.voided and m.household_number = ${number} and m.moved_in_on <= d)
    select what, number, title, person, since::text as since, until::text as until, amount_fen, doubt
    from lines order by rank, doubt is null, since desc, number limit ${MOST_ROWS}`);
  return { asOf: on, rows: rows.map(withoutNulls) };
}
