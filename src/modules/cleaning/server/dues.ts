// Terms of data cleaning, for who has to act: an issue without an answer, an answer without a signature, a correction that is not in the national system yet.

import { type RawBuilder, sql } from 'kysely';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { cleaningSettings } from './settings.ts';

const AROUND = 30;
const MOST_ROWS = 100_000;

const days = (key: 'sign.days' | 'writeback.days', column: string) =>
  sql.raw(`(${cleaningSettings.inForceSql(key, { region: 't.village_code', on: `t.${column}` })})::int`);

const due = (given: Omit<Due, 'rows' | 'path'> & { path?: string }, from: RawBuilder<unknown>): Due => ({
  path: '/households/issues',
  ...given,
  rows: (tx, on) =>
    tx.rows(sql<DueRow>`select w.place_code, w.due_on::text as due_on from (${from}) w
      where w.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int order by w.place_code, w.id limit ${MOST_ROWS}`),
});

export const cleaningDues: readonly Due[] = [
  due(
    { key: 'cleaning.answer', what: '疑点处理', unit: '条', holder: 'village' },
    sql`select t.village_code as place_code, t.id, t.due_on from data_issues t where t.state = 'open' and t.outcome is null and t.due_on is not null`,
  ),
  due(
    {
      key: 'cleaning.sign',
      what: '疑点结论签认',
      unit: '条',
      holder: 'township',
      path: '/households/issues?look=answered',
    },
    sql`select t.village_code as place_code, t.id, t.answered_on + ${days('sign.days', 'answered_on')} as due_on from data_issues t
      where t.state = 'open' and t.answered_on is not null and t.signed_on is null`,
  ),
  due(
    { key: 'cleaning.writeback', what: '登记更正回写', unit: '条', holder: 'county', path: '/cleaning/corrections' },
    sql`select t.village_code as place_code, t.id, t.made_on + ${days('writeback.days', 'made_on')} as due_on from registry_corrections t
      where t.done_on is null and t.verified_on is null`,
  ),
];
