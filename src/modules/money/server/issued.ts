// The pieces of SQL that all answers about the money share: which issuances are looked at, and what became of them by a day.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';

export type MoneyAsked = {
  range: RegionRange;
  year: number;
  kind: string;
  source?: string | undefined;
  /** ISO day, included. */
  asOf: string;
};

/** Issuances of the year, kind and source that reached a region of the range by the day. */
export function issuedSql({ range, year, kind, source, asOf }: MoneyAsked): RawBuilder<unknown> {
  return sql`select i.* from fund_issuances i
    where not i.voided and i.place_code between ${range.low} and ${range.high} and i.budget_year = ${year}
      and i.fund_kind = ${kind} and (${source ?? null}::text is null or i.source_level = ${source ?? null})
      and i.issued_on <= ${asOf}::date`;
}

/**
 * `issued`, `allocated` (what of it went to which project) and `paid` (what of that was paid), for `with …`. Corrections are rows
 * below zero and count by themselves.
 */
export function spendingSql(asked: MoneyAsked): RawBuilder<unknown> {
  return sql`issued as materialized (${issuedSql(asked)}),
    allocated as materialized (
      select a.number, a.project_number, i.receiver_code, a.amount_fen, a.allocated_on
      from issued i join fund_allocations a on a.issuance_number = i.number
      where not a.voided and a.allocated_on <= ${asked.asOf}::date),
    paid as materialized (
      select a.project_number, a.receiver_code, p.amount_fen, p.paid_on
      from allocated a join fund_payments p on p.allocation_number = a.number
      where not p.voided and p.paid_on <= ${asked.asOf}::date)`;
}
