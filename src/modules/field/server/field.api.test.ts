// What a phone sends and takes along, over HTTP: repeated, out of order, refused, in conflict, and what is news after each.

import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { openVillages } from '../../../../test/registers/village-registry.ts';
import { COUNTY, NEXT_VILLAGE, OTHER_COUNTY, TOWNSHIP, VILLAGE } from '../../../../test/small-registry.ts';
import { tinyPng } from '../../../../test/tiny-png.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { openEpoch } from '../../../platform/server/field/epoch.ts';
import { forgetSettledItems } from './index.ts';

const newId = () => crypto.randomUUID();
const MADE = '2026-06-01T08:00:00+08:00';
const COUNTY_CODE = 150923;

let server: TestServer;
let worker: TestUser;
let township: TestUser;
let ids: Map<string, number>;
let seq = 0;

type Item = { id: string; seq: number; operation: string; input: object; madeAt: string; [more: string]: unknown };

beforeAll(async () => {
  server = await openVillages();
  worker = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  const rows = await read<{ number: string; id: number }>(sql`select number, id from households`);
  ids = new Map(rows.map(({ number, id }) => [number, id]));
});
afterAll(() => server.close());

function read<T>(statement: ReturnType<typeof sql>): Promise<T[]> {
  return server.shouwang.db.bulkRead((tx) => tx.rows(statement)) as Promise<T[]>;
}

const household = (number: string) => ({ countyCode: COUNTY_CODE, id: ids.get(number) ?? 0 });

function clue(number: string, text = '孩子上学费用高，家里有困难', more: object = {}): Item {
  const { countyCode, id: householdId } = household(number);
  const input = { channel: 'visit', countyCode, householdId, receivedOn: '2026-05-30', text };
  return {
    id: newId(),
    seq: ++seq,
    household: household(number),
    operation: 'clues.add',
    input,
    madeAt: MADE,
    ...more,
  };
}

async function push(items: object[], user: TestUser = worker) {
  return (await user.client.field.push({ items: items as never })).items;
}

const statesOf = (answers: { state: string }[]) => answers.map(({ state }) => state);

async function countOf(table: string): Promise<number> {
  const [row] = await read<{ n: number }>(sql`select count(*)::int as n from ${sql.table(table)}`);
  return row?.n ?? 0;
}

