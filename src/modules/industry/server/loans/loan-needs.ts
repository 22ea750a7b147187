// What asks for action about loans that are not settled, reckoned from the register each time it is asked.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { SUBSIDISED_FEN, TOTAL_FEN } from '../../domain/loans/limits.ts';
import { industryDoubts } from '../doubts.ts';
import { industrySettings } from '../settings.ts';

/** Money that comes back when the herd is sold in autumn, not before (registers §7, trap 6). */
const HERD = sql`t.loan_purpose ~ '[牛羊驼马猪]|养殖|牲畜|畜牧'`;
const [SPRING, SUMMER] = [3, 6];

/** The doubt of the register by its code, over the row `t`. */
function doubt(code: string): RawBuilder<unknown> {
  const found = industryDoubts.find((one) => one.code === code);
  if (!found) throw new Error(`there is no doubt ${code}`);
  return sql.raw(`(${found.where})`);
}

/**
 * A statement of rows (need, id of the county, id, on_day, due_on): what a loan asks for on a day (ISO); `due_on` is the day by which
 * something must have happened, where there is one. `around`: also terms that end within so many days.
 */
export async function loanNeedsSql(tx: Tx, range: RegionRange, on: string, around = 0): Promise<RawBuilder<unknown>> {
  const day = sql`${on}::date`;
  const left = sql`(t.until - ${day})`;
  const of = (need: string, where: RawBuilder<unknown>, dueOn: RawBuilder<unknown> = sql`t.until`) =>
    sql`select ${need}::text as need, t.county_code, t.id, t.place_code, ${dueOn} as due_on from t join terms m on m.county_code = t.county_code where ${where}`;
  return sql`
    with terms as materialized (${await industrySettings.termsSql(tx, range, on)}),
    t as materialized (
      select t.*, coalesce(t.extended_to, t.due_on) as until from micro_loans t
      where not t.voided and t.place_code between ${range.low} and ${range.high} and t.lent_on <= ${day} and (t.settled_on is null or t.settled_on > ${day})),
    houses as materialized (
      select household_number, sum(loan_amount_fen) as fen from t group by 1 having sum(loan_amount_fen) > ${TOTAL_FEN})
    ${sql.join(
      [
        of(
          'overdue',
          sql`least(t.overdue_from, t.until + 1) <= ${day}`,
          sql`least(t.overdue_from, t.until + 1) + m.loan_overdue`,
        ),
        of('due-7', sql`t.overdue_from is null and ${left} between 0 and 7`),
        of('due-30', sql`t.overdue_from is null and ${left} between 8 and 30`),
        of('due-90', sql`t.overdue_from is null and ${left} between 31 and m.loan_due`),
        of(
          'unchecked',
          sql`t.purpose_checked_on is null and t.lent_on + m.loan_check < ${day} + ${around}::int`,
          sql`t.lent_on + m.loan_check`,
        ),
        of('misused', sql`t.purpose_check_result in ('diverted', 'idle', 'invested')`, sql`t.purpose_checked_on`),
        of(
          'before-autumn',
          sql`${HERD} and ${left} >= 0 and extract(month from t.until) between ${SPRING} and ${SUMMER}`,
        ),
        of('limit', doubt('loan-limit')),
        of('total', sql`t.household_number in (select household_number from houses)`),
        of('subsidy', sql`t.interest_subsidy_fen > 0 and t.loan_amount_fen > ${SUBSIDISED_FEN}`),
        of('term', doubt('loan-term')),
        of('age', doubt('loan-age')),
        of('household', doubt('loan-household')),
        of('second', doubt('second-loan')),
      ],
      sql` union all `,
    )}`;
}
