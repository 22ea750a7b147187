// The sheet of one household and year: what was filled in last, what other registers know of the year, and the year before.

import { sql } from 'kysely';
import { type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { HouseholdKey } from '../../households/domain/addresses.ts';
import '../domain/problems.ts';
import { netOf, perHead, type SheetLine } from '../domain/sheet.ts';
import { closedOn } from './closings.ts';
import { dibaoSql, sharesSql, wagesSql } from './income-sql.ts';

export type SheetHousehold = {
  number: string;
  headName: string;
  villageCode: number;
  villageName: string;
  memberCount: number;
};

/** Throws `incomes.household-not-found`, also for a household of another area. */
export async function householdOf(tx: Tx, { countyCode, id }: HouseholdKey): Promise<SheetHousehold> {
  const found = await tx.first(sql<SheetHousehold>`
    select h.number, h.head_name, h.village_code, coalesce(v.name, '') as village_name, h.member_count
    from households h left join regions v on v.code = h.village_code
    where h.county_code = ${countyCode} and h.id = ${id} and h.valid_to is null
      and h.village_code between ${tx.actor.range.low} and ${tx.actor.range.high}`);
  if (!found) throw new Problem('incomes.household-not-found');
  return found;
}

type YearRow = {
  year: number;
  members: number;
  wage: number;
  business: number;
  property: number;
  transfer: number;
  cost: number;
};

/** The year and the one before, of 家庭收支 or else of the registry. */
async function readYears(tx: Tx, number: string, year: number) {
  const rows = await tx.rows(sql<YearRow>`
    select distinct on (year) year, members, wage, business, property, transfer, cost from (
      select 1 as first, i.income_year as year, i.year_end_members as members, i.wage_income_fen as wage, i.business_income_fen as business,
        i.property_income_fen as property, i.transfer_income_fen as transfer, i.business_cost_fen as cost
      from household_income_records i where i.household_number = ${number} and not i.voided and i.income_year in (${year}, ${year - 1})
      union all
      select 2, i.year, h.member_count, i.wage_fen, i.business_fen, i.property_fen, i.transfer_fen, i.business_cost_fen
      from households h join household_incomes i on i.county_code = h.county_code and i.household_id = h.id
      where h.number = ${number} and i.year in (${year}, ${year - 1})) y order by year, first`);
  return rows.map((row) => ({ ...row, netFen: netOf(row), perHeadFen: perHead(netOf(row), row.members) }));
}

async function readKnown(tx: Tx, { countyCode, id }: HouseholdKey, year: number) {
  const known = await tx.first(sql<{ wagesFen: number; dibaoFen: number; sharesFen: number }>`
    with lifted as materialized (select county_code, id, number from households where county_code = ${countyCode} and id = ${id})
    select coalesce((select fen from (${wagesSql(year)}) w), 0)::bigint as wages_fen,
      coalesce((select fen from (${dibaoSql(year)}) d), 0)::bigint as dibao_fen,
      coalesce((select fen from (${sharesSql(year)}) g), 0)::bigint as shares_fen`);
  return known ?? { wagesFen: 0, dibaoFen: 0, sharesFen: 0 };
}

type Saved = { linesSealed: Buffer; savedBy: string; savedAt: string };

async function readSaved(tx: Tx, { countyCode, id }: HouseholdKey, year: number): Promise<Saved | undefined> {
  return tx.first(sql<Saved>`
    select lines_sealed, account_name as saved_by, at as saved_at from income_sheets
    where county_code = ${countyCode} and household_id = ${id} and income_year = ${year} order by id desc limit 1`);
}

export type RecordRow = {
  countyCode: number;
  id: number;
  version: string;
  voided: boolean;
  collectedOn: string | null;
};

/** The row of 家庭收支 that a sheet writes, whatever stands in it. */
export async function recordOf(tx: Tx, number: string, year: number): Promise<RecordRow | undefined> {
  return tx.first(sql<RecordRow>`
    select county_code, id, (extract(epoch from recorded_at) * 1000000)::bigint::text as version, voided, collected_on::text as collected_on
    from household_income_records where household_number = ${number} and income_year = ${year}`);
}

/** `year` left out: the last one that is over. */
export async function readSheet(
  tx: Tx,
  keys: Keys,
  key: HouseholdKey & { year?: number | undefined },
  today: PlainDate,
) {
  const year = key.year ?? yearOf(today) - 1;
  const { number, headName, villageName, memberCount, villageCode } = await householdOf(tx, key);
  const [years, known, saved, record, closed] = [
    await readYears(tx, number, year),
    await readKnown(tx, key, year),
    await readSaved(tx, key, year),
    await recordOf(tx, number, year),
    await closedOn(tx, key.countyCode, year),
  ];
  const [current, last] = [year, year - 1].map((wanted) => years.find((one) => one.year === wanted));
  const sheet = {
    ...{ number, headName, villageName, year, known },
    members: current?.members ?? memberCount,
    lines: saved ? (JSON.parse(open(keys, saved.linesSealed)) as SheetLine[]) : [],
    ...(saved ? { savedBy: saved.savedBy, savedAt: saved.savedAt } : {}),
    ...(record ? withoutNulls({ version: record.version, collectedOn: record.collectedOn }) : {}),
    ...(current ? { current } : {}),
    ...(last ? { last } : {}),
    ...(closed ? { closedOn: closed } : {}),
  };
  return { sheet, villageCode };
}
