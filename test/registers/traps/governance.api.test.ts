// The numbered traps of registers §17, and the counter: balances against an independent ledger, two at once, splits and merges.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerTools } from '../../../src/app/registers/tools.ts';
import type { Role } from '../../../src/kernel/operation.ts';
import { pointEntryRegister } from '../../../src/modules/governance/domain/registers/point-entry-register.ts';
import { shopSupplyRegister } from '../../../src/modules/governance/domain/registers/shop-supply-register.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { importSet } from '../../../src/platform/server/registers/import-set.ts';
import { addRecord } from '../../../src/platform/server/registers/record.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { COUNTY, NEXT_VILLAGE, OTHER_COUNTY, TOWNSHIP, VILLAGE } from '../../small-registry.ts';
import { openVillages } from '../village-registry.ts';
import { yearOfEntries } from '../year-of-points.ts';

type Key = { countyCode: number; id: number };
let server: TestServer;
let village: TestUser;
let township: TestUser;
let county: TestUser;
let households: Map<string, Key>;
const requestId = () => crypto.randomUUID();
const entries = pointEntryRegister as unknown as Parameters<typeof addRecord>[2];

function registers(user: TestUser, code: string) {
  const found = user.client.registers[code];
  if (!found) throw new Error(`there is no register ${code}`);
  return found;
}

async function add(code: string, values: Record<string, unknown>, user = county): Promise<Key> {
  const { countyCode, id } = await registers(user, code).add({ requestId: requestId(), values });
  return { countyCode, id };
}

async function move(code: string, name: string, key: Key, more: Record<string, unknown> = {}, user = county) {
  const { version } = await registers(user, code).get(key);
  const given = { doneOn: '2022-03-01', values: {}, ...more };
  return registers(user, code).move({ requestId: requestId(), move: name, records: [{ ...key, version }], ...given });
}

function household(number: string): Key {
  const found = households.get(number);
  if (!found) throw new Error(`there is no household ${number}`);
  return found;
}

const account = (number: string, user = village) => user.client.governance.account(household(number));
const RULE = { pointKind: 'environment', behaviour: '清理房前屋后', points: 20, effectiveOn: '2022-01-01' };
let entered = 0;

/** Points recorded and looked at long enough ago to be spent. */
function earn(number: string, points: number, more: Record<string, unknown> = {}) {
  const head = { number: `E-${++entered}`, householdNumber: number, villageCode: VILLAGE, recordKind: 'earned' };
  const checked = { happenedOn: '2022-04-01', recorder: '村委会', reviewer: '监委会' };
  return add('point-entries', { ...head, ruleNumber: '1', points, ...checked, ...more });
}

const record = (number: string, ruleNumber: string, more: Record<string, unknown> = {}) =>
  village.client.governance.record({
    ...{ requestId: requestId(), ...household(number), ruleNumber, happenedOn: '2022-06-10' },
    ...more,
  });
const spend = (number: string, quantity: number, user = village) =>
  user.client.governance.spend({ requestId: requestId(), ...household(number), goodsNumber: 'G1', quantity });

beforeAll(async () => {
  server = await openVillages();
  const as = (role: Role, areaCode: number) => server.as({ role, areaCode });
  [village, township, county] = await Promise.all([
    as('village-worker', VILLAGE),
    as('township-officer', TOWNSHIP),
    as('county-officer', COUNTY),
  ]);
  server.moveClock(new Date('2022-06-15T04:00:00Z'));
  const rows = await server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql<Key & { number: string }>`select number, county_code, id from households`),
  );
  households = new Map(rows.map(({ number, countyCode, id }) => [number, { countyCode, id }]));
});
afterAll(() => server.close());

describe('the scheme of a village', () => {
  it('registers §17 trap 2: comes of the own county’s template, and holds once the own assembly passed it', async () => {
    await add('point-rule-templates', { ...RULE, regionCode: COUNTY, ruleNumber: '1' });
    await add('point-rule-templates', { ...RULE, regionCode: COUNTY, ruleNumber: '2', frequencyLimit: '每月1次' });
    const bad = { pointKind: 'deduction', behaviour: '乱倒垃圾', points: 5 };
    await add('point-rule-templates', { ...RULE, ...bad, regionCode: COUNTY, ruleNumber: '3' });
    const copy = () =>
      village.client.governance.copyTemplate({ requestId: requestId(), code: VILLAGE, effectiveOn: '2022-02-01' });
    const scheme = await add(
      'point-schemes',
      { villageCode: VILLAGE, edition: 1, ruleSource: 'template', draftedOn: '2022-01-10' },
      village,
    );
    const pass = { values: { minutesNo: '会〔2022〕1号', attended: 41 }, doneOn: '2022-02-02' };
    expect(await refusalOf(move('point-schemes', 'pass', scheme, pass, village))).toBe('registers.not-moved');
    expect(await copy()).toEqual({ copied: 3 });
    expect(await refusalOf(copy())).toBe('governance.no-template');
    expect(await refusalOf(move('point-schemes', 'pass', scheme, { values: {} }, village))).toBe('registers.refused');
    await move('point-schemes', 'pass', scheme, pass, village);
    expect(await refusalOf(record('户0001', '1'))).toBe('governance.no-scheme');
    await move('point-schemes', 'file', scheme, { doneOn: '2022-02-10' }, township);
    await move('point-schemes', 'enforce', scheme, { doneOn: '2022-02-15' }, village);
    expect((await account('户0001')).rules.map(({ ruleNumber }) => ruleNumber)).toEqual(['1', '2', '3']);
  });
});

