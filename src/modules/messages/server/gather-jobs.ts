// What long work came to, for whoever asked for it: read from the tables in which each job keeps its own state, so that no
// slice below has to know of messages, and nothing is missed over a restart. Repeated, it tells nothing twice.

import { sql } from 'kysely';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';

/** A transaction that loads for hours is seen only at its end, under the time of its beginning. */
const RECENT = sql`now() - interval '2 days'`;

/** Who withdraws a batch that nobody answered for; by hand it needs no telling. */
const EXPIRED_BY = '超期清除';

/** Rows (account_id, kind, key, facts, path). */
const ENDED = sql`
  select account_id, case state when 'failed' then 'refused' when 'held' then 'held' else 'finished' end as kind,
    'feed-batch:' || id as key,
    jsonb_build_object('file', file_name, 'job', '装载“' || file_name || '”') as facts, '/feeds/batches/' || id as path
  from feed_batches where state in ('loaded', 'failed', 'held') and coalesce(loaded_at, created_at) > ${RECENT}
  union all
  select account_id, 'refused', 'feed-batch-expired:' || id, jsonb_build_object('file', file_name), '/feeds/batches/' || id
  from feed_batches where state = 'withdrawn' and decided_by = ${EXPIRED_BY} and decided_at > ${RECENT}
  union all
  select account_id, case state when 'failed' then 'failed' else 'finished' end, 'registry-import:' || id,
    jsonb_build_object('job', '户和人导入'), '/households/import'
  from import_batches where kind = 'registry' and state in ('done', 'failed') and finished_at > ${RECENT}
  union all
  select account_id, case state when 'failed' then 'failed' else 'finished' end, 'screening:' || id,
    jsonb_build_object('job', to_char(as_of, 'YYYY-MM-DD') || ' 筛查'), '/warnings'
  from screening_jobs where state in ('done', 'failed') and finished_at > ${RECENT}
  union all
  select account_id, case state when 'failed' then 'failed' else 'finished' end, 'comparison:' || id,
    jsonb_build_object('job', '与国家系统导出比对'), '/national?comparison=' || id
  from national_comparisons where state in ('done', 'failed') and finished_at > ${RECENT}
  union all
  select account_id, case state when 'failed' then 'failed' else 'finished' end, 'register-set:' || id,
    jsonb_build_object('job', '台账导入'), '/registers/import'
  from register_sets where state in ('done', 'failed') and finished_at > ${RECENT}`;

export async function gatherJobs(db: Database): Promise<void> {
  await db.bulk(systemActor('任务消息'), async (tx) => {
    await tx.run(sql`
      insert into messages (account_id, kind, key, facts, path, held)
      select e.account_id, e.kind, e.key, e.facts, e.path, coalesce(s.mode = 'daily', false)
      from (${ENDED}) e join account_places p on p.account_id = e.account_id
      left join message_settings s on s.account_id = e.account_id and s.kind = e.kind
      where coalesce(s.mode, '') <> 'off'
        and not exists (select from messages m where m.account_id = e.account_id and m.kind = e.kind and m.key = e.key)
      on conflict on constraint messages_once do nothing`);
    return { result: undefined, audit: [] };
  });
}
