// Who is told of what, once; what somebody wants to hear; reminders with their answers; and the door to other systems.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWalk, type Walk } from '../../../../test/case-walk.ts';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { type Helpers, helpersOf, morningOf, openCaseOn } from '../../../../test/helped-case.ts';
import { COUNTY, idNumber, openSmallRegistry, REGION, VILLAGE } from '../../../../test/small-registry.ts';
import { signatureOf } from './send.ts';
import { tendMessages } from './tend.ts';

const requestId = () => crypto.randomUUID();
const countyCode = COUNTY / 1e6;

const ACTOR = {
  ...{ accountId: 0, name: 'test', role: 'system', areaCode: REGION, department: '', ip: 'local', requestId: '' },
  range: { low: REGION, high: REGION + 1e10 - 1 },
};

let server: TestServer;
let walk: Walk;
let helpers: Helpers;
let region: TestUser;
let admin: TestUser;
let households: number[];

beforeAll(async () => {
  server = await openSmallRegistry(
    Array.from({ length: 7 }, (_, n) => ({
      number: `H${n}`,
      village: VILLAGE,
      members: [{ name: `王秀英${n}`, id: idNumber(19700101, n) }],
    })),
  );
  walk = await openWalk(server);
  helpers = await helpersOf(server);
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  admin = await server.as({ role: 'administrator', areaCode: REGION });
  const { items } = await helpers.county.client.households.list({ area: COUNTY });
  households = items.map(({ id }) => id);
});
afterAll(() => server.close());

const tend = () => tendMessages(server.api.services, server.shouwang.db);
const unread = async (user: TestUser, kind?: 'due' | 'overdue' | 'escalated' | 'returned' | 'reminded' | 'summary') =>
  (await user.client.messages.list({ state: 'unread', ...(kind ? { kind } : {}) })).items;

describe('the daily round', () => {
  it('tells the level whose turn it is the day before, the day after, and the levels above as terms go by; each once', async () => {
    await openCaseOn(server, helpers, households[0] ?? 0, '2022-06-01');
    await openCaseOn(server, helpers, households[1] ?? 0, '2022-06-01');
    const { items } = await helpers.village.client.caseload.cases({});
    const due = items[0]?.dueOn ?? '';
    const dayAfter = (days: number) => new Date(morningOf(due).getTime() + days * 86_400_000);
    server.moveClock(dayAfter(-1));
    await tend();
    await tend();
    expect(await unread(helpers.village, 'due')).toMatchObject([{ count: 2, path: '/cases?desk=soon' }]);
    expect(await unread(helpers.township)).toEqual([]);
    // The program stood still on the day after.
    server.moveClock(dayAfter(2));
    await tend();
    expect(await unread(helpers.village, 'overdue')).toMatchObject([{ count: 2 }]);
    const { escalateDays } = (await helpers.village.client.cases.case({ countyCode, id: items[0]?.id ?? 0 })).template;
    server.moveClock(dayAfter(escalateDays));
    await tend();
    expect(await unread(helpers.township, 'escalated')).toMatchObject([{ count: 2 }]);
    expect(await unread(helpers.county, 'escalated')).toEqual([]);
    // A clock that ran ahead and was put back keeps nobody from being told.
    server.moveClock(new Date('2027-01-01T00:00:00Z'));
    await tend();
    server.moveClock(dayAfter(2 * escalateDays));
    await tend();
    expect(await unread(helpers.county, 'escalated')).toMatchObject([{ count: 2 }]);
    server.moveClock(dayAfter(2));
  });

  it('counts for the bell, and is read one by one or all at once', async () => {
    const { count } = await helpers.village.client.messages.unread();
    const [first] = await unread(helpers.village);
    expect(count).toBeGreaterThan(1);
    await helpers.village.client.messages.markRead({ requestId: requestId(), ids: [first?.id ?? 0] });
    expect((await helpers.village.client.messages.unread()).count).toBe(count - 1);
    // Somebody else's message is none.
    const marked = await helpers.county.client.messages.markRead({
      requestId: requestId(),
      ids: (await unread(helpers.village)).map(({ id }) => id),
    });
    expect(marked).toEqual({ count: 0 });
    expect(await helpers.village.client.messages.markRead({ requestId: requestId() })).toEqual({ count: count - 1 });
    expect(await helpers.village.client.messages.unread()).toEqual({ count: 0 });
  });
});

