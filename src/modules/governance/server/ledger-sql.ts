// Entries of points as they count, in SQL: what `accountOf` says of one household, over many.

import { type RawBuilder, sql } from 'kysely';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { lastMoveSql } from '../../../platform/server/registers/moves/state-sql.ts';
import { pointEntryRegister } from '../domain/registers/point-entry-register.ts';
import { BOOK_RULES } from '../domain/words.ts';

const register = pointEntryRegister as unknown as RegisterDefinition;

/** An entry `t` was looked at by another, and nobody's objection stands. */
export const IS_CHECKED = `(t.reviewer is not null and coalesce((${lastMoveSql(register, 'm.to_state')}), '') <> 'objected')`;

const SIGNED = `case t.record_kind when 'earned' then t.points else -t.points end`;

/** By household of a village, what lapses on `on` of a period that ended on `end`: `lapsing` of the domain. */
export function lapsingSql(village: number, end: string, on: string): RawBuilder<unknown> {
  return sql`select t.household_number as number, greatest(0, sum(case
      when t.happened_on <= ${end}::date then ${sql.raw(SIGNED)} when t.record_kind = 'earned' then 0 else -t.points end))::int as points
    from point_entries t join households h on h.number = t.household_number and h.valid_to is null
    where h.village_code = ${village} and not t.voided and t.happened_on <= ${on}::date group by 1`;
}

/** Whether an entry `t` is of a deed, and not of the book alone. */
export const IS_DEED = sql`coalesce(t.rule_number, '') <> all (${[...BOOK_RULES]}::text[])`;

/** Rows (household_number, earned, spent, balance) up to a day; `where` narrows the entries `t`. What came over from another household is not earned. */
export function balancesSql(where: RawBuilder<unknown>, on: string, year: number): RawBuilder<unknown> {
  const ofYear = sql`extract(year from t.happened_on) = ${year}`;
  return sql`select t.household_number, sum(${sql.raw(SIGNED)})::int as balance,
      coalesce(sum(t.points) filter (where t.record_kind = 'earned' and ${IS_DEED} and ${ofYear}), 0)::int as earned,
      coalesce(sum(t.points) filter (where t.record_kind = 'spent' and ${IS_DEED} and ${ofYear}), 0)::int as spent
    from point_entries t where not t.voided and t.happened_on <= ${on}::date and ${where} group by 1`;
}
