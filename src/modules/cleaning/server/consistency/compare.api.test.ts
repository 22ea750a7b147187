// 机账实卡 from a village's phone: taken along, compared without a network, differences becoming issues or corrections, the rates against a plain count; and doubts that are
// answered at home.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AS_OF, type House } from '../../../../../test/cleaning/house.ts';
import { loadHouses } from '../../../../../test/cleaning/load-houses.ts';
import { openTestServer, type TestServer, type TestUser } from '../../../../../test/harness.ts';
import { COUNTY, TOWNSHIP, VILLAGE } from '../../../../../test/small-registry.ts';
import { systemActor } from '../../../../platform/server/actor.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { cleaningDues } from '../dues.ts';

let server: TestServer;
let village: TestUser;
let township: TestUser;
let county: TestUser;
const id = () => crypto.randomUUID();
let seq = 0;

const WATCHED: House = {
  kind: 'general',
  category: 'borderline',
  cleared: false,
  status: { since: '2022-03-01', risks: ['illness'] },
};
const HOUSES = [
  { number: 'A1', village: VILLAGE, house: { ...WATCHED, people: [{ dibao: true }, {}, {}] } },
  { number: 'A2', village: VILLAGE, house: { kind: 'lifted' } },
  { number: 'A3', village: VILLAGE, house: {} },
] satisfies { number: string; village: number; house: House }[];

const asOwner = (work: (tx: Tx) => Promise<unknown>) =>
  server.shouwang.db.bulk(systemActor('test'), async (tx) => ({ result: await work(tx), audit: [] }));
const rows = <T>(statement: ReturnType<typeof sql<T>>) =>
  server.shouwang.db.bulkRead((tx) => tx.rows(statement)) as Promise<T[]>;

beforeAll(async () => {
  server = await openTestServer();
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  server.moveClock(new Date(`${AS_OF}T02:00:00Z`));
  await asOwner((tx) => loadHouses(tx, HOUSES));
});
afterAll(() => server.close());

async function keyOf(number: string) {
  const [found] = await rows<{ countyCode: number; id: number }>(
    sql`select county_code, id from households where number = ${number}`,
  );
  if (!found) throw new Error(`no ${number}`);
  return found;
}

/** As the phone sends it, from its outbox. */
async function push(operation: string, household: object, input: object) {
  const item = { id: id(), seq: ++seq, household, operation, input, madeAt: `${AS_OF}T01:00:00Z` };
  const { items } = await village.client.field.push({ items: [item] as never });
  return items[0];
}

const compareOn = async (number: string, fields: object[], more: object = {}) => {
  const household = await keyOf(number);
  return push('cleaning.compare', household, { household, checkedOn: AS_OF, basis: 'on-site', fields, ...more });
};
const openIssues = async (number: string) => {
  const { id: householdId } = await keyOf(number);
  const { items } = await county.client.cleaning.issues({ look: 'open' });
  return items.filter((each) => each.householdId === householdId && each.code === 'consistency-difference');
};

test('the village takes along what is compared of households that have a card, with both systems, and nobody else’s', async () => {
  const pulled = await village.client.field.pull({});
  const keys = [await keyOf('A1'), await keyOf('A2')].map(({ id: key }) => key);
  expect(pulled.comparisons?.map(({ id: key }) => key).sort()).toEqual(keys.sort());
  const of = pulled.comparisons?.find(({ id: key }) => key === keys[0]);
  const byField = new Map(of?.fields.map((each) => [each.field, each]));
  expect(byField.get('members')).toMatchObject({ ledger: '3', system: '3' });
  expect(byField.get('risks')).toMatchObject({ ledger: '因病' });
  expect(byField.get('identified')).toMatchObject({ ledger: '2022-03' });
  expect(byField.get('dibao')?.people).toHaveLength(1);
  // What is asked of monitored households alone is not asked of a lifted one.
  const lifted = pulled.comparisons?.find(({ id: key }) => key === keys[1]);
  expect(lifted?.fields.map(({ field }) => field)).not.toContain('category');
});

test('what differs at home is an issue; what can be put right is, waits for a signature, and for the national system', async () => {
  const pulled = await village.client.field.pull({});
  const { id: householdId } = await keyOf('A1');
  const people = pulled.members
    .filter((each) => each.householdId === householdId)
    .sort((a, b) => a.number.localeCompare(b.number));
  const fields = [
    { field: 'members', seen: '4', card: '3' },
    { field: 'risks', seen: '因病', card: '因残' },
    // Not the head any more, but the second member.
    { field: 'dibao', seen: '', people: [people[1]?.id] },
  ];
  const answer = await compareOn('A1', fields, { correct: true, cardPrintedOn: '2021-05-01' });
  expect(answer).toMatchObject({ state: 'stored' });
  const issues = await openIssues('A1');
  expect(issues.map(({ value }) => value).sort()).toEqual(
    [
      '家庭人口：全国系统 3，本系统 3，实际 4，卡 3',
      `${people[0]?.name}：享受低保的成员：全国系统 ${people[0]?.name}，本系统 ${people[0]?.name}，实际 ${people[1]?.name}`,
      `${people[1]?.name}：享受低保的成员：全国系统 ${people[0]?.name}，本系统 ${people[0]?.name}，实际 ${people[1]?.name}`,
    ].sort(),
  );
  expect(issues.map(({ stage }) => stage).sort()).toEqual(['answered', 'answered', 'found']);
  const [waiting] = (await county.client.cleaning.corrections({ area: COUNTY, look: 'waiting' })).items;
  expect(waiting).toMatchObject({ field: 'dibao', basis: 'on-site' });
  // Trap 1: the systems differ until it is written back, and both values are shown.
  const again = (await village.client.field.pull({})).comparisons?.find(({ id: key }) => key === householdId);
  const dibao = again?.fields.find(({ field }) => field === 'dibao');
  expect(dibao).toMatchObject({ ledger: people[1]?.name, system: people[0]?.name });
  const keys = issues
    .filter(({ stage }) => stage === 'answered')
    .map(({ countyCode, id: key }) => ({ countyCode, id: key }));
  await township.client.cleaning.sign({ requestId: id(), keys });
  expect(await openIssues('A1')).toHaveLength(1);
});

