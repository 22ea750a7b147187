// Every writing operation carries an id made by the client. What was answered the first time is kept, so that a repeated
// request (a slow link, a replayed outbox) changes nothing and gets the same answer. The same id for something else is no
// repeat: it would be told that something was done which was not.

import { sql } from 'kysely';
import { Problem } from '../../kernel/problem.ts';
import { systemActor } from './actor.ts';
import type { Database, Tx } from './db.ts';
import './http/problems.ts';

/** Throws `http.request-reused` when the id was used by another account, for another operation, or at another address. */
export async function findAppliedResult<T>(tx: Tx, requestId: string): Promise<{ result: T } | undefined> {
  // The lock makes two copies of one request that arrive together wait for each other. All three go out together, and are done one
  // after the other: what is looked up is looked up once the lock is held. Others' requests are not seen; that there is one is all that may be known.
  const [, row, others] = await Promise.all([
    tx.kept.first(sql`select pg_advisory_xact_lock(hashtextextended(${requestId.toLowerCase()}, 0))`),
    tx.kept.first<{ asks: string; result: T }>(
      sql`select asks, result from applied_requests where id = ${requestId}::uuid and account_id = ${tx.actor.accountId}`,
    ),
    tx.kept.first<{ taken: boolean }>(sql`select is_request_of_others(${requestId}::uuid) as taken`),
  ]);
  if (!row) {
    if (others?.taken) throw new Problem('http.request-reused');
    return undefined;
  }
  const { asks = '' } = tx.actor;
  // What was recorded before the operation was noted says nothing about it.
  if (row.asks !== '' && asks !== '' && row.asks !== asks) throw new Problem('http.request-reused');
  return { result: row.result };
}

export async function recordApplied(tx: Tx, requestId: string, result: unknown): Promise<void> {
  const { accountId, asks = '' } = tx.actor;
  await tx.kept.first(sql`insert into applied_requests (id, account_id, asks, result)
    values (${requestId}::uuid, ${accountId}, ${asks}, ${JSON.stringify(result ?? null)}::jsonb)`);
}

/** An outbox that was away for longer sends what nobody expects any more. */
const KEPT_DAYS = 90;

/** Takes away what is too old to be repeated. */
export async function forgetAppliedRequests(db: Database): Promise<void> {
  await db.bulk(systemActor('shouwang'), async (tx) => {
    await tx.run(sql`delete from applied_requests where at < now() - make_interval(days => ${KEPT_DAYS})`);
    return { result: undefined, audit: [] };
  });
}