describe('push', () => {
  test('answers a repeat with the same receipt and changes nothing', async () => {
    const item = clue('户0001');
    const [first] = await push([item]);
    expect(first).toMatchObject({ state: 'stored', receipt: { number: expect.stringMatching(/^W\d{6}$/) } });
    const [clues, entries] = [await countOf('clues'), await countOf('audit_entries')];
    expect(await push([item, item])).toEqual([first, first]);
    expect((await worker.client.field.receipts({ ids: [item.id, newId()] })).items).toEqual([first]);
    expect([await countOf('clues'), await countOf('audit_entries')]).toEqual([clues, entries]);
  });

  test('knows a request again that came by its own address, and the other way round', async () => {
    const byAddress = clue('户0001');
    const done = await worker.client.clues.addClue({ requestId: byAddress.id, ...byAddress.input } as never);
    expect(await push([byAddress])).toMatchObject([{ state: 'stored', result: done, receipt: {} }]);
    const byPush = clue('户0001');
    const [stored] = await push([byPush]);
    const again = await worker.client.clues.addClue({ requestId: byPush.id, ...byPush.input } as never);
    expect(again).toEqual(stored?.result);
  });

  test('keeps the order of a household, and parks what comes after a bad item of it alone', async () => {
    const [good, bad, after] = [clue('户0001'), clue('户0001', '短'), clue('户0001')];
    const other = clue('户0002');
    const answers = await push([other, after, bad, good]);
    expect(statesOf(answers)).toEqual(['stored', 'parked', 'refused', 'stored']);
    expect(answers[2]?.problem).toMatchObject({ code: 'kernel.invalid-input', field: 'text' });
    const mended = { ...clue('户0001'), replaces: bad.id };
    expect(statesOf(await push([mended, { ...after, seq: mended.seq + 1 }]))).toEqual(['stored', 'stored']);
    const { unsettled } = await worker.client.field.pull({});
    expect(unsettled.map(({ item }) => item.id)).not.toContain(bad.id);
  });

  test('refuses what is no item, what may not wait, odd text and the household of another area, each by itself', async () => {
    const broken = { id: newId(), seq: 'first' };
    const office = { ...clue('户0001'), operation: 'households.record-event' };
    const odd = clue('户0001', '家里有困难\u0000，请核实');
    const elsewhere = clue('户0005');
    const own = clue('户0002');
    const answers = await push([
      broken,
      { ...office, household: undefined },
      { ...odd, household: undefined },
      elsewhere,
      own,
    ]);
    expect(statesOf(answers)).toEqual(['refused', 'refused', 'refused', 'refused', 'stored']);
    expect(answers.map(({ problem }) => problem?.code)).toMatchObject([
      'kernel.invalid-input',
      'field.unknown-operation',
      'http.malformed',
      expect.stringMatching(/^(clues|households)\./),
      undefined,
    ]);
  });

  test('refuses the item of another account, and shows it to nobody else', async () => {
    const item = clue('户0001');
    await push([item]);
    const [answer] = await push([item], township);
    expect(answer).toMatchObject({ state: 'refused', problem: { code: 'http.request-reused' } });
    expect((await township.client.field.receipts({ ids: [item.id] })).items).toEqual([]);
    const waiting = clue('户0002', '短');
    await push([waiting]);
    expect(statesOf(await push([{ ...waiting, input: clue('户0002').input }], township))).toEqual(['refused']);
  });

  test('keeps the time of the phone beside the time of arrival', async () => {
    const behind = new Date(Date.now() - 2 * 3_600_000).toISOString();
    const item = clue('户0002', undefined, { madeAt: behind });
    await push([item]);
    const [row] = await read<{ hours: number }>(
      sql`select round(extract(epoch from arrived_at - made_at) / 3600)::int as hours from field_items where id = ${item.id}`,
    );
    expect(row?.hours).toBe(2);
  });

  test('gives up what somebody drops, and nothing that is done', async () => {
    const [bad, good] = [clue('户0002', '短'), clue('户0003')];
    await push([bad, good]);
    await worker.client.field.drop({ requestId: newId(), id: bad.id });
    expect(await refusalOf(worker.client.field.drop({ requestId: newId(), id: good.id }))).toBe('field.item-not-found');
    expect((await worker.client.field.receipts({ ids: [bad.id] })).items).toEqual([]);
  });
});

const startedOn = '2026-03-01';

function courtyard(number: string, values: object = {}): Item {
  const input = {
    values: { householdNumber: number, courtyardKind: 'crop', startedOn, scale: '两亩', costFen: 100_000, ...values },
  };
  return {
    id: newId(),
    seq: ++seq,
    household: household(number),
    operation: 'industry.add-courtyard',
    input,
    madeAt: MADE,
  };
}

function change(of: Item, row: object, values: object): Item {
  const input = { ...row, values };
  return { ...of, id: newId(), seq: ++seq, operation: 'industry.change-courtyard', input };
}

test('receipts of long ago are forgotten, what waits for an answer is not', async () => {
  const [old, fresh, unsettled] = [clue('户0002'), clue('户0002'), clue('户0003', '短')];
  await push([old, fresh, unsettled]);
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => {
    const long = sql`update field_items set arrived_at = arrived_at - interval '91 days', settled_at = settled_at - interval '91 days'`;
    return { result: await tx.run(sql`${long} where id in (${old.id}, ${unsettled.id})`), audit: [] };
  });
  await forgetSettledItems(server.shouwang.db);
  const { items } = await worker.client.field.receipts({ ids: [old.id, fresh.id, unsettled.id] });
  expect(items.map(({ id }) => id).sort()).toEqual([fresh.id, unsettled.id].sort());
  await worker.client.field.drop({ requestId: newId(), id: unsettled.id });
});

