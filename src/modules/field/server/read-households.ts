// Households, their members and incomes, as the phone keeps them.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { changedSince } from '../../../platform/server/field/changes.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { maskId, maskPhone, readSecrets } from '../../households/domain/mask.ts';
import type { SheetLine } from '../../incomes/domain/sheet.ts';
import type { PhoneData } from '../domain/phone-data.ts';
import { type Asked, mine } from './scope.ts';

type Of<Kind extends 'households' | 'members' | 'incomes' | 'villages'> = PhoneData[Kind];

/** As many as a township has at most; a larger area has to name a part of it. */
export const MOST_HOUSEHOLDS = 5000;

export function readVillages(tx: Tx, { range: { low, high } }: Asked): Promise<Of<'villages'>> {
  return tx.kept.rows(sql<
    Of<'villages'>[number]
  >`select v.code, v.name, coalesce(t.name, '') as township_name from regions v
    left join regions t on t.code = v.parent_code
    where v.level = 'village' and v.code between ${low} and ${high} order by v.code limit 500`);
}

type HouseholdRow = Of<'households'>[number] & { phoneSealed: Buffer | null };

export async function readHouseholds(tx: Tx, keys: Keys, { range, since }: Asked): Promise<Of<'households'>> {
  const rows = await tx.rows(sql<HouseholdRow>`
    select h.county_code, h.id, h.number, h.head_name, case when n.initials = '-' then '' else coalesce(n.initials, '') end as initials,
      h.village_code, h.member_count, h.kind, h.monitoring_category, h.risk_cleared, v.visited_on as last_visit_on, v.next_visit_due,
      h.phone_sealed
    from households h left join person_names n on n.name = h.head_name
    left join lateral (select c.visited_on, c.next_visit_due, c.xmin as written from cases c
      where c.county_code = h.county_code and c.household_id = h.id order by c.id desc limit 1) v on true
    where h.village_code between ${range.low} and ${range.high} and h.valid_to is null
      and (${changedSince('h', since)} ${since === undefined ? sql`` : sql`or age(v.written) <= age(${String(since % 2 ** 32)}::text::xid)`})
    order by h.id limit ${MOST_HOUSEHOLDS}`);
  return rows.map(({ phoneSealed, ...row }) => ({
    ...(withoutNulls(row) as Of<'households'>[number]),
    ...(phoneSealed ? { phoneMasked: maskPhone(open(keys, phoneSealed)) } : {}),
  }));
}

type MemberRow = Omit<Of<'members'>[number], 'idMasked' | 'phoneMasked'> & { sealed: Buffer | null };

/** Everybody of the households; names and what is known of them, never the number itself. */
export async function readMembers(tx: Tx, keys: Keys, { range, since }: Asked): Promise<Of<'members'>> {
  const rows = await tx.rows(sql<MemberRow>`with ${mine(range)}
    select p.county_code, p.household_id, p.id, p.number, p.name, p.sex, p.birth, p.relation, p.ethnicity, p.education, p.schooling,
      p.health, p.labour, p.working, p.dibao, p.sealed
    from mine m join persons p on p.county_code = m.county_code and p.household_id = m.id
    where p.valid_to is null and ${changedSince('p', since)} order by p.household_id, p.id limit ${MOST_HOUSEHOLDS * 6}`);
  return rows.map(({ sealed, ...row }) => {
    const { id, phone } = sealed ? readSecrets(open(keys, sealed)) : { id: '', phone: '' };
    return {
      ...(withoutNulls(row) as Of<'members'>[number]),
      ...(id === '' ? {} : { idMasked: maskId(id) }),
      ...(phone === '' ? {} : { phoneMasked: maskPhone(phone) }),
    };
  });
}

type IncomeRow = Omit<Of<'incomes'>[number], 'lines' | 'members' | 'version'> & {
  members: number | null;
  version: string | null;
  linesSealed: Buffer | null;
};

const YEARS = 3;

/** Years of 家庭收支, and of the registry where that has none. */
export async function readIncomes(tx: Tx, keys: Keys, { range, since }: Asked): Promise<Of<'incomes'>> {
  const is = (alias: string) => changedSince(alias, since);
  const rows = await tx.rows(sql<IncomeRow>`with ${mine(range)}, years as (
      select m.county_code, m.id as household_id, r.income_year as year, r.wage_income_fen as wage_fen,
        r.business_income_fen as business_fen, r.property_income_fen as property_fen, r.transfer_income_fen as transfer_fen,
        r.business_cost_fen, r.year_end_members as members,
        (extract(epoch from r.recorded_at) * 1000000)::bigint::text as version, ${is('r')} as is_new, 1 as first
      from mine m join household_income_records r on r.household_number = m.number and not r.voided
      union all
      select m.county_code, m.id, i.year, i.wage_fen, i.business_fen, i.property_fen, i.transfer_fen, i.business_cost_fen, null, null, ${is('i')}, 2
      from mine m join household_incomes i on i.county_code = m.county_code and i.household_id = m.id),
    newest as (select y.*, dense_rank() over (partition by county_code, household_id order by year desc) as n,
      row_number() over (partition by county_code, household_id, year order by first) as own from years y)
    select y.county_code, y.household_id, y.year, y.wage_fen, y.business_fen, y.property_fen, y.transfer_fen, y.business_cost_fen,
      y.wage_fen + y.business_fen + y.property_fen + y.transfer_fen - y.business_cost_fen as net_fen, y.members, y.version, s.lines_sealed
    from newest y left join lateral (select s.lines_sealed, ${is('s')} as is_new from income_sheets s where s.county_code = y.county_code
      and s.household_id = y.household_id and s.income_year = y.year order by s.id desc limit 1) s on true
    where y.n <= ${YEARS} and y.own = 1 and (y.is_new or s.is_new) order by y.household_id, y.year limit ${MOST_HOUSEHOLDS * YEARS}`);
  return rows.map(({ linesSealed, ...row }) => ({
    ...withoutNulls(row),
    ...(linesSealed ? { lines: JSON.parse(open(keys, linesSealed)) as SheetLine[] } : {}),
  }));
}
