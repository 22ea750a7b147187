// One serving process per database: its jobs and batches stand in tables that another would take up as well. The process holds
// a lock of its session for as long as it lives; when it is gone, the database lets go and another may take over.

import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { defineProblems, Problem } from '../../../kernel/problem.ts';

defineProblems({
  'database.served-elsewhere': {
    kind: 'unavailable',
    sentence: () =>
      '这个数据库正由另一个守望程序使用，不能同时启动两个。请先停止另一个程序；如它已经停止，请等一分钟后重试。',
  },
});

const SERVING_LOCK = 15_000_007;
/** What a killed program's session may take to end. */
const PATIENCE_MS = 5000;
const LOOK_AGAIN_MS = 500;
/** A machine that vanished is noticed after a minute, not after the two hours that systems wait by themselves. */
const NOTICE_VANISHED = 'set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3';

export type ServingLock = { release: () => Promise<void> };

async function tryLock(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'shouwang serving', keepAlive: true });
  client.on('error', () => undefined); // its end says the same
  await client.connect();
  try {
    await client.query(NOTICE_VANISHED);
    const { rows } = await client.query(`select pg_try_advisory_lock(${SERVING_LOCK}) as held`);
    if (rows[0]?.held) return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  return undefined;
}

async function waitForLock(url: string): Promise<pg.Client> {
  const since = performance.now();
  for (;;) {
    const client = await tryLock(url);
    if (client) return client;
    if (performance.now() - since > PATIENCE_MS) throw new Problem('database.served-elsewhere');
    await sleep(LOOK_AGAIN_MS);
  }
}

/**
 * Takes the lock. Should the connection be lost, it is taken again once the database is back; `onTaken` is called where
 * another process was quicker. Throws `database.served-elsewhere`.
 */
export async function holdServing(url: string, onTaken: (problem: Problem) => void): Promise<ServingLock> {
  let client = await waitForLock(url);
  let released = false;
  const watch = () => client.once('end', () => void retake());
  const retake = async () => {
    while (!released) {
      try {
        client = await waitForLock(url);
        if (released) await client.end();
        else watch();
        return;
      } catch (error) {
        if (error instanceof Problem) return onTaken(error);
        await sleep(LOOK_AGAIN_MS); // the database is not back yet
      }
    }
  };
  watch();
  return {
    release: async () => {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}