test('keeps both times: what the phone’s clock said, and when it came', async () => {
  const item = clue('户0001', '手机时间快了两个小时', { madeAt: new Date(Date.now() + 2 * 3_600_000).toISOString() });
  await push([item]);
  const [kept] = await read<{ ahead: number }>(
    sql`select round(extract(epoch from made_at - arrived_at) / 3600)::int as ahead from field_items where id = ${item.id}`,
  );
  expect(kept?.ahead).toBe(2);
});

test('a family’s own declaration taken down on the phone is found by the receipt that the phone drew', async () => {
  const { countyCode, id: householdId } = household('户0004');
  const shot = photo(31);
  await begin(shot);
  const declaredOn = '2026-05-30';
  const input = {
    ...{ countyCode, householdId, declaredOn, phone: '138 0013 8000', troubles: ['illness'], words: '住院两个月' },
    ...{ photos: [shot.id], receipt: '7KQ3M-9XR2T-H4WDP' },
  };
  const of = { household: household('户0004'), operation: 'declare.for-household', input, files: [shot.id] };
  const item = { id: newId(), seq: ++seq, madeAt: MADE, ...of };
  expect(statesOf(await push([item]))).toEqual(['waiting']);
  await send(shot, 0);
  expect(statesOf(await push([item, item]))).toEqual(['stored', 'stored']);
  const clues = await read<{ channel: string; files: unknown[]; householdId: number }>(
    sql`select channel, files, household_id from clues where channel = 'self'`,
  );
  expect(clues).toMatchObject([{ channel: 'self', householdId, files: [{}] }]);
  const asked = { receipt: '7kq3m9xr2th4wdp', phoneTail: '8000' };
  const answer = await fetch(`${server.url}/api/declare/status`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) },
  });
  expect(await answer.json()).toMatchObject({ title: '已收到', receivedOn: declaredOn });
  const stranger = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
  const elsewhere = { ...item, id: newId(), files: [], input: { ...input, photos: [] } };
  expect(await push([elsewhere], stranger)).toMatchObject([
    { state: 'refused', problem: { code: 'households.not-found' } },
  ]);
});

describe('a register', () => {
  test('merges what only one side changed, and asks where both did', async () => {
    const added = courtyard('户0003');
    const [made] = await push([added]);
    const { id } = (made?.result ?? {}) as { id: number };
    const key = { countyCode: COUNTY_CODE, id };
    const office = township.client.registers.courtyards;
    const base = await office?.get(key);
    const version = base?.version ?? '';
    await office?.change({ requestId: newId(), ...key, version, values: { scale: '三亩', costFen: 120_000 } } as never);
    const [merged] = await push([change(added, { ...key, version }, { yearlyIncomeFen: 50_000, scale: '两亩' })]);
    expect(merged).toMatchObject({ state: 'stored', merged: ['scale', 'costFen'] });
    const both = change(added, { ...key, version }, { costFen: 90_000, yearlyIncomeFen: 60_000 });
    const [conflict] = await push([both]);
    expect(conflict).toMatchObject({
      state: 'conflict',
      clashes: [
        { field: 'costFen', title: '投入', base: 100_000, mine: 90_000, theirs: 120_000 },
        { field: 'yearlyIncomeFen', base: null, mine: 60_000, theirs: 50_000 },
      ],
      server: { values: { scale: '三亩', costFen: 120_000 }, by: expect.any(String), at: expect.any(String) },
    });
    const [entry] = await read<{ before: object; after: object }>(
      sql`select before, after from audit_entries where operation = 'field.conflict' and subject_id = ${String(id)}`,
    );
    expect(entry).toMatchObject({ before: { costFen: 120_000 }, after: { costFen: 90_000 } });
    const settled = {
      ...change(added, { ...key, version: conflict?.server?.version }, { costFen: 90_000 }),
      replaces: both.id,
    };
    expect(statesOf(await push([settled]))).toEqual(['stored']);
    const { values, history } = (await office?.get(key)) ?? { values: {}, history: [] };
    expect(values).toMatchObject({ scale: '三亩', costFen: 90_000, yearlyIncomeFen: 50_000 });
    expect(history.map((each) => each.values.costFen)).toEqual([90_000, 120_000, 120_000, 100_000]);
  });

  test('takes a change that was made on a row before that row was there', async () => {
    const added = courtyard('户0004');
    const changed = { ...change(added, {}, { costFen: 1_000 }), after: added.id };
    const again = { ...change(added, {}, { costFen: 2_000 }), after: changed.id, input: {} as object };
    const answers = await push([added, changed]);
    expect(statesOf(answers)).toEqual(['stored', 'stored']);
    const { id } = (answers[0]?.result ?? {}) as { id: number };
    again.input = { countyCode: COUNTY_CODE, id, values: { costFen: 2_000 } };
    const lost = { ...change(added, {}, { costFen: 3_000 }), after: newId() };
    expect(statesOf(await push([again, lost]))).toEqual(['stored', 'parked']);
  });
});

