// The registry as it was known: rows that were changed later stand as they were before the first of those changes; what came with a
// later import is not there.

import { sql } from 'kysely';
import type { Condition, Reading } from './reading.ts';

type Subject = 'household' | 'person' | 'income';

const TABLES: Record<Subject, { table: string; id: string }> = {
  household: { table: 'households', id: 'id' },
  person: { table: 'persons', id: 'id' },
  income: { table: 'household_incomes', id: 'household_id' },
};

/** Rows of the table as known, to stand behind `from`. */
function known({ moment }: Reading, subject: Subject): Condition {
  const { table, id } = TABLES[subject];
  if (moment === undefined) return sql.raw(table);
  const sameYear = subject === 'income' ? sql`and (v.before ->> 'year')::int = c.year` : sql``;
  return sql`(select k.* from ${sql.raw(table)} c
    left join lateral (select v.before from record_versions v where v.county_code = c.county_code and v.subject = ${subject}
      and v.subject_id = ${sql.ref(`c.${id}`)} and v.replaced_at > ${moment}::timestamptz ${sameYear} order by v.replaced_at limit 1) b on true
    cross join lateral jsonb_populate_record(c, coalesce(b.before, '{}')) k
    where not exists (select from import_batches i where i.id = k.batch_id and coalesce(i.finished_at, i.at) > ${moment}::timestamptz))`;
}

export const knownHouseholds = (r: Reading): Condition => known(r, 'household');
export const knownPersons = (r: Reading): Condition => known(r, 'person');
export const knownRegistryIncomes = (r: Reading): Condition => known(r, 'income');
