// Who is to recheck a household does not read what was found there first, wherever it is shown: only then is the second visit one.

import { type RawBuilder, sql } from 'kysely';
import { levelOfCode } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { levelOf } from './draw-sample.ts';

/** Whether the item `i` waits for a recheck of the level of whoever asks. A village sees what it wrote. */
export function blindTo({ actor: { areaCode } }: Tx): RawBuilder<unknown> {
  if (levelOfCode(areaCode) === 'village') return sql`false`;
  return sql`exists (select from sweep_rechecks b where b.county_code = i.county_code and b.sweep_id = i.sweep_id and b.household_id = i.household_id
    and b.level = ${levelOf(areaCode)} and b.checked_on is null and b.redone_at is null)`;
}

/** A column of the first visit, for those who may know it. */
export const unlessBlind = (tx: Tx, column: string): RawBuilder<unknown> =>
  sql`case when not ${blindTo(tx)} then ${sql.raw(column)} end`;