describe('what happens to a case', () => {
  const days = { verify: '2022-06-02', notice: '2022-06-03', end: '2022-06-10' };

  /** The county sends it back to where it began. */
  async function sendBack(householdId: number | undefined): Promise<number> {
    const id = await walk.open(householdId ?? 0, '2022-06-01');
    await walk.askCounty(id, days);
    const detail = { to: 'verification', reason: '入户材料不全' } as const;
    await walk.county.client.cases.return({ ...(await walk.now(id)), detail });
    return id;
  }

  it('is told to whoever has to go on with it, not to who did it, with the name for whom may see it', async () => {
    const id = await sendBack(households[2]);
    const path = `/cases/${countyCode}-${id}`;
    expect(await unread(helpers.village, 'returned')).toMatchObject([
      { headName: expect.stringContaining('王秀英'), path, facts: { action: 'return' } },
    ]);
    expect(await unread(helpers.township, 'returned')).toEqual([]);
    expect(await unread(helpers.county, 'returned')).toEqual([]);
    const stored = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ facts: object }>`select facts from messages where kind = 'returned'`),
    );
    expect(JSON.stringify(stored)).not.toContain('王秀英');
  });

  it('comes in the summary where that was asked for, and not at all where nobody wants to hear it', async () => {
    const { village } = helpers;
    const choose = (returned: 'daily' | 'off' | 'at-once') =>
      village.client.messages.saveSettings({ requestId: requestId(), modes: { returned } });
    await choose('daily');
    expect(await village.client.messages.settings()).toMatchObject({ returned: 'daily', due: 'at-once' });
    const { count } = await village.client.messages.unread();
    await sendBack(households[3]);
    expect((await village.client.messages.unread()).count).toBe(count);
    server.moveClock(morningOf('2022-06-11'));
    await tend();
    expect(await unread(village, 'summary')).toMatchObject([{ count: 1, facts: { returned: 1 } }]);
    await choose('off');
    const told = (await village.client.messages.list({ kind: 'returned' })).items.length;
    await sendBack(households[5]);
    server.moveClock(morningOf('2022-06-12'));
    await tend();
    expect((await village.client.messages.list({ kind: 'returned' })).items).toHaveLength(told);
    await choose('at-once');
  });
});

describe('reminders', () => {
  it('go to the level that has to act, are answered by it alone and once, and stand on the case', async () => {
    const { village, township, county } = helpers;
    const key = await openCaseOn(server, helpers, households[4] ?? 0, '2022-06-01');
    const given = { kind: 'supervise' as const, note: '请于三日内完成入户核实' };
    expect(await county.client.messages.remind({ requestId: requestId(), ...given, cases: [key] })).toEqual({
      count: 1,
    });
    // Once a day is enough.
    const again = county.client.messages.remind({ requestId: requestId(), ...given, cases: [key] });
    expect(await refusalOf(again)).toBe('messages.not-remindable');
    expect(await unread(village, 'reminded')).toMatchObject([{ facts: { reminder: 'supervise' } }]);
    const [open] = (await village.client.messages.reminders({ side: 'to-answer', state: 'open' })).items;
    expect(open).toMatchObject({ ...given, caseId: key.id, mine: true });
    const answer = { requestId: requestId(), countyCode, id: open?.id ?? 0, reply: '已约定明日入户' };
    expect(await refusalOf(township.client.messages.answer({ ...answer, requestId: requestId() }))).toBe(
      'messages.not-yours-to-answer',
    );
    await village.client.messages.answer(answer);
    expect(await refusalOf(village.client.messages.answer({ ...answer, requestId: requestId() }))).toBe(
      'messages.answered',
    );
    expect(await county.client.messages.remindersOfCase(key)).toMatchObject([{ reply: '已约定明日入户' }]);
    expect((await county.client.messages.list({ kind: 'answered' })).items).toHaveLength(1);
    const elsewhere = await server.as({ role: 'county-officer', areaCode: 150922000000 });
    expect(await elsewhere.client.messages.remindersOfCase(key)).toEqual([]);
    const theirs = elsewhere.client.messages.remind({ requestId: requestId(), ...given, cases: [key] });
    expect(await refusalOf(theirs)).toBe('messages.not-remindable');
    const missing = village.client.messages.answer({ ...answer, requestId: requestId(), id: 999_999 });
    expect(await refusalOf(missing)).toBe('messages.reminder-not-found');
  });

  it('go to all that is late in an area at once', async () => {
    server.moveClock(new Date('2022-07-01T09:00:00+08:00'));
    const [first] = await region.client.messages.lateByArea({ area: REGION });
    expect(first).toMatchObject({ code: COUNTY, reminded: 0 });
    expect(await helpers.county.client.messages.lateByArea({ area: COUNTY })).toMatchObject([{ late: first?.late }]);
    const { count } = await region.client.messages.remindArea({
      ...{ requestId: requestId(), kind: 'urge', note: '', area: COUNTY },
    });
    expect(count).toBe(first?.late);
    expect(await region.client.messages.lateByArea({ area: REGION })).toMatchObject([{ reminded: count }]);
    const given = (await region.client.messages.reminders({ side: 'given', limit: 2 })) satisfies { next?: string };
    expect(given.items).toHaveLength(2);
    const more = await region.client.messages.reminders({ side: 'given', limit: 200, cursor: given.next ?? '' });
    expect(given.items.length + more.items.length).toBe(count);
  });
});

