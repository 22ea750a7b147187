// Births, deaths, marriages, splits, mergers and moves: what they change, what they keep, and whom they refuse.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  OTHER_VILLAGE,
  openSmallRegistry,
  type SmallHousehold,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { wronglyStoredIncomes } from '../../../../test/stored-income.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { EVENTS_JOB_KEY } from './event-jobs.ts';

const family = (n: number, village = VILLAGE): SmallHousehold => ({
  number: `1509232${String(n).padStart(5, '0')}`,
  village,
  kind: '脱贫户',
  members: ['户主', '配偶', '之子', '之女'].map((relation, k) => ({
    name: `家${n}${'甲乙丙丁'[k]}`,
    relation,
    id: idNumber(19700101 + n, 100 + k * 2),
  })),
});

const HOUSEHOLDS = [
  ...Array.from({ length: 12 }, (_, n) => family(n)),
  family(20, NEXT_VILLAGE),
  family(21, OTHER_VILLAGE),
];

let server: TestServer;

beforeAll(async () => {
  server = await openSmallRegistry(HOUSEHOLDS);
});

afterAll(() => server.close());

const county = async () => (await server.as({ role: 'county-officer', areaCode: COUNTY })).client.households;

type Households = Awaited<ReturnType<typeof county>>;
type Event = Parameters<Households['recordEvent']>[0]['event'];

/** The household `n` as the county sees it, and a way to record events on it. */
async function open(n: number, households?: Households) {
  const client = households ?? (await county());
  const row = (await client.search({ text: family(n).number })).items[0];
  if (!row) throw new Error(`no household ${n}`);
  const key = { countyCode: row.countyCode, householdId: row.householdId };
  const read = () => client.get({ countyCode: row.countyCode, id: row.householdId });
  const people = Object.fromEntries((await read()).members.map(({ relation, id }) => [relation, id]));
  const person = (relation: string) => people[relation] ?? 0;
  const record = (event: Event, onDate = '2022-03-01', requestId = crypto.randomUUID()) =>
    client.recordEvent({ ...key, requestId, onDate, event });
  return { ...row, read, person, record };
}

async function audits(householdId: number) {
  return server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql<{ after: { kind: string } }>`select after from audit_entries
      where operation = 'households.record-event' and household_id = ${householdId}`),
  );
}

describe('people come', () => {
  test('a birth adds a member without an ID, once however often it is sent', async () => {
    const home = await open(0);
    const requestId = crypto.randomUUID();
    const birth: Event = { kind: 'birth', person: { name: '家0戊', sex: '男', relation: '之子' } };
    const first = await home.record(birth, '2022-03-01', requestId);
    expect(await home.record(birth, '2022-03-01', requestId)).toEqual(first);
    const after = await home.read();
    expect(after.household.memberCount).toBe(5);
    expect(after.members.find(({ id }) => id === first.personId)).toMatchObject({
      name: '家0戊',
      validFrom: '2022-03-01',
    });
    expect(after.events).toMatchObject([{ kind: 'birth', onDate: '2022-03-01', personName: '家0戊' }]);
    expect(after.issues.map(({ code }) => code)).toEqual(['id-missing']);
    expect(await audits(home.householdId)).toMatchObject([{ after: { kind: 'birth' } }]);
  });

  test('somebody who marries in is found by ID afterwards; an ID in the registry already is refused', async () => {
    const home = await open(1);
    const id = idNumber(19950505, 202, 150922);
    const person = { name: '乌兰', sex: '女', relation: '之儿媳', idNumber: id } as const;
    await home.record({ kind: 'marriage-in', person });
    const [hit] = (await (await county()).search({ text: id })).items;
    expect(hit).toMatchObject({ personName: '乌兰', householdId: home.householdId });
    expect((await (await county()).search({ text: 'wl' })).items).toHaveLength(1);
    const again = home.record({ kind: 'marriage-in', person });
    expect(await refusalOf(again)).toBe('households.id-registered');
    const unsound = home.record({ kind: 'marriage-in', person: { ...person, idNumber: `${id.slice(0, -1)}0` } });
    expect(await refusalOf(unsound)).toBe('households.unsound-id');
    const strange = home.record({ kind: 'birth', person: { ...person, relation: '远亲' } });
    expect(await refusalOf(strange)).toBe('kernel.invalid-input');
  });

  test('an ID held outside the area counts as repeated and tells nothing of its holder', async () => {
    const home = await open(2);
    const person = { name: '陌生', sex: '女', relation: '之儿媳', idNumber: idNumber(19700122, 100) } as const;
    await home.record({ kind: 'marriage-in', person });
    expect((await home.read()).issues.map(({ code }) => code)).toEqual(['id-repeated']);
  });

  test('somebody whose ID says another sex, or a birth after the marriage, opens a data issue each', async () => {
    const home = await open(2);
    const person = { name: '反常', sex: '男', relation: '之女婿', idNumber: idNumber(20200122, 500) } as const;
    await home.record({ kind: 'marriage-in', person }, '2019-05-01');
    const codes = (await home.read()).issues.map(({ code }) => code).sort();
    expect(codes).toEqual(expect.arrayContaining(['birth-in-future', 'sex-differs']));
  });
});

