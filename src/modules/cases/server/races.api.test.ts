// A rejected case is appealed, which takes it up again, while a new clue of the same household is registered, which opens
// another: only one case of a household may be under way. Both are held at a barrier and let go together, over and over.

import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { newId, openWalk, type Walk } from '../../../../test/case-walk.ts';
import { withDatabase } from '../../../../test/database.ts';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import { COUNTY, idNumber, openSmallRegistry, VILLAGE } from '../../../../test/small-registry.ts';

const ROUNDS = 24;

let server: TestServer;
let walk: Walk;
let barrier: pg.Client;
let watch: pg.Client;

async function connect(database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: withDatabase(inject('adminUrl'), database) });
  await client.connect();
  return client;
}

beforeAll(async () => {
  server = await openSmallRegistry(
    Array.from({ length: ROUNDS }, (_, n) => ({
      number: `H${n}`,
      village: VILLAGE,
      members: [{ name: '王秀英', id: idNumber(19700101, n * 2) }],
    })),
  );
  walk = await openWalk(server);
  const named = await server.shouwang.db.bulkRead((tx) =>
    tx.first(sql<{ name: string }>`select current_database() as name`),
  );
  [barrier, watch] = [await connect(named?.name ?? ''), await connect(named?.name ?? '')];
});

afterAll(async () => {
  await barrier.end();
  await watch.end();
  await server.close();
});

/** Waits until so many sessions of this database wait for a lock. */
async function untilHeld(count: number): Promise<void> {
  for (;;) {
    const { rowCount } = await watch.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if ((rowCount ?? 0) >= count) return;
    await sleep(5);
  }
}

/** A case that ended as not confirmed, told to the household; and a clue that came after it. */
async function prepare(householdId: number) {
  const id = await walk.open(householdId, '2022-06-01');
  await walk.verify(id, '2022-06-02', { confirmed: false });
  const told = { on: '2022-06-02', how: '当面告知' };
  await walk.village.client.cases.notifyRejection({ ...(await walk.now(id)), detail: told });
  const clueId = await walk.addClue(householdId, '2022-06-03');
  return { id, clueId, version: (await walk.look(id)).version };
}

const answerOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => refusalOf(Promise.reject(error)),
  );

it(`an appeal and a register at once: one goes on, the other follows it, ${ROUNDS} times`, {
  timeout: 60_000,
}, async () => {
  const { countyCode, village, county } = walk;
  const { items } = await county.client.households.list({ area: COUNTY });
  const seen = new Set<string>();
  for (const [round, { id: householdId }] of items.entries()) {
    const { id, clueId, version } = await prepare(householdId);
    const calls = [
      () =>
        village.client.cases.appeal({
          requestId: newId(),
          countyCode,
          id,
          version,
          detail: { content: '漏算支出' },
        }),
      () => county.client.cases.open({ requestId: newId(), countyCode, clueIds: [clueId] }),
    ];
    await barrier.query('begin');
    // By turns: the household is held, or the case and the clue; the one comes first, or the other.
    if (round % 2 === 1)
      await barrier.query('select pg_advisory_xact_lock($1, hashint8($2))', [countyCode, householdId]);
    else {
      await barrier.query('select from cases where id = $1 for update', [id]);
      await barrier.query('select from clues where id = $1 for update', [clueId]);
    }
    const first = round % 4 < 2 ? 0 : 1;
    const answers: Promise<string>[] = [];
    for (const [at, which] of [first, 1 - first].entries()) {
      answers[which] = answerOf(calls[which]?.() ?? Promise.reject());
      await untilHeld(at + 1);
    }
    await barrier.query('commit');
    const [appealed, registered] = await Promise.all(answers);
    seen.add(`${appealed} ${registered}`);
    const cases = await county.client.cases.ofHousehold({ countyCode, householdId });
    const open = cases.filter(({ state }) => state !== 'not-confirmed');
    expect(open).toHaveLength(1);
    expect(registered).toBe('done');
    if (appealed === 'done') {
      expect(open[0]).toMatchObject({ id, state: 'appeal' });
      const { timeline } = await walk.look(id);
      expect(timeline.map(({ kind }) => kind).slice(-2)).toEqual(['appeal', 'add-clue']);
    } else {
      expect(appealed).toBe('cases.case-open');
      expect(open[0]?.id).not.toBe(id);
    }
  }
  expect([...seen].sort()).toEqual(['cases.case-open done', 'done done']);
});
