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

/** No household has an older one. Each year is looked for by itself: to ask all rows for theirs takes longer than any figure. */
const FIRST_YEAR = 1990;

/** The newest year of which incomes are recorded and whose collection was closed by the day. */
export async function findIncomeYear(tx: Tx, r: Reading): Promise<number | undefined> {
  const found = await tx.first(sql<{ year: number | null }>`
    select y.year from (select year from generate_series(${FIRST_YEAR}::int, ${r.on.year}::int + 1) year order by year desc offset 0) y
    where ${collectionClosedOn(r, sql`y.year`)} <= ${dateOf(r.on.day)}
      and ((select true from ${r.valid('household-incomes')} t where t.income_year = y.year limit 1)
        or (select true from ${knownRegistryIncomes(r)} t where t.year = y.year limit 1))
    limit 1`);
  return found?.year ?? undefined;
}
