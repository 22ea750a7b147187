// One household at the counter: what it has, what it may be given points for, what it may have for them, and with whom it shares.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { HouseholdKey } from '../../households/domain/addresses.ts';
import { accountOf, type Entry, isUsedUp, readLimit } from '../domain/points.ts';
import type { ResetRule } from '../domain/settings.ts';
import '../domain/problems.ts';
import { IS_CHECKED } from './ledger-sql.ts';
import { governanceSettings } from './settings.ts';

/** More than a household records in many years. */
const MOST_ENTRIES = 5000;
const SHOWN = 50;

export type CounterHousehold = HouseholdKey & {
  number: string;
  headName: string;
  villageCode: number;
  villageName: string;
  isEnded: boolean;
};

/** Also one that has ended: its points may still go over. Throws `governance.household-not-found`. */
export async function householdOf(tx: Tx, { countyCode, id }: HouseholdKey): Promise<CounterHousehold> {
  const { low, high } = tx.actor.range;
  const found = await tx.first(sql<CounterHousehold>`
    select h.county_code, h.id, h.number, h.head_name, h.village_code, coalesce(v.name, '') as village_name, h.valid_to is not null as is_ended
    from households h left join regions v on v.code = h.village_code
    where h.county_code = ${countyCode} and h.id = ${id} and h.village_code between ${low} and ${high}`);
  if (!found) throw new Problem('governance.household-not-found');
  return found;
}

type EntryRow = Entry & { countyCode: number; id: number; number: string; what: string };

export async function entriesOf(tx: Tx, number: string): Promise<EntryRow[]> {
  return tx.rows(sql<EntryRow>`
    select t.county_code, t.id, t.number, t.record_kind as kind, t.points, t.happened_on::text as "on", t.rule_number,
      ${sql.raw(IS_CHECKED)} as is_checked, coalesce(r.behaviour, t.redeemed_for, '') as what
    from point_entries t left join point_rules r on r.village_code = t.village_code and r.rule_number = t.rule_number
    where t.household_number = ${number} and not t.voided order by t.happened_on desc, t.id desc limit ${MOST_ENTRIES}`);
}

type Scheme = { edition: number; inForceOn: string; yearlyCap?: number; resetRule?: ResetRule };

/** The scheme of a village in force on a day. */
export async function schemeOf(tx: Tx, village: number, on: string): Promise<Scheme | undefined> {
  const found = await tx.first(sql<Scheme>`select edition, in_force_on::text, yearly_cap, reset_rule from point_schemes
    where village_code = ${village} and not voided and in_force_on <= ${on}::date and (ended_on is null or ended_on > ${on}::date)
    order by in_force_on desc limit 1`);
  return found && withoutNulls(found);
}

export async function objectionDays(tx: Tx, village: number, on: string): Promise<number> {
  return (await governanceSettings.inForce(tx, on))(village)('points.objection');
}

type Rule = {
  ruleNumber: string;
  pointKind: string;
  behaviour: string;
  points: number;
  frequencyLimit?: string;
  evidenceRequired?: string;
};

export async function rulesOf(tx: Tx, village: number, on: string): Promise<Rule[]> {
  const rows = await tx.rows(sql<Rule>`
    select rule_number, point_kind, behaviour, points, frequency_limit, evidence_required from point_rules
    where village_code = ${village} and not voided and effective_on <= ${on}::date and (expired_on is null or expired_on > ${on}::date)
    order by point_kind = 'deduction', rule_number limit 500`);
  return rows.map(withoutNulls);
}

type Good = { goodsNumber: string; name: string; measure?: string; price: number; stock: number };

/** What the shop of a village offers on a day; stock is what came in less what went out, whenever. */
export async function goodsOf(tx: Tx, village: number, on: string): Promise<Good[]> {
  const rows = await tx.rows(sql<Good>`
    select g.goods_number, g.goods_name as name, g.measure, g.price,
      (coalesce((select sum(s.quantity) from shop_supplies s where s.village_code = g.village_code and s.goods_number = g.goods_number
        and not s.voided), 0) - coalesce((select sum(e.quantity) from point_exchanges e where e.village_code = g.village_code
        and e.goods_number = g.goods_number and not e.voided), 0))::int as stock
    from shop_goods g where g.village_code = ${village} and not g.voided and g.offered_on <= ${on}::date
      and (g.withdrawn_on is null or g.withdrawn_on > ${on}::date)
    order by g.price, g.goods_number limit 300`);
  return rows.map(withoutNulls);
}

type Related = HouseholdKey & {
  number: string;
  headName: string;
  kind: 'split' | 'merge';
  on: string;
  balance: number;
  isEnded: boolean;
};

/** Households that this one was split from or into, or merged with. */
export async function relatedOf(tx: Tx, { countyCode, id }: HouseholdKey): Promise<Related[]> {
  return tx.rows(sql<Related>`
    select h.county_code, h.id, h.number, h.head_name, e.kind, e.on_date::text as "on", h.valid_to is not null as is_ended,
      coalesce((select sum(case t.record_kind when 'earned' then t.points else -t.points end) from point_entries t
        where t.household_number = h.number and not t.voided), 0)::int as balance
    from household_events e join households h on h.county_code = e.county_code and h.id = (e.detail ->> 'otherHouseholdId')::bigint
    where e.county_code = ${countyCode} and e.household_id = ${id} and e.kind in ('split', 'merge') order by e.on_date desc, e.id desc limit 20`);
}

export async function readAccount(tx: Tx, key: HouseholdKey, today: PlainDate) {
  const on = formatDate(today);
  const { isEnded: _ended, ...household } = await householdOf(tx, key);
  const { number, villageCode } = household;
  const [entries, rules, days] = [
    await entriesOf(tx, number),
    await rulesOf(tx, villageCode, on),
    await objectionDays(tx, villageCode, on),
  ];
  const { balance, available } = accountOf(entries, on, days);
  const scheme = await schemeOf(tx, villageCode, on);
  const [stars] = await tx.rows(sql<{ stars: string; year: number }>`
    select stars, rated_year as year from star_ratings where household_number = ${number} and not voided and rated_on <= ${on}::date
    order by rated_year desc limit 1`);
  const credit = await tx.rows(sql<{ rater: string; stars: string; validUntil: string }>`
    select rater, stars, valid_until::text from credit_ratings where household_number = ${number} and not voided and is_consented
      and rated_on <= ${on}::date and valid_until >= ${on}::date order by valid_until desc limit 10`);
  return {
    ...{ ...household, asOf: on, balance, available, objectionDays: days },
    ...(scheme ? { scheme } : {}),
    rules: rules.map((rule) => {
      const limit = readLimit(rule.frequencyLimit);
      return { ...rule, isUsedUp: limit !== undefined && isUsedUp(entries, rule.ruleNumber, limit, on) };
    }),
    goods: await goodsOf(tx, villageCode, on),
    entries: entries
      .slice(0, SHOWN)
      .map(({ countyCode, id, number: entry, kind, what, on: day, points, isChecked }) => ({
        ...{ countyCode, id, number: entry, kind, what, on: day, points, isChecked },
      })),
    related: await relatedOf(tx, key),
    ...(stars ? { stars } : {}),
    credit,
  };
}