type Pulled = Awaited<ReturnType<typeof worker.client.field.pull>>;

async function pull(since?: Pulled, user: TestUser = worker): Promise<Pulled> {
  return user.client.field.pull(since ? { since: since.token } : {});
}

const numbers = ({ households }: Pulled) => households.map(({ number }) => number).sort();

const asOwner = (statement: ReturnType<typeof sql>) =>
  server.shouwang.db.bulk(systemActor('test'), async (tx) => ({ result: await tx.run(statement), audit: [] }));

describe('pull', () => {
  test('takes my village along, masked, and nobody else’s', async () => {
    const all = await pull();
    expect(all.whole).toBe(true);
    expect(numbers(all)).toEqual(['户0001', '户0002', '户0003', '户0004']);
    expect(all.households.find(({ number }) => number === '户0001')).toMatchObject({
      headName: '其其格',
      initials: 'qqg',
    });
    expect(all.members).toHaveLength(5);
    expect(all.incomes[0]).toMatchObject({ year: 2021, netFen: 1_400_000 });
    expect(all.operations).toContain('clues.add');
    const text = JSON.stringify(all);
    expect(text).not.toMatch(/(?<!\d)\d{17}[\dX]/);
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    expect(numbers(await pull(undefined, township))).toHaveLength(6);
  });

  test('then brings what changed, what moved away and what was voided', async () => {
    const before = await pull();
    const nothing = await pull(before);
    expect([nothing.whole, nothing.households, nothing.members, nothing.present]).toEqual([false, [], [], {}]);
    await asOwner(sql`update households set head_name = '其其格格' where number = '户0001'`);
    const changed = await pull(nothing);
    expect([numbers(changed), changed.present]).toEqual([['户0001'], {}]);
    await asOwner(sql`update households set village_code = ${NEXT_VILLAGE} where number = '户0002'`);
    const moved = await pull(changed);
    expect(moved.households).toEqual([]);
    expect(moved.present.household).toHaveLength(3);
    expect(moved.present.household).not.toContain(`${COUNTY_CODE}-${ids.get('户0002')}`);
    const [added] = await push([courtyard('户0001', { courtyardKind: 'livestock' })]);
    const { id } = (added?.result ?? {}) as { id: number };
    const withRow = await pull(moved);
    const version = withRow.registers.courtyards?.find((row) => row.id === id)?.version ?? '';
    const gone = { requestId: newId(), countyCode: COUNTY_CODE, id, version, voided: true, reason: '登记错了' };
    await township.client.registers.courtyards?.void(gone);
    const voided = await pull(withRow);
    expect(withRow.present['register:courtyards']).toContain(`${COUNTY_CODE}-${id}`);
    expect(voided.present['register:courtyards']).not.toContain(`${COUNTY_CODE}-${id}`);
    expect((await pull(voided)).present).toEqual({});
  });

  test('brings everything anew to a program that knows of more than the one the copy was taken along with', async () => {
    const ask = (since: string | undefined, shape: string) => worker.client.field.pull({ since, shape });
    const old = await ask(undefined, 'one');
    expect((await ask(old.token, 'one')).whole).toBe(false);
    const fresh = await ask(old.token, 'two');
    expect(fresh.whole).toBe(true);
    expect((await ask(fresh.token, 'two')).whole).toBe(false);
  });

  test('misses nothing of transactions that are committed out of order', async () => {
    const begun = await pull();
    const opened = await openTransactions(server.shouwang.db, 2);
    await opened[0]?.run(sql`update households set head_name = '甲' where number = '户0003'`);
    await opened[1]?.run(sql`update households set head_name = '乙' where number = '户0004'`);
    await opened[1]?.commit();
    const second = await pull(begun);
    expect(numbers(second)).toEqual(['户0004']);
    await opened[0]?.commit();
    const first = await pull(second);
    expect(numbers(first)).toContain('户0003');
    expect(numbers(await pull(first))).toEqual([]);
  });

  test('is not kept waiting by what is open in another database of the cluster', async () => {
    const elsewhere = new pg.Client({ connectionString: inject('adminUrl') });
    await elsewhere.connect();
    await elsewhere.query('begin');
    await elsewhere.query('select pg_current_xact_id()');
    await asOwner(sql`update households set head_name = '丙' where number = '户0004'`);
    const after = await pull();
    expect(numbers(await pull(after))).toEqual([]);
    await elsewhere.query('rollback');
    await elsewhere.end();
  });

  test('is 400 KB for a village of 170 households, and next to nothing where nothing is new', async () => {
    const village = 150923101003;
    await asOwner(sql`insert into households (county_code, line, id, village_code, batch_id, member_count, income_year, kind, head_name, number)
      select ${COUNTY_CODE}, n, 900000 + n, ${village}, 1, 4, 2021, 'lifted', '户主' || n, '村' || n from generate_series(1, 170) n`);
    await asOwner(sql`insert into persons (county_code, line, id, household_id, village_code, batch_id, name_hash, id_sound, birth, name, number,
        sex, relation, ethnicity, education, health, labour)
      select ${COUNTY_CODE}, n, 900000 + n, 900001 + (n - 1) / 4, ${village}, 1, hashtext('人' || n), true, 19700101 + n, '人' || n, '员' || n,
        '男', '之子', '蒙古族', '初中', '健康', '普通劳动力' from generate_series(1, 680) n`);
    await asOwner(sql`insert into household_incomes (county_code, household_id, year, wage_fen, business_fen, property_fen, transfer_fen,
        business_cost_fen, claim_fen, self_paid_fen, batch_id, line)
      select ${COUNTY_CODE}, 900000 + n, y, n * 1237, n * 3391, n * 77, n * 501, n * 91, 0, 0, 1, n
      from generate_series(1, 170) n, generate_series(2019, 2021) y`);
    const user = await server.as({ role: 'village-worker', areaCode: village });
    const answer = await ask(user, '/field/pull', {});
    expect(answer.encoding).toBe('gzip');
    expect(answer.json).toMatchObject({ whole: true });
    expect([answer.json.households.length, answer.json.members.length, answer.json.incomes.length]).toEqual([
      170, 680, 510,
    ]);
    expect(answer.bytes).toBeLessThan(400 * 1024);
    const after = await ask(user, '/field/pull', { since: answer.json.token });
    expect(after.bytes).toBeLessThan(4 * 1024);
  });

  test('tells a phone to empty itself, once, and not the one that signs in afterwards', async () => {
    const before = await pull();
    expect(before.settings).toEqual({ daysWithoutContact: 14, lockMinutes: 5, photoPixels: 1600 });
    const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
    await county.client.field.wipe({ requestId: newId(), accountId: before.account.id, reason: '手机在草场丢失' });
    expect([(await pull(before)).wipe, (await pull()).wipe]).toEqual([true, false]);
    const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    const order = stranger.client.field.wipe({
      requestId: newId(),
      accountId: before.account.id,
      reason: '手机在草场丢失',
    });
    expect(await refusalOf(order)).toBe('field.account-not-found');
    const day = { effectiveFrom: before.today, basis: '旗县通知' };
    const setting = { requestId: newId(), regionCode: COUNTY, key: 'contact.days', value: 7, ...day } as const;
    await county.client.field.saveSetting(setting);
    expect((await pull()).settings.daysWithoutContact).toBe(7);
    const { settings } = await county.client.field.settings({ area: COUNTY });
    expect(settings.map(({ key, value }) => [key, value])).toEqual([
      ['contact.days', 7],
      ['lock.minutes', 5],
      ['photo.pixels', 1600],
    ]);
    const [entry] = await read<{ reason: string }>(
      sql`select reason from audit_entries where operation = 'field.wipe'`,
    );
    expect(entry?.reason).toBe('手机在草场丢失');
  });

  test('knows an office that was put back from a copy', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'shouwang-epoch-'));
    const { db } = server.shouwang;
    const first = (await openEpoch(db, path.join(folder, 'data'))).name();
    expect((await openEpoch(db, path.join(folder, 'data'))).name()).toBe(first);
    await cp(path.join(folder, 'data'), path.join(folder, 'restored'), { recursive: true });
    expect((await openEpoch(db, path.join(folder, 'restored'))).name()).not.toBe(first);
    await rm(folder, { recursive: true });
  });

  test('gives everything again to another area, and after the office was restored', async () => {
    const before = await pull();
    const other = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    expect((await pull(before, other)).whole).toBe(true);
    const token = JSON.parse(Buffer.from(before.token, 'base64url').toString());
    const ahead = Buffer.from(JSON.stringify({ ...token, since: token.since + 1_000_000 })).toString('base64url');
    const restored = await worker.client.field.pull({ since: ahead });
    expect(restored.whole).toBe(true);
    expect(restored.epoch).not.toBe(before.epoch);
    expect((await pull(before)).whole).toBe(true);
  });
});

