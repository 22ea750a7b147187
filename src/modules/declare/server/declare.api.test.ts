// A declaration without an account: what comes of it, what is told, and what is held back.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer, TestUser } from '../../../../test/harness.ts';
import { refusalOf } from '../../../../test/harness.ts';
import { COUNTY, idNumber, NEXT_VILLAGE, openSmallRegistry, VILLAGE } from '../../../../test/small-registry.ts';
import { TINY_PNG } from '../../../../test/tiny-png.ts';
import { VISITOR_LIMITS, villageVisitor } from './visitors.ts';

const countyCode = COUNTY / 1_000_000;
let server: TestServer;
let village: TestUser;
let next: TestUser;
let now = new Date('2022-06-01T09:00:00+08:00').getTime();
let phones = 13_900_000_000;

beforeAll(async () => {
  const names = ['王秀英', '李秀兰', '李秀兰', '乌云·其木格'];
  server = await openSmallRegistry(
    names.map((name, i) => ({
      number: `H${i}`,
      village: VILLAGE,
      members: [{ name, id: idNumber(19700101, i * 2 + 2) }],
    })),
  );
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  next = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
});

afterAll(() => server.close());

/** A day of its own, so that the limits of one test are not those of another. */
function anotherDay() {
  now += 24 * 3_600_000;
  server.moveClock(new Date(now));
}

function pass(seconds: number) {
  now += seconds * 1000;
  server.moveClock(new Date(now));
}

type Answer = { status: number; body: Record<string, unknown>; text: string };

async function ask(path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${server.url}/api${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Record<string, unknown> };
}

async function ticketFor(requestId: string): Promise<string> {
  const { body } = await ask(`/declare/ticket?requestId=${requestId}`);
  return String(body.ticket);
}

/** A sound declaration, six seconds after its page was opened. */
async function filledIn(change: object = {}) {
  const requestId = crypto.randomUUID();
  const ticket = await ticketFor(requestId);
  pass(6);
  phones += 1;
  const base = {
    villageCode: VILLAGE,
    name: '王秀英',
    phone: String(phones),
    troubles: ['illness'],
    words: '住院两个月',
  };
  return { requestId, ticket, ...base, ...change };
}

async function sendPhoto(content: Uint8Array<ArrayBuffer>, name = '病历.png') {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const response = await fetch(`${server.url}/api/declare/photos`, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as { fileId: string; code: string } };
}

async function clueCount(): Promise<number> {
  const { total = 0 } = await village.client.clues.clues({ channel: 'self' });
  return total;
}

