// Which year's incomes a day knows: a year counts once the region has closed its collection.

import { sql } from 'kysely';
import { REGION_CODE } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Condition, dateOf, type Reading } from './reading.ts';
import { knownRegistryIncomes } from './registry-known.ts';

/** The day on which the collection of a year was closed: 完成日期 of 年度收入采集, without such a row the year's last day. */
export function collectionClosedOn(r: Reading, year: Condition): Condition {
  return sql`coalesce((select case when bool_and(t.finished_on is not null) then max(t.finished_on) else 'infinity' end
    from ${r.valid('schedule-items')} t where t.kind = 'income-collection' and t.region_code = ${REGION_CODE} and t.year = ${year} having count(*) > 0),
    make_date(${year}, 12, 31))`;
}

/** The newest year of which incomes are recorded and whose collection was closed by the day. */
export async function findIncomeYear(tx: Tx, r: Reading): Promise<number | undefined> {
  const found = await tx.first(sql<{ year: number | null }>`
    select max(y.year)::int as year from (select distinct t.income_year::int as year from ${r.valid('household-incomes')} t
      union select distinct t.year::int from ${knownRegistryIncomes(r)} t) y
    where ${collectionClosedOn(r, sql`y.year`)} <= ${dateOf(r.on.day)}`);
  return found?.year ?? undefined;
}