describe('the counter', () => {
  it('gives points by the village’s rules: in turn, not to the own family, spent once nobody objects', async () => {
    expect(await record('户0001', '1')).toMatchObject({ balance: 20, available: 0 });
    expect(await record('户0001', '3')).toMatchObject({ balance: 15 });
    await record('户0001', '2');
    expect(await refusalOf(record('户0001', '2'))).toBe('governance.too-often');
    expect(await refusalOf(record('户0004', '1', { recorder: '阿古拉' }))).toBe('governance.own-household');
    expect(await refusalOf(record('户0001', '9'))).toBe('governance.no-rule');
    expect(await refusalOf(record('户0001', '1', { happenedOn: '2022-06-16' }))).toBe('governance.ahead');
    const [latest] = (await account('户0001')).entries.filter(({ what }) => what === '清理房前屋后');
    if (!latest) throw new Error('nothing was recorded');
    const check = { values: { reviewer: '监委会' }, doneOn: '2022-06-15' };
    expect(await refusalOf(move('point-entries', 'check', latest, check, village))).toBe('registers.not-moved');
    await move('point-entries', 'check', latest, check, township);
    // Recorded on the tenth, five days of objection: from the fifteenth on, less what was taken off.
    expect(await account('户0001')).toMatchObject({ balance: 35, available: 15 });
    await move('point-entries', 'object', latest, { opinion: '不属实', doneOn: '2022-06-15' }, township);
    expect(await account('户0001')).toMatchObject({ available: -5 });
    await move('point-entries', 'uphold', latest, { opinion: '查实不属实', doneOn: '2022-06-15' }, township);
    expect(await account('户0001')).toMatchObject({ balance: 15 });
  });

  it('registers §17 trap 1: points are no money: goods go out for them as far as there are any, on paper as well', async () => {
    await add('shop-goods', {
      villageCode: VILLAGE,
      goodsNumber: 'G1',
      goodsName: '大米',
      measure: '袋',
      price: 40,
      offeredOn: '2022-02-01',
    });
    await earn('户0002', 200);
    expect(await refusalOf(spend('户0002', 1))).toBe('governance.too-few-goods');
    const supply = { villageCode: VILLAGE, goodsNumber: 'G1', suppliedOn: '2022-03-01', quantity: 3 };
    await add('shop-supplies', { ...supply, number: 'S-1', supplyKind: 'purchase', paidFen: 18_000 });
    expect(await spend('户0002', 2)).toMatchObject({ balance: 120, available: 120 });
    expect(await refusalOf(spend('户0002', 2))).toBe('governance.too-few-goods');
    // Nor by a row typed beside the counter.
    const beside = {
      entryNumber: 'E-1',
      villageCode: VILLAGE,
      goodsNumber: 'G1',
      exchangedOn: '2022-06-15',
      quantity: 2,
    };
    expect(await refusalOf(add('point-exchanges', beside))).toBe('registers.refused');
    const form = await (await village.get(`/governance/forms/exchanges?format=html`)).text();
    for (const told of ['兑换登记表', '大米', '巴图']) expect(form).toContain(told);
  });

  it('registers §17 trap 4: what was given names the record of help, and is not bought again', async () => {
    const given = {
      villageCode: VILLAGE,
      goodsNumber: 'G1',
      suppliedOn: '2022-03-01',
      quantity: 50,
      supplyKind: 'donation',
    };
    expect(await refusalOf(add('shop-supplies', { ...given, number: 'S-2' }))).toBe('registers.refused');
    const unknown = { ...given, number: 'S-2', giver: '某企业', supportNumber: '没有这条' };
    expect(await refusalOf(add('shop-supplies', unknown))).toBe('registers.refused');
    await add('shop-supplies', { ...given, number: 'S-2', giver: '某企业' });
    expect(shopSupplyRegister.fields.supportNumber.target).toBe('support-records');
  });

  it('lets two at once spend what only one may have: the second waits, and is refused', async () => {
    await earn('户0003', 60);
    const { db, keys } = server.shouwang;
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const first = db.bulk(systemActor('柜台'), async (tx) => {
      const values = { number: 'X-1', householdNumber: '户0003', villageCode: VILLAGE, recordKind: 'spent' };
      const spent = { happenedOn: '2022-06-15', points: 40, redeemedFor: '大米', quantity: 1 };
      await addRecord(tx, { ...registerTools, keys }, entries, { ...values, ...spent });
      reached.resolve();
      await go.promise;
      return { result: undefined, audit: [] };
    });
    await reached.promise;
    const typed = registers(county, 'point-entries').add({
      requestId: requestId(),
      values: {
        ...{ number: 'X-2', householdNumber: '户0003', villageCode: VILLAGE, recordKind: 'spent' },
        ...{ happenedOn: '2022-06-15', points: 40, redeemedFor: '大米', quantity: 1 },
      },
    });
    const refused = Promise.all([refusalOf(typed), first]);
    await expect
      .poll(() =>
        db.bulkRead((tx) =>
          tx.rows(sql`select 1 from pg_locks where locktype = 'advisory' and not granted and database = (
          select oid from pg_database where datname = current_database())`),
        ),
      )
      .toHaveLength(1);
    go.resolve();
    expect((await refused)[0]).toBe('registers.refused');
    expect((await account('户0003')).balance).toBe(20);
    const both = await Promise.allSettled([earn('户0003', 20), earn('户0003', 20)]);
    expect(both.every(({ status }) => status === 'fulfilled')).toBe(true);
    const counters = await Promise.allSettled([spend('户0003', 1), spend('户0003', 1, county)]);
    expect(counters.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await account('户0003')).balance).toBe(20);
  });

  it('registers §17 trap 3: a household that splits shares by agreement, one that merges brings all it has', async () => {
    await earn('户0004', 100);
    const { countyCode, id } = household('户0004');
    const members = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(
        sql<{
          id: number;
        }>`select id from persons where county_code = ${countyCode} and household_id = ${id} and name = '阿古拉'`,
      ),
    );
    const [son] = members;
    const event = { kind: 'split' as const, personIds: [son?.id ?? 0], newHeadId: son?.id ?? 0 };
    const when = { onDate: '2022-06-12', note: '分家' };
    const split = await county.client.households.recordEvent({
      requestId: requestId(),
      countyCode,
      householdId: id,
      ...when,
      event,
    });
    const made = { countyCode, id: split.newHouseholdId ?? 0 };
    const carry = (to: Key, fromId: number, points: number) =>
      village.client.governance.carry({ requestId: requestId(), ...to, fromId, points, agreement: '分户协议' });
    expect(await refusalOf(carry(made, household('户0002').id, 10))).toBe('governance.not-related');
    expect(await refusalOf(carry(made, id, 101))).toBe('governance.too-few-points');
    expect(await carry(made, id, 30)).toEqual({ balance: 30 });
    expect(await account('户0004')).toMatchObject({ balance: 70, related: [{ kind: 'split', balance: 30 }] });
    const back = { requestId: requestId(), countyCode, householdId: id, onDate: '2022-06-14', note: '合户' };
    await county.client.households.recordEvent({ ...back, event: { kind: 'merge', otherHouseholdId: made.id } });
    const [merged] = (await account('户0004')).related;
    expect(merged).toMatchObject({ kind: 'merge', isEnded: true, balance: 30 });
    expect(await carry(household('户0004'), made.id, 30)).toEqual({ balance: 100 });
    // Nothing was earned by it.
    const { rows } = await village.client.governance.village({ code: VILLAGE, year: 2022 });
    expect(rows.find(({ number }) => number === '户0004')).toMatchObject({ earned: 100, spent: 0, balance: 100 });
  });
});