describe('a declaration', () => {
  it('becomes a clue of the village, with photos and phone for its officers only', async () => {
    anotherDay();
    const photo = await sendPhoto(TINY_PNG);
    const given = await filledIn({
      photos: [photo.body.fileId],
      helper: { name: '王建国', phone: '138 0013 8000', relation: 'neighbour' },
    });
    const { status, body } = await ask('/declare', given);
    expect(status).toBe(200);
    expect(body).toMatchObject({ receivedOn: '2022-06-02', visitBy: '2022-06-05', decisionBy: '2022-06-17' });
    expect(body.receipt).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}$/);

    const { items } = await village.client.clues.clues({ channel: 'self' });
    const clue = items.find(({ personName }) => personName === '王秀英');
    expect(clue).toMatchObject({ state: 'open', householdNumber: 'H0', villageCode: VILLAGE });
    expect(clue?.text).toContain('生病');
    const key = { countyCode, id: clue?.id ?? 0 };
    const seen = await village.client.declare.clue(key);
    expect(seen).toMatchObject({
      phone: `139****${given.phone.slice(-4)}`,
      helper: { name: '王建国', phone: '138****8000', relation: 'neighbour' },
      files: [{ name: '病历.png', type: 'image/png' }],
    });
    const address = `/clues/${countyCode}/${key.id}/files/${seen.files[0]?.id}`;
    expect((await village.get(address)).headers.get('content-type')).toBe('image/png');
    const ask4 = { requestId: crypto.randomUUID(), ...key, reason: '联系入户时间' };
    expect(await village.client.declare.unmaskClue({ ...ask4, of: 'household' })).toEqual({ value: given.phone });
    expect(await village.client.declare.unmaskClue({ ...ask4, of: 'helper' })).toEqual({ value: '13800138000' });

    expect((await next.client.clues.clues({})).items).toEqual([]);
    expect(await refusalOf(next.client.declare.clue(key))).toBe('cases.clue-not-found');
    expect(await refusalOf(next.client.declare.unmaskClue({ ...ask4, of: 'household' }))).toBe('cases.clue-not-found');
    expect((await next.get(address)).status).toBe(404);
  });

  it('answers alike whoever lives in the village, and is given to a household only where one alone fits', async () => {
    anotherDay();
    const answers = [];
    for (const name of ['王秀英', '李秀兰', '查无此人', '乌云 • 其木格'])
      answers.push((await ask('/declare', await filledIn({ name }))).body);
    for (const { receipt: _, ...answer } of answers) {
      const { receipt: __, ...first } = answers[0] ?? {};
      expect(answer).toEqual(first);
    }
    const { items } = await village.client.clues.clues({ channel: 'self' });
    const found = (name: string) => items.find(({ personName }) => personName === name)?.householdNumber;
    expect([found('王秀英'), found('李秀兰'), found('查无此人'), found('乌云·其木格')]).toEqual([
      'H0',
      undefined,
      undefined,
      'H3',
    ]);
  });

  it('is recorded once, however often it is sent, and its number stands nowhere in clear', async () => {
    anotherDay();
    const before = await clueCount();
    const given = await filledIn();
    const answers = await Promise.all([ask('/declare', given), ask('/declare', given), ask('/declare', given)]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await clueCount()).toBe(before + 1);
    const receipt = String(answers[0]?.body.receipt);
    const bare = receipt.replaceAll('-', '');
    const rows = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ text: string }>`
        select to_jsonb(c)::text as text from clues c union all select to_jsonb(a)::text from applied_requests a
        union all select to_jsonb(e)::text from audit_entries e union all select to_jsonb(v)::text from visitor_tallies v`),
    );
    const text = rows.map((row) => row.text).join('\n');
    // With the id of the request, which whoever has a copy of the tables could send again, the receipt would be answered.
    for (const secret of [
      receipt,
      bare,
      given.phone,
      '住院两个月',
      given.requestId,
      given.requestId.replaceAll('-', ''),
    ])
      expect(text).not.toContain(secret);
  });

  it('says what is wrong', async () => {
    anotherDay();
    const code = async (change: object) => (await ask('/declare', await filledIn(change))).body.code;
    expect(await code({ villageCode: 150999999999 })).toBe('declare.no-village');
    expect(await code({ villageCode: COUNTY })).toBe('declare.no-village');
    expect(await code({ phone: '12345' })).toBe('kernel.invalid-input');
    expect(await code({ troubles: [] })).toBe('kernel.invalid-input');
    expect(await code({ troubles: ['other'], words: '' })).toBe('declare.words-missing');
    expect(await code({ photos: [crypto.randomUUID()] })).toBe('uploads.not-found');
    expect(await code({ website: 'http://spam.example' })).toBe('declare.again');
  });

  it('opens one clue where the same is handed in again with a new ticket, and its receipt is the first one', async () => {
    anotherDay();
    const before = await clueCount();
    const given = await filledIn({ phone: '１３９１１１１２２２２' });
    const first = await ask('/declare', given);
    expect(first.status).toBe(200);
    const again = await filledIn({ phone: '139 1111 2222' });
    const second = await ask('/declare', again);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect((await ask('/declare', again)).body).toEqual(first.body);
    expect(await clueCount()).toBe(before + 1);
    const status = await ask('/declare/status', { receipt: second.body.receipt, phoneTail: '２２２２' });
    expect(status.status).toBe(200);
    const other = await ask('/declare', await filledIn({ phone: '13911112222', troubles: ['illness', 'disaster'] }));
    expect(other.status).toBe(200);
    expect(other.body.receipt).not.toBe(first.body.receipt);
    expect(await clueCount()).toBe(before + 2);
    anotherDay();
    await ask('/declare', await filledIn({ phone: '13911112222' }));
    expect(await clueCount()).toBe(before + 3);
  });

  it('is refused without its own ticket, too quickly, or after days', async () => {
    anotherDay();
    const before = await clueCount();
    const given = await filledIn();
    const send = async (change: object) => (await ask('/declare', { ...given, ...change })).body.code;
    expect(await send({ requestId: crypto.randomUUID() })).toBe('declare.again');
    expect(await send({ ticket: `${given.ticket}x` })).toBe('declare.again');
    expect(await send({ ticket: 'x' })).toBe('declare.again');
    const requestId = crypto.randomUUID();
    const ticket = await ticketFor(requestId);
    pass(2);
    expect(await send({ requestId, ticket })).toBe('declare.too-quick');
    pass(3 * 24 * 3600);
    expect(await send({ requestId, ticket })).toBe('declare.again');
    expect(await clueCount()).toBe(before);
  });

  it('comes as often from a phone and an address as people need, and no more', async () => {
    anotherDay();
    const before = await clueCount();
    for (let i = 0; i < VISITOR_LIMITS.declarationsOfPhone; i++)
      expect((await ask('/declare', await filledIn({ phone: '13700000000', words: `第${i}件事` }))).status).toBe(200);
    const over = await ask('/declare', await filledIn({ phone: '13700000000' }));
    expect([over.status, over.body.code]).toEqual([429, 'declare.phone-limit']);
    expect(over.body.message).toContain('12317');
    expect(await clueCount()).toBe(before + VISITOR_LIMITS.declarationsOfPhone);
    anotherDay();
    expect((await ask('/declare', await filledIn({ phone: '13700000000' }))).status).toBe(200);
    await server.shouwang.db.bulk({ ...SYSTEM }, async (tx) => {
      await tx.run(sql`update visitor_tallies set n = ${VISITOR_LIMITS.declarationsOfAddress}
        where kind = 'declarationsOfAddress'`);
      return { result: undefined, audit: [] };
    });
    const flood = await ask('/declare', await filledIn());
    expect([flood.status, flood.body.code]).toEqual([429, 'declare.address-limit']);
  });
});

