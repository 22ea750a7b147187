// Every writing operation carries an id made by the client. What was answered the first time is kept, so that a repeated
// request (a slow link, a replayed outbox) changes nothing and gets the same answer.

import { sql } from 'kysely';
import type { Tx } from './db.ts';

export async function findAppliedResult<T>(tx: Tx, requestId: string): Promise<{ result: T } | undefined> {
  // The lock makes two copies of one request that arrive together wait for each other.
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`);
  return tx.first<{ result: T }>(
    sql`select result from applied_requests where id = ${requestId}::uuid and account_id = ${tx.actor.accountId}`,
  );
}

export async function recordApplied(tx: Tx, requestId: string, result: unknown): Promise<void> {
  await tx.run(sql`insert into applied_requests (id, account_id, result)
    values (${requestId}::uuid, ${tx.actor.accountId}, ${JSON.stringify(result ?? null)}::jsonb)`);
}
