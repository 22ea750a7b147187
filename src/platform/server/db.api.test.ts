import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/harness.ts';
import type { Shouwang } from '../../app/open-shouwang.ts';
import { type Actor, systemActor } from './actor.ts';

const ACTOR = systemActor('test');

let shouwang: Shouwang;

beforeAll(async () => {
  shouwang = await openTestDatabase();
});

afterAll(() => shouwang.close());

test('a connection that is lost in the middle of a COPY is an error of that work and of nothing else', async () => {
  const faults: unknown[] = [];
  const onFault = (error: unknown) => faults.push(error);
  process.on('uncaughtException', onFault);
  const work = shouwang.db.bulk(ACTOR, async (tx) => {
    await tx.script('create table copied (line text)');
    const pid = await tx.first(sql<{ pid: number }>`select pg_backend_pid() as pid`);
    await tx.copyIn('copy copied from stdin', async (send) => {
      await send(Buffer.from('first\n'));
      await shouwang.db.bulkRead((other) => other.rows(sql`select pg_terminate_backend(${pid?.pid})`));
      await sleep(200);
      for (let i = 0; i < 50; i++) await send(Buffer.alloc(1 << 20, 'x\n'));
    });
    return { result: undefined, audit: [] };
  });
  await expect(work).rejects.toMatchObject({ message: expect.stringMatching(/terminat/) });
  await sleep(50);
  process.off('uncaughtException', onFault);
  expect(faults).toEqual([]);
  const table = await shouwang.db.bulkRead((tx) => tx.first(sql`select to_regclass('copied') as name`));
  expect(table).toEqual({ name: null });
});

test('a COPY whose source fails leaves nothing, and the connection goes on', async () => {
  const work = shouwang.db.bulk(ACTOR, async (tx) => {
    await tx.script('create table copied (line text)');
    await tx.copyIn('copy copied from stdin', async (send) => {
      await send(Buffer.from('first\n'));
      throw new Error('the file broke');
    });
    return { result: undefined, audit: [] };
  });
  await expect(work).rejects.toThrow('the file broke');
  expect(await shouwang.db.bulkRead((tx) => tx.first(sql`select 1 as one`))).toEqual({ one: 1 });
});

const OFFICER: Actor = { ...ACTOR, role: 'county-officer', range: { low: 150_102_000_000, high: 150_102_999_999 } };

test('statements asked in one go are answered each with its own rows, kept ones too, as the application role', async () => {
  const ask = () =>
    shouwang.db.read(OFFICER, (tx) =>
      Promise.all([
        tx.first(sql`select current_user::text as who, area_low() as area_low`),
        tx.kept.rows(sql`select n as the_number from generate_series(1, ${2}::int) n`),
        tx.kept.rows(sql`select n as the_number from generate_series(1, ${1}::int) n`),
      ]),
    );
  const answer = [
    { who: 'shouwang_app', areaLow: 150_102_000_000 },
    [{ theNumber: 1 }, { theNumber: 2 }],
    [{ theNumber: 1 }],
  ];
  expect(await ask()).toEqual(answer);
  expect(await ask()).toEqual(answer);
});

test('after one of several statements has failed the rest of the work says no more on the connection', async () => {
  const { promise: isOver, resolve: over } = Promise.withResolvers<void>();
  let later: Promise<unknown> | undefined;
  const work = shouwang.db.read(OFFICER, (tx) => {
    later = isOver.then(() => tx.rows(sql`select 1`));
    return Promise.all([tx.rows(sql`select 1 / 0`), later]);
  });
  await expect(work).rejects.toMatchObject({ code: '22012' });
  over();
  await expect(later).rejects.toThrow('the transaction is over');
  expect(await shouwang.db.read(OFFICER, (tx) => tx.kept.first(sql`select 1 as one`))).toEqual({ one: 1 });
});
