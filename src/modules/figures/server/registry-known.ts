// The registry as it was known: rows that were changed later stand as they were before the first of those changes; what came with a
// later import is not there.

import { sql } from 'kysely';
import type { Condition, Reading } from './reading.ts';

type Subject = 'household' | 'person' | 'income';

const TABLES: Record<Subject, { table: string; id: string; year?: true }> = {
  household: { table: 'households', id: 'id' },
  person: { table: 'persons', id: 'id' },
  income: { table: 'household_incomes', id: 'household_id', year: true },
};

/**
 * Rows of the table as known, to stand behind `from`. The few that were changed since are made of their versions; the others are read
 * as they stand, because taking a million rows apart only to find that nothing is to be put back takes minutes.
 */
function known({ moment }: Reading, subject: Subject): Condition {
  const { table, id, year } = TABLES[subject];
  if (moment === undefined) return sql.raw(table);
  const at = sql`${moment}::timestamptz`;
  const versionYear = sql.raw(year ? `(v.before ->> 'year')::int` : 'null::int');
  const earlier = sql`(select distinct on (v.county_code, v.subject_id, ${versionYear}) v.county_code, v.subject_id, ${versionYear} as year, v.before
    from record_versions v where v.subject = ${subject} and v.replaced_at > ${at}
    order by v.county_code, v.subject_id, ${versionYear}, v.replaced_at)`;
  const isOf = sql.raw(`v.county_code = c.county_code and v.subject_id = c.${id}${year ? ' and v.year = c.year' : ''}`);
  return sql`(select k.* from (
      select c.* from ${sql.raw(table)} c where not exists (select from ${earlier} v where ${isOf})
      union all
      select b.* from ${earlier} v join ${sql.raw(table)} c on ${isOf} cross join lateral jsonb_populate_record(c, v.before) b) k
    where not exists (select from import_batches i where i.id = k.batch_id and coalesce(i.finished_at, i.at) > ${at}))`;
}

export const knownHouseholds = (r: Reading): Condition => known(r, 'household');
export const knownPersons = (r: Reading): Condition => known(r, 'person');
export const knownRegistryIncomes = (r: Reading): Condition => known(r, 'income');