describe('what long work came to', () => {
  it('is told to who asked for it, once', async () => {
    const officer = await server.as({ role: 'county-officer', areaCode: COUNTY });
    await server.shouwang.db.bulk(ACTOR, async (tx) => {
      await tx.run(sql`insert into import_batches (kind, account_id, account_name, files, state, finished_at, region_code)
        select 'registry', a.id, a.name, '[]', 'failed', now(), a.area_code from accounts a
        where a.role = 'county-officer' and a.area_code = ${COUNTY}`);
      await tx.run(sql`insert into feed_batches (dataset, department, file_name, sha256, byte_size, region_code, account_id,
          account_name, state, problem)
        select 'medical-settlement', 'yibao', '医疗费用.csv', 'x', 1, a.area_code, a.id, a.name, 'failed', '没有表头'
        from accounts a where a.role = 'county-officer' and a.area_code = ${COUNTY}`);
      return { result: undefined, audit: [] };
    });
    await tend();
    await tend();
    const { items } = await officer.client.messages.list({ kind: 'failed' });
    expect(items).toMatchObject([{ facts: { job: '户和人导入' }, path: '/households/import' }]);
    const refused = (await officer.client.messages.list({ kind: 'refused' })).items;
    expect(refused).toMatchObject([{ facts: { file: '医疗费用.csv' } }]);
  });
});

describe('the door to other systems', () => {
  it('hears kind, count and link, signed; is tried again later where it is shut; and shows what failed', async () => {
    const calls: { body: string; signature: string }[] = [];
    let status = 503;
    const gateway = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        calls.push({ body, signature: String(request.headers['x-shouwang-signature']) });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/hook`;
      const door = { url, kinds: ['reminded' as const], enabled: true };
      const secretless = admin.client.messages.saveDoor({ requestId: requestId(), ...door });
      expect(await refusalOf(secretless)).toBe('messages.secret-missing');
      expect(await refusalOf(admin.client.messages.testDoor({ requestId: requestId() }))).toBe('messages.no-door');
      const secret = 'sixteen-letters-or-more';
      await admin.client.messages.saveDoor({ requestId: requestId(), ...door, secret });
      const local = await server.as({ role: 'administrator', areaCode: COUNTY });
      expect(await refusalOf(local.client.messages.door())).toBe('messages.region-alone');
      expect(await admin.client.messages.testDoor({ requestId: requestId() })).toEqual({
        ok: false,
        problem: '对方应答 503',
      });
      const key = await openCaseOn(server, helpers, households[6] ?? 0, '2022-06-20');
      await helpers.county.client.messages.remind({ requestId: requestId(), kind: 'urge', note: '', cases: [key] });
      await tend();
      const shut = await admin.client.messages.door();
      expect(shut.waiting).toBeGreaterThan(0);
      expect(shut.failures).toMatchObject([{ kind: 'reminded', tries: 1, problem: '对方应答 503' }]);
      expect(JSON.stringify(shut)).not.toContain(secret);
      status = 200;
      calls.length = 0;
      await server.shouwang.db.bulk(ACTOR, async (tx) => {
        await tx.run(sql`update message_deliveries set next_at = now()`);
        return { result: undefined, audit: [] };
      });
      await tend();
      expect(await admin.client.messages.door()).toMatchObject({ waiting: 0, givenUp: 0, failures: [] });
      expect(calls.length).toBe(shut.waiting);
      for (const { body, signature } of calls) {
        expect(signature).toBe(signatureOf(secret, body, Number(/t=(\d+)/.exec(signature)?.[1])));
        expect(Object.keys(JSON.parse(body)).sort()).toEqual(['count', 'id', 'kind', 'path', 'title', 'to']);
        expect(body).not.toMatch(/王秀英|\d{15,}/);
      }
    } finally {
      gateway.close();
    }
  });
});
