// Lists are sorted by an income stored with the household; whatever changes incomes or members has to keep it true.

import { sql } from 'kysely';
import type { Database } from '../src/platform/server/db.ts';

/** Numbers of the households whose stored income is not that of their newest year. */
export function wronglyStoredIncomes(db: Database): Promise<{ number: string }[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<{ number: string }>`
      select h.number from households h left join household_incomes i
        on i.county_code = h.county_code and i.household_id = h.id and i.year = h.income_year
      where (h.net_fen, h.net_per_capita_fen) is distinct from (
        i.wage_fen + i.business_fen + i.property_fen + i.transfer_fen - i.business_cost_fen,
        (i.wage_fen + i.business_fen + i.property_fen + i.transfer_fen - i.business_cost_fen)::float8 / nullif(h.member_count, 0))`),
  );
}
