// Which years have incomes, and which of them is looked at when nobody says so.

import { sql } from 'kysely';
import { settingsInForce } from '../../../kernel/dated/dated-settings.ts';
import { formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { findParameter, PARAMETER_SCALE } from '../../parameters/domain/parameters.ts';
import { parameterSettings } from '../../parameters/server/index.ts';
import type { IncomeSettingKey } from '../domain/settings.ts';
import { incomeSettings } from './settings.ts';

/** Newest first; the last year that is over where there is none. */
export async function incomeYears(tx: Tx, { low, high }: RegionRange, today: PlainDate): Promise<number[]> {
  const rows = await tx.rows(sql<{ year: number }>`
    select distinct income_year as year from household_income_records where not voided and place_code between ${low} and ${high}
    union select distinct i.year from household_incomes i join households h on h.county_code = i.county_code and h.id = i.household_id
      where h.village_code between ${low} and ${high}
    order by 1 desc limit 20`);
  const years = rows.map(({ year }) => year);
  return years.length > 0 ? years : [yearOf(today) - 1];
}

/** Codes (six digits) of the counties that reach into a range. */
async function countiesIn(tx: Tx, { low, high }: RegionRange): Promise<number[]> {
  const rows = await tx.rows(sql<{ code: number }>`select code / 1000000 as code from regions
    where level = 'county' and code between ${Math.floor(low / 1e6) * 1e6} and ${high} limit 1000`);
  return rows.map(({ code }) => code);
}

/** A setting of every county that reaches into a range, by six digits. */
export async function settingByCounty(tx: Tx, range: RegionRange, key: IncomeSettingKey, today: PlainDate) {
  const of = await incomeSettings.inForce(tx, formatDate(today));
  const counties = await countiesIn(tx, range);
  return new Map(counties.map((code) => [code, of(code * 1e6)(key)]));
}

/** The monitoring line of the last day of a year, fen a head, of every county that has one. */
export async function linesByCounty(tx: Tx, range: RegionRange, year: number): Promise<Map<number, number>> {
  const scale = PARAMETER_SCALE[findParameter('income.line')?.unit ?? 'yuan'];
  const rows = await parameterSettings.all(tx, 'income.line');
  const lines = (await countiesIn(tx, range)).flatMap((code): [number, number][] => {
    const found = settingsInForce(rows, code * 1e6, `${year}-12-31`).get('income.line');
    return found ? [[code, Math.round(Number(found.value) * scale)]] : [];
  });
  return new Map(lines);
}
