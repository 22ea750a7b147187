// What asks for action about contracts, reckoned from the registers each time it is asked.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { fulfilmentSql, inForceSql } from './fulfilment-sql.ts';

type Sql = RawBuilder<unknown>;

/** How far back a payout is looked at that was entered twice or for somebody else. */
const LOOK_BACK = 730;

export type NeedsAsked = { range: RegionRange; on: string; year?: number | undefined; around?: number };

/**
 * A statement of rows (need, county_code, id, place_code, year, promised_fen, paid_fen, due_on) of contracts: `due_on` the day by which
 * something must have happened, where there is one. `around`: also terms that end within so many days.
 */
export async function contractNeedsSql(tx: Tx, { range, on, year, around = 0 }: NeedsAsked): Promise<Sql> {
  const { low, high } = range;
  const day = sql`${on}::date`;
  const held = (need: string, where: Sql, dueOn: Sql, more: Sql = sql``) => sql`
    select ${need}::text as need, h.county_code, h.id, h.place_code, h.year, h.promised_fen, h.paid_fen, ${dueOn} as due_on
    from held h join terms m on m.county_code = h.county_code ${more} where ${where}`;
  const running = (need: string, where: Sql, dueOn: Sql = sql`null::date`) => sql`
    select ${need}::text, t.county_code, t.id, t.place_code, null::int, t.agreed_yearly_fen, 0::bigint, ${dueOn}
    from linkage_contracts t join terms m on m.county_code = t.county_code
    where t.place_code between ${low} and ${high} and ${inForceSql(day)} and ${where}`;
  const payouts = (need: string, which: Sql) => sql`
    select ${need}::text, t.county_code, t.id, t.place_code, null::int, t.agreed_yearly_fen, x.fen, null::date
    from linkage_contracts t join (${which}) x on x.number = t.number where not t.voided and t.place_code between ${low} and ${high}`;
  const recent = sql`o.agreement_number is not null and not o.voided and o.paid_on between ${day} - ${LOOK_BACK}::int and ${day}
    and o.place_code between ${low} and ${high}`;
  const checkedLate = sql`make_date(h.year, 12, 31) + m.check_after`;
  const looked = sql`join linkage_checks c on c.agreement_number = h.number and c.year = h.year and not c.voided`;
  const isShort = sql`(h.paid_fen <= 0 or h.paid_fen < h.promised_fen)`;
  return sql`with ${await fulfilmentSql(tx, { range, on, year })}
    ${sql.join(
      [
        held('unpaid', sql`h.paid_fen <= 0`, sql`h.due_on`),
        held('partly', sql`h.paid_fen > 0 and h.paid_fen < h.promised_fen`, sql`h.due_on`),
        held('said-kept', sql`c.found = 'kept' and h.paid_fen <= 0`, sql`c.checked_on`, looked),
        held(
          'remedy-late',
          sql`c.found <> 'kept' and ${isShort} and c.remedy_by < ${day} + ${around}::int`,
          sql`c.remedy_by`,
          looked,
        ),
        payouts(
          'paid-twice',
          sql`select o.agreement_number as number, sum(o.amount_fen)::bigint as fen from household_payouts o where ${recent}
            group by o.agreement_number, o.household_number, o.person_number, o.period, o.amount_fen having count(*) > 1`,
        ),
        payouts(
          'paid-stranger',
          sql`select o.agreement_number as number, sum(o.amount_fen)::bigint as fen from household_payouts o
            join linkage_contracts k on k.number = o.agreement_number
            where ${recent} and k.household_number is not null and o.household_number <> k.household_number group by 1`,
        ),
        running('no-amount', sql`coalesce(t.agreed_yearly_fen, 0) <= 0`),
        running('no-entity', sql`t.organisation_code is null`),
        running('ending', sql`t.through <= ${day} + m.contract_ending`, sql`t.through`),
        // Of no list: what the village is told of, until somebody has looked.
        held(
          'unchecked',
          sql`${isShort} and ${checkedLate} < ${day} + ${around}::int and not exists (
            select from linkage_checks c where c.agreement_number = h.number and c.year = h.year and not c.voided)`,
          checkedLate,
        ),
      ],
      sql` union all `,
    )}`;
}