const TUS = { 'tus-resumable': '1.0.0' };

function tus(user: TestUser, method: string, path: string, headers: object = {}, body?: Uint8Array<ArrayBuffer>) {
  const all = { cookie: user.cookie, ...TUS, ...headers };
  return fetch(`${server.url}/api/field/files${path}`, { method, headers: all, ...(body ? { body } : {}) });
}

type Photo = { id: string; bytes: Buffer<ArrayBuffer>; sha256: string };

function photo(shade: number): Photo {
  const bytes = tinyPng(shade);
  return { id: newId(), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function begin({ id, bytes, sha256 }: Photo, user = worker): Promise<Response> {
  const meta = { id, sha256, name: '入户.png', capturedAt: MADE };
  const pairs = Object.entries(meta).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  return tus(user, 'POST', '', { 'upload-length': String(bytes.length), 'upload-metadata': pairs.join(',') });
}

const offsetOf = (answer: Response) => Number(answer.headers.get('upload-offset'));

function send({ id, bytes }: Photo, from: number, to = bytes.length, user = worker): Promise<Response> {
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) };
  return tus(user, 'PATCH', `/${id}`, headers, bytes.subarray(from, to));
}

describe('photos', () => {
  test('come in pieces, go on where they broke off, and are nobody else’s', async () => {
    const one = photo(11);
    expect((await begin(one)).status).toBe(201);
    expect(offsetOf(await send(one, 0, 20))).toBe(20);
    expect((await send(one, 5)).status).toBe(409);
    expect(offsetOf(await tus(worker, 'HEAD', `/${one.id}`))).toBe(20);
    expect((await tus(township, 'HEAD', `/${one.id}`)).status).toBe(404);
    expect((await send(one, 20, undefined, township)).status).toBe(404);
    expect(offsetOf(await begin(one))).toBe(20);
    expect(offsetOf(await send(one, 20))).toBe(one.bytes.length);
    expect(offsetOf(await tus(worker, 'HEAD', `/${one.id}`))).toBe(one.bytes.length);
    expect((await tus(worker, 'DELETE', `/${one.id}`)).status).toBe(204);
    expect((await tus(worker, 'HEAD', `/${one.id}`)).status).toBe(404);
  });

  test('that are not what was said are refused, and can be sent again', async () => {
    const wrong = { ...photo(12), sha256: photo(13).sha256 };
    await begin(wrong);
    expect((await send(wrong, 0)).status).toBe(400);
    expect((await tus(worker, 'HEAD', `/${wrong.id}`)).status).toBe(404);
    const right = { ...photo(12), id: wrong.id };
    expect((await begin(right)).status).toBe(201);
    expect((await send(right, 0)).status).toBe(204);
  });

  test('and their record find each other in any order', async () => {
    const added = courtyard('户0003', { courtyardKind: 'craft' });
    const [before, after] = [photo(21), photo(22)];
    const files = [before.id, after.id];
    const input = { register: 'courtyards', stage: 'other', fileIds: files };
    const shown = {
      ...added,
      id: newId(),
      seq: ++seq,
      operation: 'registers.attach-photos',
      input,
      files,
      after: added.id,
    };
    await begin(before);
    await send(before, 0);
    const later = clue('户0003');
    const answers = await push([added, shown, later]);
    expect(answers).toMatchObject([
      { state: 'stored' },
      { state: 'waiting', missing: [after.id] },
      { state: 'parked' },
    ]);
    expect(statesOf(await push([later]))).toEqual(['parked']);
    await begin(after);
    await send(after, 0);
    const known = await worker.client.field.receipts({ ids: [shown.id] });
    expect(known.items).toMatchObject([{ state: 'stored', result: { kept: 2 }, receipt: {} }]);
    expect(statesOf(await push([shown, later]))).toEqual(['stored', 'stored']);
  });
});

