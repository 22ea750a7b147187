// Two programs that would serve one database: the second waits for the end of the first, or is refused.

import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/harness.ts';
import type { Shouwang } from '../../../app/open-shouwang.ts';
import { holdServing, type ServingLock } from './serving-lock.ts';

let shouwang: Shouwang;
const held: ServingLock[] = [];

beforeEach(async () => {
  shouwang = await openTestDatabase();
});
afterEach(async () => {
  for (const lock of held.splice(0)) await lock.release();
  await shouwang.close();
});

async function hold(onTaken: (problem: Error) => void = () => undefined): Promise<ServingLock> {
  const lock = await holdServing(shouwang.url, onTaken);
  held.push(lock);
  return lock;
}

const holders = () =>
  shouwang.db.bulkRead((tx) =>
    tx.rows<{
      pid: number;
      granted: boolean;
    }>(sql`select pid, granted from pg_locks where locktype = 'advisory' and objid = 15000007
      and database = (select oid from pg_database where datname = current_database())`),
  );

async function endSession(): Promise<void> {
  for (const { pid } of (await holders()).filter(({ granted }) => granted))
    await shouwang.db.bulkRead((tx) => tx.rows(sql`select pg_terminate_backend(${pid})`));
}

test('the second is refused with a sentence, and takes over once the first is gone', async () => {
  const first = await hold();
  await expect(holdServing(shouwang.url, () => undefined)).rejects.toMatchObject({
    code: 'database.served-elsewhere',
    message: expect.stringContaining('正由另一个守望程序使用'),
  });
  const taking = hold();
  await first.release();
  await taking;
  expect(await holders()).toHaveLength(1);
});

test('a lost connection is mended, or the program is told that another was quicker', async () => {
  const taken: Error[] = [];
  await hold((problem) => taken.push(problem));
  const [before] = await holders();
  await endSession();
  await expect.poll(async () => (await holders())[0]?.pid ?? before?.pid).not.toBe(before?.pid);
  expect(taken).toEqual([]);
  // Somebody who has waited in the database is always quicker.
  const waiting = shouwang.db.bulkRead(async (tx) => {
    await tx.rows(sql`select pg_advisory_lock(15000007)`);
    await expect.poll(() => taken.map(({ message }) => message)).toHaveLength(1);
    await tx.rows(sql`select pg_advisory_unlock(15000007)`);
  });
  await expect.poll(async () => (await holders()).length).toBe(2);
  await endSession();
  await waiting;
  expect(taken[0]).toMatchObject({ code: 'database.served-elsewhere' });
}, 200_000);
