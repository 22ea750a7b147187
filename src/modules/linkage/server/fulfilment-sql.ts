// What contracts promised and paid in a year: the pieces of SQL that the lists, the page of a firm and the terms share. Payouts tell what
// was paid; nothing of it is stored a second time.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { linkageSettings } from './settings.ts';

type Sql = RawBuilder<unknown>;

/** The newest year whose payouts are to be registered by the day, over terms `m`. */
const DUE_YEAR = (day: Sql) => sql`(extract(year from ${day} - m.pay_after)::int - 1)`;

/** The year a payout is for: what its period begins with or, where that is no year, the year it was paid in. */
const YEAR_OF = sql`coalesce(substring(o.period from '^((?:19|20)[0-9]{2})')::int, extract(year from o.paid_on)::int)`;

/** The household that got a payout; where the row names none, that of the person. */
const HOUSE_OF = sql`coalesce(o.household_number, (select h.number from persons p join households h on h.county_code = p.county_code
  and h.id = p.household_id where p.county_code = o.county_code and p.id = o.person_id), o.person_number, o.number)`;

/** The last day on which the contract `t` held; `infinity` without one. */
export const LAST_DAY = sql`least(coalesce(t.through, 'infinity'), coalesce(t.dissolved_on - 1, 'infinity'))`;

/** Contracts `t` that hold on the day. */
export const inForceSql = (day: Sql): Sql => sql`not t.voided and t.started_on <= ${day} and ${LAST_DAY} >= ${day}`;

export type FulfilmentAsked = {
  range: RegionRange;
  on: string;
  /** One year; left out, the newest that is due. */
  year?: number | undefined;
  /** Years before the newest that is due; with `current` the running one, too. */
  back?: number;
  current?: boolean;
  /** Of one firm. */
  entityCode?: string;
};

/**
 * For `with …`: `terms` (days by county); `held`, a row of each contract and year in which it stood long enough to be asked for: county_code,
 * id, place_code, number, business_entity, organisation_code, household_number, linkage_way, through, promised_fen, year, due_on, paid_fen;
 * and `tied`, the households of those: organisation_code, year, house, is_paid. A contract with a household is kept by what that
 * household got; one with a village by what any household got.
 */
export async function fulfilmentSql(tx: Tx, asked: FulfilmentAsked): Promise<Sql> {
  const { range, on, year, back = 0, current = false, entityCode } = asked;
  const { low, high } = range;
  const day = sql`${on}::date`;
  const last = year === undefined ? DUE_YEAR(day) : sql`${year}::int`;
  const ofEntity = entityCode === undefined ? sql`true` : sql`t.organisation_code = ${entityCode}`;
  return sql`terms as materialized (${await linkageSettings.termsSql(tx, range, on)}),
    asked as materialized (
      select t.county_code, t.id, t.place_code, t.number, t.business_entity, t.organisation_code, t.household_number, t.linkage_way, t.through,
        t.agreed_yearly_fen as promised_fen, y.year, make_date(y.year, 12, 31) + m.pay_after as due_on
      from linkage_contracts t join terms m on m.county_code = t.county_code
        cross join lateral generate_series(${last} - ${back}::int, ${last} + ${current ? 1 : 0}::int) y (year)
      where not t.voided and t.place_code between ${low} and ${high} and t.started_on <= make_date(y.year, 12, 31) and ${ofEntity}
        and least(${LAST_DAY}, make_date(y.year, 12, 31)) - greatest(t.started_on, make_date(y.year, 1, 1)) + 1 >= m.contract_least),
    given as materialized (
      select o.agreement_number as number, ${YEAR_OF} as year, ${HOUSE_OF} as house, sum(o.amount_fen)::bigint as fen
      from household_payouts o
      where o.agreement_number is not null and not o.voided and o.paid_on <= ${day} and o.place_code between ${low} and ${high}
        ${entityCode === undefined ? sql`` : sql`and o.agreement_number in (select number from asked)`}
      group by 1, 2, 3),
    paid as materialized (
      select a.number, a.year, sum(g.fen)::bigint as fen from asked a join given g on g.number = a.number and g.year = a.year
        and (a.household_number is null or g.house = a.household_number)
      group by 1, 2),
    held as materialized (
      select a.*, coalesce(p.fen, 0) as paid_fen from asked a left join paid p on p.number = a.number and p.year = a.year),
    tied as materialized (
      select h.organisation_code, h.year, h.household_number as house, h.paid_fen > 0 as is_paid from held h where h.household_number is not null
      union all
      select h.organisation_code, h.year, g.house, g.fen > 0 from held h join given g on g.number = h.number and g.year = h.year
      where h.household_number is null)`;
}

export type HeldSums = {
  contracts: number;
  households: number;
  paidHouseholds: number;
  unpaid: number;
  partly: number;
  promisedFen: number;
  paidFen: number;
};

/** Sums over `held` and `tied`, each read as `h`, by a key they both have: rows of `key` and `HeldSums`. */
export function heldSumsSql(key: Sql): Sql {
  return sql`select k.*, coalesce(w.households, 0) as households, coalesce(w.paid_households, 0) as paid_households
    from (select ${key} as key, count(distinct h.number)::int as contracts, (count(*) filter (where h.paid_fen <= 0))::int as unpaid,
        (count(*) filter (where h.paid_fen > 0 and h.paid_fen < h.promised_fen))::int as partly,
        coalesce(sum(h.promised_fen), 0)::bigint as promised_fen,
        coalesce(sum(greatest(least(h.paid_fen, h.promised_fen), 0)), 0)::bigint as paid_fen
      from held h group by 1) k
    left join (select ${key} as key, count(distinct h.house)::int as households, (count(distinct h.house) filter (where h.is_paid))::int as paid_households
      from tied h group by 1) w on w.key is not distinct from k.key`;
}