test('the same is not doubted twice; compared again and equal, it is closed', async () => {
  await compareOn('A1', [{ field: 'members', seen: '4' }]);
  expect(await openIssues('A1')).toHaveLength(1);
  await compareOn('A1', [{ field: 'members', seen: '3' }]);
  expect(await openIssues('A1')).toHaveLength(0);
});

test('trap 5 and a blank that is no zero: what nobody knows is not compared, and the card’s day is kept', async () => {
  await compareOn(
    'A2',
    [
      { field: 'members', seen: '3', card: '2' },
      { field: 'measures', seen: '健康帮扶' },
    ],
    { cardPrintedOn: '2020-01-01' },
  );
  const { fields, households } = await county.client.cleaning.consistency({ area: COUNTY });
  expect(households).toBe(2);
  const measures = fields.find(({ field }) => field === 'measures');
  expect(measures?.pairs['system-ledger']).toEqual({ compared: 0, equal: 0 });
  expect(measures?.pairs['ledger-seen']).toEqual({ compared: 1, equal: 0 });
  const { items } = await county.client.cleaning.checks({ area: COUNTY, look: 'card' });
  expect(
    items.map(({ householdNumber, card, cardPrintedOn }) => [householdNumber, card, cardPrintedOn]),
  ).toContainEqual(['A2', '2', '2020-01-01']);
});

test('rates are what a plain count over the newest checks counts', async () => {
  const { items } = await county.client.cleaning.checks({ area: COUNTY, look: 'all', limit: 200 });
  const { fields } = await county.client.cleaning.consistency({ area: COUNTY });
  for (const { field, checks, pairs } of fields) {
    const own = items.filter((each) => each.field === field);
    expect([field, own.length]).toEqual([field, checks]);
    const known = own.filter(({ card }) => card !== undefined);
    expect(pairs['seen-card']).toEqual({
      compared: known.length,
      equal: known.filter(({ card, seen }) => card === seen).length,
    });
    expect(pairs['ledger-seen']).toEqual({
      compared: own.length,
      equal: own.filter(({ ledger, seen }) => ledger === seen).length,
    });
  }
});

test('somebody who is not of the household, a day to come, and a household of elsewhere are refused', async () => {
  expect(await compareOn('A1', [{ field: 'working', seen: '', people: [987_654] }])).toMatchObject({
    state: 'refused',
    problem: { code: 'cleaning.not-of-household' },
  });
  expect(await compareOn('A1', [{ field: 'members', seen: '3' }], { checkedOn: '2022-07-05' })).toMatchObject({
    problem: { code: 'cleaning.check-in-future' },
  });
});

test('a doubt goes along, is answered at home without a network, and is not told again', async () => {
  const household = await keyOf('A3');
  await asOwner((tx) =>
    tx.run(sql`insert into data_issues (county_code, village_code, household_id, code, dataset, detail, due_on)
      values (${household.countyCode}, ${VILLAGE}, ${household.id}, 'sweep-found', 'sweeps', '{"about":"家里有四口人"}', ${AS_OF}::date)`),
  );
  const first = await village.client.field.pull({});
  const issue = first.issues.find((each) => each.householdId === household.id);
  expect(issue).toMatchObject({
    title: '入户核查认为登记信息有疑点',
    value: '家里有四口人',
    dueOn: AS_OF,
    mine: false,
  });
  const key = { countyCode: household.countyCode, id: issue?.id ?? 0 };
  const answer = { keys: [key], outcome: 'verified-ok', basis: 'on-site', explanation: '孩子在外读书，户口还在' };
  expect(await push('cleaning.answer', household, answer)).toMatchObject({ state: 'stored' });
  const second = await village.client.field.pull({ since: first.token });
  expect(second.whole).toBe(false);
  expect(second.present.issue ?? []).not.toContain(`${key.countyCode}-${key.id}`);
  expect(second.present.issue).toBeDefined();
});

test('what waits is told by its term: an answer to the village, a signature to the township, a correction to the county', async () => {
  const told = async (key: string, on: string) =>
    server.shouwang.db.bulkRead(async (tx) => await cleaningDues.find((each) => each.key === key)?.rows(tx, on));
  const household = await keyOf('A3');
  // Answered above: five days for the signature.
  expect(await told('cleaning.sign', AS_OF)).toContainEqual({ placeCode: VILLAGE, dueOn: '2022-07-05' });
  expect(await told('cleaning.writeback', AS_OF)).toContainEqual({ placeCode: VILLAGE, dueOn: '2022-07-10' });
  await asOwner((tx) =>
    tx.run(
      sql`update data_issues set outcome = null, answered_on = null where county_code = ${household.countyCode} and household_id = ${household.id}`,
    ),
  );
  expect(await told('cleaning.answer', AS_OF)).toContainEqual({ placeCode: VILLAGE, dueOn: AS_OF });
  // Long before and long after nobody is told.
  expect(await told('cleaning.answer', '2022-03-01')).toEqual([]);
});