describe('the end of a year', () => {
  it('takes what is left by the village’s rule, else by what is set: once, and of what was spent since the oldest first', async () => {
    const boardOf = (number: string) =>
      village.client.governance
        .village({ code: VILLAGE })
        .then(({ rows }) => rows.find((row) => row.number === number)?.balance);
    const reset = (user = village) => user.client.governance.reset({ requestId: requestId(), code: VILLAGE });
    await earn('户0002', 110, { happenedOn: '2021-11-01' });
    const had = await boardOf('户0002');
    expect(await refusalOf(reset())).toBe('governance.nothing-lapses');
    const set = { key: 'points.reset', regionCode: COUNTY, effectiveFrom: '2022-06-15', basis: '旗积分办法' } as const;
    const save = (value: number) => county.client.governance.saveSetting({ requestId: requestId(), ...set, value });
    expect(await refusalOf(save(2))).toBe('governance.bad-reset');
    await save(1);
    // Of last year's 110, the 80 that were spent this year are gone before.
    const { reset: told } = await village.client.governance.village({ code: VILLAGE });
    expect(told).toEqual({ until: '2021-12-31', households: 1, points: 30 });
    const stranger = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    expect(await refusalOf(reset(stranger))).toBe('regions.not-found');
    expect(await reset()).toEqual({ households: 1, points: 30 });
    expect(await boardOf('户0002')).toBe((had ?? 0) - 30);
    expect((await account('户0002')).entries[0]).toMatchObject({ kind: 'spent', points: 30, what: '期末清零' });
    expect(await refusalOf(reset())).toBe('governance.nothing-lapses');
    // It is no goods: the year's spending stays what it was.
    const { rows } = await village.client.governance.village({ code: VILLAGE });
    expect(rows.find(({ number }) => number === '户0002')?.spent).toBe(80);
  });
});