describe('people go', () => {
  test('somebody who left comes back under the same ID', async () => {
    const home = await open(0);
    await home.record({ kind: 'leave', personId: home.person('之女'), reason: '外地定居' });
    const idNumberOf = idNumber(19700101, 106);
    await home.record({
      kind: 'marriage-in',
      person: { name: '家0丁', sex: '女', relation: '之女', idNumber: idNumberOf },
    });
    const [hit] = (await (await county()).search({ text: idNumberOf })).items;
    expect(hit).toMatchObject({ personName: '家0丁', householdId: home.householdId });
    expect(hit?.personId).not.toBe(home.person('之女'));
    expect((await home.read()).issues.map(({ code }) => code)).not.toContain('id-repeated');
  });

  test('a death ends the member and names a new head', async () => {
    const home = await open(3);
    await home.record({ kind: 'death', personId: home.person('户主'), newHeadId: home.person('配偶') }, '2022-04-05');
    const after = await home.read();
    expect(after.household).toMatchObject({ memberCount: 3, headName: '家3乙' });
    expect(after.formerMembers).toMatchObject([{ name: '家3甲', validTo: '2022-04-05', endReason: 'death' }]);
    expect(after.versions.filter(({ subject }) => subject === 'person').length).toBe(2);
    expect(await refusalOf(home.record({ kind: 'death', personId: home.person('户主') }))).toBe(
      'households.person-ended',
    );
  });

  test('a household without a head is a data issue until it has one', async () => {
    const home = await open(4);
    await home.record({ kind: 'leave', personId: home.person('户主'), reason: '外地定居' });
    expect((await home.read()).issues).toMatchObject([{ code: 'no-head', state: 'open' }]);
    await home.record({
      kind: 'leave',
      personId: home.person('之子'),
      reason: '外地定居',
      newHeadId: home.person('配偶'),
    });
    const after = await home.read();
    expect(after.issues).toMatchObject([{ code: 'no-head', state: 'corrected' }]);
    expect(after.household).toMatchObject({ headName: '家4乙', memberCount: 2 });
  });

  test('the last member takes the household along', async () => {
    const home = await open(5);
    for (const relation of ['之女', '之子', '配偶', '户主'])
      await home.record({ kind: 'leave', personId: home.person(relation), reason: '整户外迁' });
    expect((await home.read()).household).toMatchObject({ memberCount: 0, validTo: '2022-03-01' });
    expect(await refusalOf(home.record({ kind: 'move', villageCode: NEXT_VILLAGE }))).toBe('households.ended');
    const { items } = await (await county()).list({ text: family(5).number });
    expect(items).toEqual([]);
  });

  test('a daughter marries into another household', async () => {
    const home = await open(6);
    const other = await open(7);
    await home.record({
      kind: 'marriage-out',
      personId: home.person('之女'),
      toHouseholdId: other.householdId,
      relation: '之儿媳',
    });
    expect((await home.read()).household.memberCount).toBe(3);
    const there = await other.read();
    expect(there.household.memberCount).toBe(5);
    expect(there.members.find(({ name }) => name === '家6丁')).toMatchObject({ relation: '之儿媳' });
    expect(there.events).toMatchObject([{ kind: 'marriage-in', otherNumber: family(6).number }]);
    const [hit] = (await (await county()).search({ text: idNumber(19700107, 106) })).items;
    expect(hit?.householdId).toBe(other.householdId);
  });
});

