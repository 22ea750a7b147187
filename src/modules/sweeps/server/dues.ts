// Terms of rounds, for who has to act: the end of the round, who was not met, the rechecks.

import { sql } from 'kysely';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { sweepSettings } from './settings.ts';

const MOST_ROWS = 10_000;
const PATH = '/sweeps';
const RUNNING = sql`s.issued_on is not null and s.closed_on is null and not s.voided`;

export const sweepsDues: readonly Due[] = [
  {
    ...{ key: 'sweeps.visits', what: '集中监测入户核查', unit: '个嘎查村', holder: 'township', path: PATH },
    rows: (tx) =>
      tx.rows(sql<DueRow>`
        select v.village_code as place_code, s.ends_on::text as due_on from sweeps s join sweep_villages v on v.sweep_id = s.id
        where ${RUNNING} and v.items > v.done + v.away + v.not_met order by v.village_code limit ${MOST_ROWS}`),
  },
  {
    ...{ key: 'sweeps.retry', what: '未见到的农牧户补访', unit: '户', holder: 'village', path: PATH },
    rows: (tx) =>
      tx.rows(sql<DueRow>`
        select i.village_code as place_code, (i.visited_on + ${sql.raw(sweepSettings.inForceSql('retry', { region: 'i.village_code', on: 'i.visited_on' }))}::int)::text as due_on
        from sweeps s join sweep_villages v on v.sweep_id = s.id and v.not_met > 0
          join sweep_items i on i.sweep_id = s.id and i.village_code = v.village_code and i.visit_result = 'not-met' and i.left_on is null
        where ${RUNNING} order by i.village_code, i.household_id limit ${MOST_ROWS}`),
  },
  {
    ...{ key: 'sweeps.recheck', what: '集中监测抽查复核', unit: '个嘎查村', holder: 'township', path: PATH },
    rows: (tx) =>
      tx.rows(sql<DueRow>`
        select v.village_code as place_code, (s.ends_on + ${sql.raw(sweepSettings.inForceSql('recheck', { region: 'v.village_code', on: 's.ends_on' }))}::int)::text as due_on
        from sweeps s join sweep_villages v on v.sweep_id = s.id
        where ${RUNNING} and s.rechecked_from is not null and v.unchecked > 0 order by v.village_code limit ${MOST_ROWS}`),
  },
];
