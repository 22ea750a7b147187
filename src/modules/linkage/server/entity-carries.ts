// Whom a firm carries on a day: households by contracts, people in work, workshops, products. Workers and workshops name it in words.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { inForceSql } from './fulfilment-sql.ts';

type Carries = {
  households: number;
  villages: number;
  workers: number;
  workshops: number;
  products: number;
  salesFen: number;
  loans: number;
  fen: number;
};

export async function readCarried(tx: Tx, { code, name }: { code: string; name: string }, on: string) {
  const day = sql`${on}::date`;
  const found = await tx.first(sql<Carries>`
    with ties as materialized (
      select t.household_number, t.place_code from linkage_contracts t where t.organisation_code = ${code} and ${inForceSql(day)}),
    shops as materialized (
      select w.number from workshops w where w.operator = ${name} and not w.voided and w.opened_on <= ${day} and (w.closed_on is null or w.closed_on > ${day})),
    sold as materialized (
      select p.number from assisted_products p where p.organisation_code = ${code} and not p.voided and p.recognised_on <= ${day}
        and (p.cancelled_on is null or p.cancelled_on > ${day}) and (p.valid_through is null or p.valid_through >= ${day})),
    jobs as materialized (
      select coalesce(s.person_id::text, s.outsider_key::text, s.number) as who from employment_spells s
      where not s.voided and s.started_on <= ${day} and (s.left_on is null or s.left_on > ${day})
        and (s.employer = ${name} or s.workshop_number in (select number from shops))),
    invested as (
      select l.loan_amount_fen as fen from micro_loans l where not l.voided and l.purpose_check_result = 'invested' and l.lent_on <= ${day}
        and (l.settled_on is null or l.settled_on > ${day}) and l.household_number in (select household_number from ties))
    select (select count(distinct household_number) from ties)::int as households, (select count(distinct place_code) from ties)::int as villages,
      (select count(distinct who) from jobs)::int as workers, (select count(*) from shops)::int as workshops, (select count(*) from sold)::int as products,
      (select coalesce(sum(s.sales_amount_fen), 0) from product_sales s where not s.voided and s.product_number in (select number from sold)
        and s.sales_month > ${day} - interval '1 year' and s.sales_month <= ${day})::bigint as sales_fen,
      (select count(*) from invested)::int as loans, (select coalesce(sum(fen), 0) from invested)::bigint as fen`);
  const {
    loans = 0,
    fen = 0,
    households = 0,
    villages = 0,
    workers = 0,
    workshops = 0,
    products = 0,
    salesFen = 0,
  } = found ?? {};
  return { carries: { households, villages, workers, workshops, products, salesFen }, invested: { loans, fen } };
}