describe('the actor of a visitor', () => {
  const visitor = (code: number) => villageVisitor({ ...SYSTEM, ip: '192.0.2.1' }, code);
  const count = (code: number, table: string) =>
    server.shouwang.db.read(visitor(code), (tx) =>
      tx.first(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`),
    );

  it('reaches the one village that was chosen, and not the counts of others', async () => {
    expect(await count(VILLAGE, 'households')).toEqual({ n: 4 });
    expect(await count(NEXT_VILLAGE, 'households')).toEqual({ n: 0 });
    expect(await count(NEXT_VILLAGE, 'clues')).toEqual({ n: 0 });
    await expect(count(VILLAGE, 'visitor_tallies')).rejects.toThrow(/permission denied/);
  });

  it('is a visitor also where an officer is signed in', async () => {
    anotherDay();
    const { cookie } = next;
    expect((await ask('/declare', await filledIn({ name: '张三丰' }), { cookie })).status).toBe(200);
    const { items } = await village.client.clues.clues({ channel: 'self' });
    expect(items.find(({ personName }) => personName === '张三丰')?.accountName).toBe('自主申报（未登录）');
  });
});

const SYSTEM = {
  accountId: 0,
  name: 'test',
  role: 'system',
  areaCode: 150000000000,
  range: { low: 0, high: -1 },
  department: '',
  ip: 'local',
  requestId: '',
};

describe('photos of visitors', () => {
  it('are photos, of ten megabytes at most', async () => {
    expect((await sendPhoto(Buffer.from('%PDF-1.7'), '证明.pdf')).body.code).toBe('photos.bad');
    const large = Buffer.alloc(10 * 1024 ** 2 + 1);
    TINY_PNG.copy(large);
    expect((await sendPhoto(large)).body.code).toBe('photos.bad');
    expect((await sendPhoto(TINY_PNG)).status).toBe(200);
  });

  it('cannot be taken by an officer', async () => {
    const { body } = await sendPhoto(TINY_PNG);
    await expect(server.api.services.uploads.takeUpload(body.fileId, 1000)).rejects.toThrow();
  });
});

describe('the way of a declaration', () => {
  async function status(receipt: string, phoneTail: string) {
    return ask('/declare/status', { receipt, phoneTail });
  }

  it('is told in plain words, from the receipt to the result', async () => {
    anotherDay();
    const given = await filledIn({ name: '查无此人' });
    const receipt = String((await ask('/declare', given)).body.receipt);
    const tail = given.phone.slice(-4);
    const received = await status(receipt.toLowerCase(), tail);
    expect(received.body).toMatchObject({
      stage: 0,
      title: '已收到',
      receivedOn: expect.any(String),
      by: expect.any(String),
    });
    const { items } = await village.client.clues.clues({ text: receipt.toLowerCase() });
    expect(items).toHaveLength(1);
    const clue = items.find(({ personName }) => personName === '查无此人');
    const households = await village.client.households.list({ area: VILLAGE });
    await village.client.cases.open({
      requestId: crypto.randomUUID(),
      countyCode,
      clueIds: [clue?.id ?? 0],
      householdId: households.items[0]?.id ?? 0,
    });
    const visiting = await status(receipt, tail);
    expect(visiting.body).toMatchObject({ stage: 1, title: '正在入户核实' });
    expect(visiting.text).not.toMatch(/王秀英|H0|householdId|"id"/);

    const other = await filledIn({ name: '李秀兰' });
    const second = String((await ask('/declare', other)).body.receipt);
    const open = (await village.client.clues.clues({ channel: 'self', state: 'open' })).items[0];
    await village.client.clues.dismissClue({
      requestId: crypto.randomUUID(),
      countyCode,
      id: open?.id ?? 0,
      reason: '与邻居家混淆,情况不属实',
    });
    const dismissed = await status(second, other.phone.slice(-4));
    expect(dismissed.body).toMatchObject({ title: '未纳入' });
    expect(dismissed.text).toContain('申请复核');
    expect(dismissed.text).not.toContain('混淆');
  });

  it('is told to nobody who guesses', async () => {
    anotherDay();
    const given = await filledIn();
    const receipt = String((await ask('/declare', given)).body.receipt);
    const tail = given.phone.slice(-4);
    const wrong = tail === '0000' ? '0001' : '0000';
    const unknown = await status('23456-789AB-CDEFG', wrong);
    const known = await status(receipt, wrong);
    expect([known.status, known.body.code, known.body.message]).toEqual([404, unknown.body.code, unknown.body.message]);
    for (let i = 1; i < VISITOR_LIMITS.missesOfReceipt; i++) await status(receipt, wrong);
    const shut = await status(receipt, tail);
    expect([shut.status, shut.body.code]).toEqual([429, 'declare.receipt-limit']);
    anotherDay();
    expect((await status(receipt, tail)).status).toBe(200);
    for (let i = 0; i < VISITOR_LIMITS.missesOfAddress; i++)
      await status(`2345${'6789ABCDEFG'.slice(0, 10)}${(i % 8) + 2}`, wrong);
    expect((await status(receipt, tail)).status).toBe(429);
  });
});

describe('a burst of guesses at a receipt', () => {
  it('is answered no more often than guesses one after the other', async () => {
    anotherDay();
    const given = await filledIn();
    const receipt = String((await ask('/declare', given)).body.receipt);
    const tail = given.phone.slice(-4);
    const wrong = Array.from({ length: 40 }, (_, i) => String(2000 + i)).filter((each) => each !== tail);
    const answers = await Promise.all(wrong.map((phoneTail) => ask('/declare/status', { receipt, phoneTail })));
    const evaluated = answers.filter(({ status }) => status === 404).length;
    expect(evaluated).toBeLessThanOrEqual(VISITOR_LIMITS.missesOfReceipt);
    expect((await ask('/declare/status', { receipt, phoneTail: tail })).status).toBe(429);
  });
});

describe('finding the village', () => {
  it('gives villages only, and few', async () => {
    const byCode = await ask(`/declare/villages?code=${VILLAGE}`);
    expect(byCode.body).toMatchObject([{ code: VILLAGE }]);
    expect((await ask(`/declare/villages?code=${COUNTY}`)).body).toEqual([]);
    const { name, pathText } = (byCode.body as unknown as { name: string; pathText: string }[])[0] ?? {
      name: '',
      pathText: '',
    };
    const found = await ask(`/declare/villages?text=${encodeURIComponent(`${pathText} ${name}`)}`);
    expect(found.body).toMatchObject([{ code: VILLAGE }]);
    const many = await ask(`/declare/villages?text=${encodeURIComponent('永')}`);
    expect((many.body as unknown as unknown[]).length).toBeLessThanOrEqual(8);
    expect((await ask('/declare/villages')).body).toEqual([]);
  });
});
