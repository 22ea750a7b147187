// A clock that jumps is told once to whoever administers the system, and nothing old is removed because of it.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { openClockWatch } from '../../../platform/server/serving/clock-watch.ts';
import { messageText } from '../domain/words.ts';
import { watchClock } from './watch-clock.ts';

const REGION = 150000000000;
const MINUTE = 60_000;
const DAY = 86_400_000;

let server: TestServer;
let admin: TestUser;
let officer: TestUser;

beforeAll(async () => {
  server = await openTestServer();
  admin = await server.as({ role: 'administrator', areaCode: REGION });
  officer = await server.as({ role: 'region-officer', areaCode: REGION });
});
afterAll(() => server.close());

const told = async (user: TestUser) =>
  (await user.client.messages.list({ state: 'unread' })).items.filter(({ kind }) => kind === 'clock').map(messageText);

/** A machine whose clock is set by hand while its time goes on evenly. */
function machine(from: number) {
  let [set, passed] = [0, 0];
  const logged: unknown[] = [];
  const open = () =>
    openClockWatch(
      () => new Date(from + passed + set),
      () => passed,
    );
  return {
    ...{ open, logged },
    go: (ms: number) => {
      passed += ms;
    },
    setBy: (ms: number) => {
      set += ms;
    },
    look: (watch: ReturnType<typeof open>) =>
      watchClock(watch, server.shouwang.db, { warn: (entry: object) => void logged.push(entry) }),
  };
}

it('tells leaps forward and back once, and waits a day before anything old is removed', async () => {
  const { open, look, go, setBy, logged } = machine(Date.now());
  const watch = open();
  await look(watch);
  go(MINUTE);
  await look(watch);
  expect([await told(admin), logged, watch.mayForget()]).toEqual([[], [], true]);
  setBy(40 * DAY);
  go(MINUTE);
  await look(watch);
  go(MINUTE);
  await look(watch);
  // The database's clock did not jump along.
  expect(await told(admin)).toEqual([
    expect.stringContaining('与数据库的时钟相差 40 天'),
    expect.stringContaining('前进了 40 天'),
  ]);
  expect([await told(officer), watch.mayForget()]).toEqual([[], false]);
  setBy(-40 * DAY);
  go(MINUTE);
  await look(watch);
  expect((await told(admin))[0]).toContain('服务器时钟突然后退了 40 天');
  go(DAY);
  await look(watch);
  expect(watch.mayForget()).toBe(true);
  expect(logged).toHaveLength(3);
});

it('knows over a restart where the clock stood, and sees when the database has another', async () => {
  const { open, look, setBy } = machine(Date.now());
  await look(open());
  const before = (await told(admin)).length;
  setBy(-2 * DAY);
  const restarted = open();
  await look(restarted);
  expect((await told(admin))[0]).toContain('后退了 2 天');
  await look(restarted);
  expect((await told(admin))[0]).toContain('服务器与数据库的时钟相差 2 天');
  await look(restarted);
  expect(await told(admin)).toHaveLength(before + 2);
});