describe('who sees points', () => {
  it('registers §17 trap 5: a village hides its places, the board tells no story of what was taken off', async () => {
    const before = await village.client.governance.village({ code: VILLAGE });
    expect(before.rows.find(({ number }) => number === '户0002')).toMatchObject({ place: 1 });
    const { items } = await registers(village, 'point-schemes').list({ filters: {} });
    const [scheme] = items;
    if (!scheme) throw new Error('there is no scheme');
    const { countyCode, id, version } = scheme;
    const values = { isRankingHidden: true };
    await registers(village, 'point-schemes').change({ requestId: requestId(), countyCode, id, version, values });
    const after = await village.client.governance.village({ code: VILLAGE });
    expect(after.rows.map(({ number }) => number)).toEqual(after.rows.map(({ number }) => number).toSorted());
    expect(after.rows.filter(({ place }) => place !== undefined)).toEqual([]);
    const board = await (await village.get('/governance/forms/published?format=html')).text();
    expect(board).toContain('积分公示表');
    expect(board).not.toContain('乱倒垃圾');
    const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect(await refusalOf(account('户0002', stranger))).toBe('governance.household-not-found');
  });

  it('shows what a bank says apart, its line to nobody', async () => {
    const rating = {
      householdNumber: '户0002',
      rater: '商都农商行',
      stars: 'four',
      lineFen: 5_000_000,
      isConsented: true,
    };
    await add('credit-ratings', { ...rating, ratedOn: '2022-01-01', validUntil: '2022-12-31' });
    const { credit } = await account('户0002');
    expect(credit).toEqual([{ rater: '商都农商行', stars: 'four', validUntil: '2022-12-31' }]);
    const form = await (await county.get('/governance/forms/credit?format=html')).text();
    expect(form).toContain('商都农商行');
    expect(form).not.toContain('50000');
  });
});

describe('a year of 2,000 households', () => {
  const VILLAGES = [NEXT_VILLAGE, 150923101003, 150923101004, 150923101005];
  const year = yearOfEntries(VILLAGES);

  it('has the balances of an independent ledger, through splits and merges; what nobody had is refused', async () => {
    const { db, keys } = server.shouwang;
    await db.bulk(systemActor('账本'), async (tx) => {
      for (const statement of year.households()) await tx.run(statement);
      return { result: undefined, audit: [] };
    });
    const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-points-'));
    const files = [];
    for (const [register, text] of Object.entries(year.files)) {
      const file = path.join(folder, `${register}.csv`);
      await writeFile(file, text);
      files.push({ path: file, name: `${register}.csv`, register });
    }
    const begun = performance.now();
    const set = await importSet(db, keys, systemActor('账本'), { ...registerTools, files });
    expect(performance.now() - begun).toBeLessThan(60_000);
    await rm(folder, { recursive: true });
    const entries = set.files.find(({ kind }) => kind === 'point-entries');
    expect(entries).toMatchObject({ rows: year.count + year.refused, new: year.count, refusedRows: year.refused });
    expect(year.count).toBeGreaterThan(60_000);
    const shown = new Map<string, number>();
    for (const code of VILLAGES)
      for (const { number, balance } of (await county.client.governance.village({ code, year: 2022 })).rows)
        if (year.balances.has(number)) shown.set(number, balance);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(year.balances));
  }, 120_000);

  it('lapses as the ledger says it does, and adds up over the area', async () => {
    const code = VILLAGES[1] ?? 0;
    const lapsed = year.lapsing(code, '2021-12-31');
    const done = await county.client.governance.reset({ requestId: requestId(), code });
    expect(done).toEqual({ households: lapsed.size, points: [...lapsed.values()].reduce((a, b) => a + b, 0) });
    const { rows } = await county.client.governance.village({ code, year: 2022 });
    const expected = new Map([...year.balances].map(([number, had]) => [number, had - (lapsed.get(number) ?? 0)]));
    expect(rows.filter(({ number, balance }) => expected.get(number) !== balance)).toEqual([]);
    const { total } = await county.client.governance.overview({ area: COUNTY });
    expect(total).toMatchObject({ withScheme: 5, covered: 5 });
  });
});
