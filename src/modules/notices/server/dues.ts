// Notices whose days are over, for the level that hung them: until somebody ends them, whatever waits for them stands still.

import { sql } from 'kysely';
import type { DueLevel, DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';

const AROUND = 30;
const MOST_ROWS = 100_000;

const HOLDERS: readonly (readonly [DueLevel, levels: readonly string[]])[] = [
  ['village', ['village']],
  ['township', ['township']],
  ['county', ['county']],
  ['league', ['prefecture', 'autonomous-region']],
];

export const noticesDues: readonly Due[] = HOLDERS.map(([holder, levels]) => ({
  ...{ key: `notices.end-${holder}`, what: '公示期满办结', unit: '份', holder, path: '/registers/notices?state=over' },
  rows: (tx, on) =>
    tx.rows(sql<DueRow>`select n.place_code, n.posted_until::text as due_on from notices n
      where not n.voided and n.posted_until between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
        and n.ended_on is null and n.taken_down_on is null and n.level = any (${levels}::text[])
      order by n.place_code, n.id limit ${MOST_ROWS}`),
}));
