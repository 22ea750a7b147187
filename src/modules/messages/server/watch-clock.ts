// A clock that jumps is told: in the log, and to everybody who administers the system.

import { sql } from 'kysely';
import type { Logger } from 'pino';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { ClockWatch } from '../../../platform/server/serving/clock-watch.ts';

/** Looks once; of one fault an account hears once. */
export async function watchClock(watch: ClockWatch, db: Database, log: Pick<Logger, 'warn'>): Promise<void> {
  const fault = await db.bulk(systemActor('时钟'), async (tx) => {
    const found = await watch.look(tx);
    if (found)
      await tx.run(sql`
        insert into messages (account_id, kind, key, facts, path)
        select id, 'clock', ${`clock:${found.kind}:${found.now}`}, ${JSON.stringify(found)}::jsonb, '/'
        from accounts where role = 'administrator' and disabled_at is null
        on conflict on constraint messages_once do nothing`);
    return { result: found, audit: [] };
  });
  if (fault) log.warn({ fault }, 'the clock of this machine jumped');
}
