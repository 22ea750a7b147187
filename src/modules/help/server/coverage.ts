// Whether every risk of a case has its measure (domain/measures.ts), as a condition on `c`.

import { type RawBuilder, sql } from 'kysely';
import { FITTING } from '../domain/measures.ts';

function fittingTable(): RawBuilder<unknown> {
  const rows = Object.entries(FITTING).map(([demand, classes]) => sql`(${demand}, ${[...classes]}::text[])`);
  return sql`(values ${sql.join(rows)}) fitting (demand, classes)`;
}

/** Every risk that was recorded has its measure; where none was, nothing is said of the household. */
export function fullyHelped(): RawBuilder<unknown> {
  return sql`(cardinality(c.risks || c.shortcomings) > 0 and not ${uncovered()})`;
}

/** A risk, or a question answered with yes, that no measure of the plan answers. */
export function uncovered(): RawBuilder<unknown> {
  return sql`exists (
    select from unnest(c.risks || c.shortcomings) d left join ${fittingTable()} on fitting.demand = d
    where not exists (select from case_measures m where m.county_code = c.county_code and m.case_id = c.id
      and m.state <> 'cancelled' and coalesce(m.class = any(fitting.classes), m.answers = d)))`;
}
