// Entries of points as they count, in SQL: what `accountOf` says of one household, over many.

import { type RawBuilder, sql } from 'kysely';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { lastMoveSql } from '../../../platform/server/registers/moves/state-sql.ts';
import { pointEntryRegister } from '../domain/registers/point-entry-register.ts';

const register = pointEntryRegister as unknown as RegisterDefinition;

/** An entry `t` was looked at by another, and nobody's objection stands. */
export const IS_CHECKED = `(t.reviewer is not null and coalesce((${lastMoveSql(register, 'm.to_state')}), '') <> 'objected')`;

const SIGNED = `case t.record_kind when 'earned' then t.points else -t.points end`;

/** Rows (household_number, earned, spent, balance) up to a day; `where` narrows the entries `t`. What came over from another household is not earned. */
export function balancesSql(
  where: RawBuilder<unknown>,
  on: string,
  year: number,
  carryRule: string,
): RawBuilder<unknown> {
  const ofYear = sql`extract(year from t.happened_on) = ${year}`;
  return sql`select t.household_number, sum(${sql.raw(SIGNED)})::int as balance,
      coalesce(sum(t.points) filter (where t.record_kind = 'earned' and t.rule_number is distinct from ${carryRule} and ${ofYear}), 0)::int as earned,
      coalesce(sum(t.points) filter (where t.record_kind = 'spent' and t.rule_number is distinct from ${carryRule} and ${ofYear}), 0)::int as spent
    from point_entries t where not t.voided and t.happened_on <= ${on}::date and ${where} group by 1`;
}