describe('households change', () => {
  test('a split makes a household of its own with its head', async () => {
    const home = await open(8);
    const ids = [home.person('之子'), home.person('之女')];
    const { newHouseholdId = 0 } = await home.record({
      kind: 'split',
      personIds: ids,
      newHeadId: home.person('之子'),
      villageCode: NEXT_VILLAGE,
    });
    const made = await (await county()).get({ countyCode: home.countyCode, id: newHouseholdId });
    expect(made.household).toMatchObject({
      headName: '家8丙',
      memberCount: 2,
      kind: 'lifted',
      villageCode: NEXT_VILLAGE,
    });
    expect(made.household.number).toMatch(/^local-/);
    expect(made.events).toMatchObject([{ kind: 'split', otherNumber: family(8).number }]);
    const rest = await home.read();
    expect(rest.household).toMatchObject({ headName: '家8甲', memberCount: 2 });
    const everybody = home.record({
      kind: 'split',
      personIds: [home.person('户主'), home.person('配偶')],
      newHeadId: home.person('户主'),
    });
    expect(await refusalOf(everybody)).toBe('households.nobody-left');
  });

  test('a household made by a split has no income yet: it comes last, whichever way the list is sorted by it', async () => {
    const { list } = await county();
    for (const sort of ['netPerCapita', '-netPerCapita'] as const) {
      const shown = [];
      let cursor: string | undefined;
      do {
        const page = await list({ area: COUNTY, sort, limit: 3, cursor });
        shown.push(...page.items);
        cursor = page.next;
      } while (cursor);
      const unknown = shown.filter((row) => row.netPerCapitaFen === undefined);
      expect(unknown.length).toBeGreaterThan(0);
      expect(shown.slice(-unknown.length)).toEqual(unknown);
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
    }
  });

  test('a merger adds members and income, and ends the other household', async () => {
    const home = await open(9);
    const other = await open(10);
    await home.record({ kind: 'merge', otherHouseholdId: other.householdId });
    const after = await home.read();
    expect(after.household).toMatchObject({ memberCount: 8, headName: '家9甲' });
    expect(after.members.filter(({ relation }) => relation === '户主')).toHaveLength(1);
    expect(after.incomes[0]).toMatchObject({ netFen: 2_800_000, netPerCapitaFen: 350_000 });
    expect(after.versions.some(({ subject, changes }) => subject === 'income' && changes.length > 0)).toBe(true);
    expect((await other.read()).household).toMatchObject({ validTo: '2022-03-01', memberCount: 0 });
    expect(await wronglyStoredIncomes(server.shouwang.db)).toEqual([]);
    expect(await refusalOf(home.record({ kind: 'merge', otherHouseholdId: home.householdId }))).toBe(
      'households.same-household',
    );
  });

  test('a move takes everybody along, inside the county only', async () => {
    const home = await open(11);
    expect(await refusalOf(home.record({ kind: 'move', villageCode: OTHER_VILLAGE }))).toBe(
      'households.no-such-village',
    );
    await home.record({ kind: 'move', villageCode: NEXT_VILLAGE });
    const after = await home.read();
    expect(after.household.villageCode).toBe(NEXT_VILLAGE);
    expect(after.versions).toMatchObject([
      { subject: 'household', changes: [{ field: 'village_code', before: VILLAGE }] },
    ]);
    const worker = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    expect((await worker.client.households.search({ text: family(11).number })).items).toHaveLength(1);
    expect(
      (await worker.client.households.get({ countyCode: home.countyCode, id: home.householdId })).members,
    ).toHaveLength(4);
  });
});

describe('what follows', () => {
  test('rows of the feeds go along with a member who changes households', async () => {
    const home = await open(20);
    const personId = home.person('之子');
    const { db } = server.shouwang;
    await db.bulk(systemActor('test'), async (tx) => {
      await tx.run(sql`insert into feed_employment_change (part, batch_id, line, county_code, household_id, person_id, method)
        values (0, 1, 2, ${home.countyCode}, ${home.householdId}, ${personId}, 'id')`);
      return { result: undefined, audit: [] };
    });
    const { newHouseholdId } = await home.record({ kind: 'split', personIds: [personId], newHeadId: personId });
    await server.jobDone(EVENTS_JOB_KEY);
    const after = await db.bulkRead(async (tx) => ({
      rows: await tx.rows(sql`select household_id from feed_employment_change where person_id = ${personId}`),
      left: await tx.rows(sql`select id from household_events where not settled`),
    }));
    expect(after).toEqual({ rows: [{ householdId: newHouseholdId }], left: [] });
  });
});

describe('what is refused', () => {
  test('days to come and days before the household', async () => {
    const home = await open(20);
    const birth: Event = { kind: 'birth', person: { name: '未来', sex: '男', relation: '之子' } };
    expect(await refusalOf(home.record(birth, '2199-01-01'))).toBe('households.date-in-future');
    expect(await refusalOf(home.record(birth, '1999-12-31'))).toBe('households.date-too-early');
    expect((await home.read()).household.memberCount).toBe(3);
  });

  test('households of other areas, and roles that only read', async () => {
    const home = await open(20);
    const event: Event = { kind: 'leave', personId: home.person('之女'), reason: '外地定居' };
    const ask = {
      requestId: crypto.randomUUID(),
      countyCode: home.countyCode,
      householdId: home.householdId,
      onDate: '2022-03-01',
      event,
    };
    const sibling = await server.as({ role: 'village-worker', areaCode: VILLAGE });
    expect(await refusalOf(sibling.client.households.recordEvent(ask))).toBe('households.not-found');
    const own = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    const outside = own.client.households.recordEvent({ ...ask, event: { kind: 'move', villageCode: VILLAGE } });
    expect(await refusalOf(outside)).toBe('households.no-such-village');
    const auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
    expect(await refusalOf(auditor.client.households.recordEvent(ask))).toBe('http.forbidden');
    const other = await open(0);
    const merge = own.client.households.recordEvent({
      ...ask,
      event: { kind: 'merge', otherHouseholdId: other.householdId },
    });
    expect(await refusalOf(merge)).toBe('households.not-found');
  });
});
