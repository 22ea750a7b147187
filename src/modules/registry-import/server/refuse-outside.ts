// Importing runs without row-level security, so an account of a part of the region must be held back here: rows that name
// a household or a person registered outside its area are refused.

import { sql } from 'kysely';
import { coversRegion, type RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';

type Check = { staged: 'households' | 'members'; column: string; value: string; join: string };

/** A member without a household waits outside every area (village 0) and may be claimed. */
const CHECKS: Check[] = [
  { staged: 'households', column: '户编号', value: 's.number', join: 'households r on r.number = s.number' },
  {
    staged: 'members',
    column: '人编号',
    value: 's.number',
    join: 'persons r on r.number = s.number and r.village_code <> 0',
  },
  {
    staged: 'members',
    column: '户编号',
    value: 's.household_number',
    join: 'households r on r.number = s.household_number',
  },
];

/** Takes such rows out of the staging tables before they are merged. */
export async function refuseOutside(tx: Tx, range: RegionRange): Promise<void> {
  if (coversRegion(range)) return;
  const { low, high } = range;
  for (const { staged, column, value, join } of CHECKS)
    await tx.run(sql`
      with outside as (select s.line, ${sql.raw(value)} as value from ${sql.table(`staged_${staged}`)} s join ${sql.raw(join)}
          where r.village_code not between ${low} and ${high}),
        gone as (delete from ${sql.table(`staged_${staged}`)} s using outside o where s.line = o.line)
      insert into ${sql.table(`staged_${staged}_refused`)} select line, ${column}, value, 'other-area', ''::bytea from outside`);
}