/** Over the wire as it is: how many bytes, and how they are packed. */
function ask(user: TestUser, path: string, body: object) {
  return new Promise<{ bytes: number; encoding: string | undefined; json: Pulled }>((resolve, reject) => {
    const headers = { cookie: user.cookie, 'content-type': 'application/json', 'accept-encoding': 'gzip' };
    const sent = request(`${server.url}/api${path}`, { method: 'POST', headers }, async (answer) => {
      const whole = Buffer.concat(await answer.toArray());
      const encoding = answer.headers['content-encoding'];
      const json = JSON.parse((encoding === 'gzip' ? gunzipSync(whole) : whole).toString('utf8'));
      resolve({ bytes: whole.length, encoding, json });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

type Opened = { run: (statement: ReturnType<typeof sql>) => Promise<void>; commit: () => Promise<void> };

/** Transactions that stay open until they are told: each does what it is handed, one after the other. */
async function openTransactions(db: typeof server.shouwang.db, count: number): Promise<Opened[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const [ready, end] = [Promise.withResolvers<Tx>(), Promise.withResolvers<void>()];
      const done = db.bulk(systemActor('test'), async (tx) => {
        ready.resolve(tx);
        await end.promise;
        return { result: undefined, audit: [] };
      });
      const tx = await ready.promise;
      return {
        run: async (statement: ReturnType<typeof sql>) => void (await tx.run(statement)),
        commit: async () => {
          end.resolve();
          await done;
        },
      };
    }),
  );
}
