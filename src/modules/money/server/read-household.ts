// What a household got, and which documents paid for it.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { gainYears } from '../domain/gain-years.ts';

export type GainRow = {
  what: 'project' | 'distribution' | 'payout';
  on?: string;
  year?: number;
  title: string;
  way: string;
  amountFen?: number;
  projectNumber?: string;
  documents: string[];
};

const MOST_ROWS = 200;

/** Rows of three registers, newest first. A household of another area has none. */
export async function readHousehold(tx: Tx, countyCode: number, id: number) {
  const rows = await tx.rows(sql<GainRow>`
    with h as (select number from households where county_code = ${countyCode} and id = ${id}
      and village_code between ${tx.actor.range.low} and ${tx.actor.range.high}),
    gains as (
      select 'project' as what, b.benefited_on as on_day, b.benefit_year as year, p.project_name as title, b.benefit_way as way,
        b.benefit_amount_fen as amount_fen, b.project_number
      from h join project_beneficiaries b on b.household_number = h.number and not b.voided
        join projects p on p.number = b.project_number and not p.voided
      union all
      select 'distribution', coalesce(d.paid_on, d.scheme_on), d.distribution_year, a.asset_name, d.purpose, d.amount_fen, a.source_project_number
      from h join asset_distributions d on d.recipient = h.number and not d.voided
        join assets a on a.number = d.asset_number and not a.voided
      union all
      select 'payout', o.paid_on, extract(year from o.paid_on)::int, o.payout_kind, o.payout_kind, o.amount_fen, o.project_number
      from h join household_payouts o on o.household_number = h.number and not o.voided)
    select g.what, g.on_day::text as "on", g.year, g.title, g.way, g.amount_fen, g.project_number,
      coalesce((select array_agg(distinct i.document_no order by i.document_no)
        from fund_allocations a join fund_issuances i on i.number = a.issuance_number and not i.voided
        where a.project_number = g.project_number and not a.voided), '{}') as documents
    from gains g order by g.on_day desc nulls last, g.title limit ${MOST_ROWS}`);
  const gains = rows.map(withoutNulls);
  const totalFen = gains.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
  return { rows: gains, totalFen, years: gainYears(gains) };
}
