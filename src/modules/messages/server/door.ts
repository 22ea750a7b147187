// The door to gateways for SMS and government chat: what is set, the queue, and how it stands.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { coversRegion } from '../../../kernel/region-code.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { type Keys, open, seal } from '../../../platform/server/keys.ts';
import { waitMinutes } from '../domain/backoff.ts';
import type { MessageKind } from '../domain/kinds.ts';
import '../domain/problems.ts';
import { type Outgoing, send } from './send.ts';

type DoorRow = {
  url: string;
  secret: Uint8Array;
  kinds: MessageKind[];
  enabled: boolean;
  changedBy: string;
  changedAt: string;
};

const DOOR = sql<DoorRow>`select url, secret, kinds, enabled, changed_by, changed_at from message_doors where id = 1`;

function refuseOthers(tx: Tx): void {
  if (!coversRegion(tx.actor.range)) throw new Problem('messages.region-alone');
}

type Counts = { waiting: number; sent: number; givenUp: number };
type Failure = { kind: MessageKind; tries: number; problem: string; at: string; nextAt: string | null };

/** What is set, without the secret; how the queue stands, and what failed last. */
export async function readDoor(tx: Tx) {
  refuseOthers(tx);
  const row = await tx.first(DOOR);
  const counts = await tx.first(sql<Counts>`
    select count(*) filter (where sent_at is null and given_up_at is null)::int as waiting,
      count(sent_at)::int as sent, count(given_up_at)::int as given_up from message_deliveries`);
  const failures = await tx.rows(sql<Failure>`
    select kind, tries, problem, at, case when given_up_at is null then next_at end as next_at
    from message_deliveries where problem is not null and sent_at is null order by at desc limit 20`);
  const { url = '', kinds = [], enabled = false, changedBy = '', changedAt = '' } = row ?? {};
  return {
    ...(row ? { door: { url, kinds, enabled, changedBy, changedAt } } : {}),
    ...(counts ?? { waiting: 0, sent: 0, givenUp: 0 }),
    failures: failures.map(({ nextAt, ...failure }) => ({ ...failure, ...(nextAt === null ? {} : { nextAt }) })),
  };
}

export type GivenDoor = { url: string; secret?: string | undefined; kinds: readonly MessageKind[]; enabled: boolean };

export async function saveDoor(tx: Tx, keys: Keys, { url, secret, kinds, enabled }: GivenDoor): Promise<void> {
  refuseOthers(tx);
  const kept = secret === undefined ? (await tx.first(DOOR))?.secret : seal(keys, secret);
  if (!kept) throw new Problem('messages.secret-missing');
  await tx.run(sql`insert into message_doors (id, url, secret, kinds, enabled, changed_by)
    values (1, ${url}, ${Buffer.from(kept)}, ${[...kinds]}::text[], ${enabled}, ${tx.actor.name})
    on conflict (id) do update set url = excluded.url, secret = excluded.secret, kinds = excluded.kinds,
      enabled = excluded.enabled, changed_by = excluded.changed_by, changed_at = now()`);
}

type Opened = { url: string; secret: string };

/** For a test from the screen, whether the door is in use or not. */
export async function openDoor(tx: Tx, keys: Keys): Promise<Opened> {
  refuseOthers(tx);
  const row = await tx.first(DOOR);
  if (!row) throw new Problem('messages.no-door');
  return { url: row.url, secret: open(keys, row.secret) };
}

const AT_ONCE = 50;
const ACTOR = systemActor('消息外发');

/** One delivery for all that is new of a kind for an account; what was read meanwhile needs none. */
async function queueNew(tx: Tx, kinds: readonly MessageKind[]): Promise<void> {
  await tx.run(sql`
    with fresh as (update messages set queued = true where not queued and not held
      returning account_id, kind, count, path, read_at)
    insert into message_deliveries (account_id, kind, count, path)
    select account_id, kind, sum(count)::int, case when count(*) = 1 then min(path) else '/messages' end
    from fresh where kind = any(${[...kinds]}::text[]) and read_at is null group by 1, 2`);
}

type Due = { id: string; accountId: number; kind: MessageKind; count: number; path: string; tries: number };

async function noteSent(tx: Tx, { id, tries }: Due, problem: string | undefined): Promise<void> {
  const wait = waitMinutes(tries + 1);
  await tx.run(
    problem === undefined
      ? sql`update message_deliveries set sent_at = now(), tries = tries + 1 where id = ${id}`
      : sql`update message_deliveries set tries = tries + 1, problem = ${problem},
          next_at = now() + make_interval(mins => ${wait ?? 0}), given_up_at = ${wait === undefined ? sql`now()` : null}
          where id = ${id}`,
  );
}

/**
 * Queues what is new and sends what is due, oldest first. Nothing is held in a transaction while the other side answers: a
 * delivery that was sent and not noted is sent again under the same id. Answers how many were tried.
 */
export async function deliver(db: Database, keys: Keys, post: typeof send = send): Promise<number> {
  const row = await db.bulkRead((tx) => tx.first(DOOR));
  const isOpen = row?.enabled === true;
  await db.bulk(ACTOR, async (tx) => {
    await queueNew(tx, isOpen ? row.kinds : []);
    return { result: undefined, audit: [] };
  });
  if (!isOpen) return 0;
  const due = await db.bulkRead((tx) =>
    tx.rows(sql<Due>`select id, account_id, kind, count, path, tries from message_deliveries
      where sent_at is null and given_up_at is null and next_at <= now() order by next_at limit ${AT_ONCE}`),
  );
  const door = { url: row.url, secret: open(keys, row.secret) };
  for (const delivery of due) {
    const outgoing: Outgoing = { ...delivery, to: delivery.accountId };
    const problem = await post(door, outgoing);
    await db.bulk(ACTOR, async (tx) => {
      await noteSent(tx, delivery, problem);
      return { result: undefined, audit: [] };
    });
    // A door that is shut is shut for the others too: they wait for the next round.
    if (problem !== undefined) break;
  }
  return due.length;
}
