// The numbered traps of registers §3: plans, triggers, an event from the proposal to the review.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contingencyDues } from '../../../src/modules/contingency/server/index.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { COUNTY, idNumber, NEXT_VILLAGE, OTHER_COUNTY, openSmallRegistry, VILLAGE } from '../../small-registry.ts';

let server: TestServer;
let county: TestUser;
let proposer: TestUser;
let village: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();
const TODAY = '2022-11-29';
const NAMES = ['其其格', '巴图', '乌云', '那顺'];

beforeAll(async () => {
  server = await openSmallRegistry(
    NAMES.map((name, i) => ({
      ...{ number: `户000${i + 1}`, village: i < 3 ? VILLAGE : NEXT_VILLAGE, kind: i < 2 ? '脱贫户' : '一般农户' },
      members: [{ name, id: idNumber(i === 2 ? 19500501 : 19800501 + i, 2 * i + 2) }],
    })),
  );
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  proposer = await server.as({ role: 'township-officer', areaCode: 150923101000 });
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  server.moveClock(new Date(`${TODAY}T14:00:00Z`));
});
afterAll(() => server.close());

const add = async (user: TestUser, code: string, values: Record<string, unknown>) =>
  user.client.registers[code]?.add({ requestId: id(), values });
const overview = () => county.client.contingency.overview({});

function plan(number: string, insuranceKind: string, more: Record<string, unknown> = {}) {
  const values = { number, regionCode: COUNTY, planName: `${number} 预案`, department: '应急管理局', insuranceKind };
  return add(county, 'contingency-plans', {
    ...values,
    dutyPost: '值班室',
    approvedOn: '2022-01-01',
    effectiveOn: '2022-01-10',
    ...more,
  });
}

async function report(hazard: string, severity: number): Promise<void> {
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => {
    await tx.run(sql`insert into feed_disaster_report (part, batch_id, line, village_code, hazard, occurred_on, severity)
      values (0, 1, 1, ${VILLAGE}, ${hazard}, '2022-11-28', ${severity})`);
    return { result: undefined, audit: [] };
  });
}

test('registers §3 trap 2: a county without a plan for snow is told so, and its plan of today has no drill and no list', async () => {
  await plan('Y-水', 'flood');
  const lacking = async () => (await overview()).lacking.map(({ hazard }) => hazard);
  expect(await lacking()).toContain('blizzard');
  expect(await lacking()).not.toContain('flood');
  await plan('Y-雪', 'blizzard');
  expect(await lacking()).not.toContain('blizzard');
  expect((await overview()).plans.find(({ number }) => number === 'Y-雪')?.concerns).toEqual([
    'no-drill',
    'no-trigger',
    'no-list',
  ]);
  await add(county, 'contingency-drills', {
    planNumber: 'Y-雪',
    heldOn: '2022-10-20',
    scenario: '夜间暴雪',
    people: 30,
  });
  const due = contingencyDues.find(({ key }) => key === 'contingency.drill');
  expect(await server.shouwang.db.bulkRead(async (tx) => due?.rows(tx, TODAY))).toEqual([
    { placeCode: COUNTY, dueOn: '2022-12-31' },
  ]);
});

test('a plan for the same hazard of one department is in force once', async () => {
  expect(await refusalOf(Promise.resolve(plan('Y-雪2', 'blizzard')))).toBe('registers.refused');
});

test('a trigger over facts proposes its plan at the highest level reached, of its own hazard alone', async () => {
  for (const [level, threshold] of [
    ['third', 2],
    ['second', 3],
    ['first', 4],
  ] as const)
    await add(county, 'contingency-triggers', {
      planNumber: 'Y-雪',
      level,
      signal: 'disaster-severity',
      threshold,
      windowDays: 7,
    });
  await report('洪涝', 4);
  expect((await overview()).proposals).toEqual([]);
  await report('暴雪', 3);
  expect((await overview()).proposals).toMatchObject([
    { planNumber: 'Y-雪', level: 'second', value: 3, regionCode: 150923101000 },
  ]);
});

let event: { number: string };
const activations = (user: TestUser) => user.client.registers['contingency-activations'];

async function move(user: TestUser, name: string, more: { doneOn?: string; values?: object; opinion?: string } = {}) {
  const { items = [] } = (await activations(user)?.list({ area: COUNTY })) ?? {};
  const [row] = items;
  if (!row) throw new Error('there is no event');
  const records = [{ countyCode: row.countyCode, id: row.id, version: row.version }];
  return activations(user)?.move({ requestId: id(), move: name, doneOn: TODAY, values: {}, records, ...more });
}

test('at ten in the evening: proposed by hand, refused without a list, not by who proposed it, listed in the same breath', async () => {
  event = await proposer.client.contingency.propose({
    ...{ requestId: id(), planNumber: 'Y-雪', regionCode: 150923101000, areaCodes: [VILLAGE], level: 'third' },
    ...{ event: '11 月 28 日夜间暴雪', eventOn: '2022-11-28', basis: '积雪二十厘米，三个嘎查村断路' },
  });
  // What has been answered is not proposed again.
  expect((await overview()).proposals).toEqual([]);
  const activate = () => move(county, 'activate', { values: { approvedBy: '旗长' } });
  expect(await refusalOf(activate())).toBe('registers.not-moved');
  await add(county, 'contingency-lists', { planNumber: 'Y-雪', ruleNo: 1, anyFacts: ['lifted', 'monitored'] });
  await add(county, 'contingency-lists', { planNumber: 'Y-雪', ruleNo: 2, allFacts: ['elderly-alone'] });
  expect((await activate())?.refused).toEqual([]);
  expect(await county.client.contingency.event(event)).toMatchObject({ state: 'activated', listed: 3, seen: 0 });
  expect((await county.client.contingency.event(event)).terms).toEqual([
    { term: 'first-visits', dueOn: '2022-12-02' },
    { term: 'all-visits', dueOn: '2022-12-06' },
  ]);
});

const visit = (number: string, result: 'safe' | 'loss' | 'to-monitor' | 'away', more: object = {}, user = village) =>
  listed('all').then((rows) => {
    const house = rows.find((row) => row.number === number);
    return user.client.contingency.visit({
      ...{ requestId: id(), ...event, household: { countyCode: house?.countyCode ?? 150923, id: house?.id ?? 1 } },
      ...{ visitedOn: TODAY, way: 'in-person', result, helpedFirst: result === 'to-monitor', ...more },
    });
  });
const listed = async (look: 'waiting' | 'all' | 'loss', user = county) =>
  (await user.client.contingency.households({ ...event, look })).items;

/** As a phone does it: taken along in the morning, recorded without a network, sent in the evening. */
async function visitOffline(number: string): Promise<void> {
  const { households, activations: toVisit } = await village.client.field.pull({});
  const house = households.find((each) => each.number === number);
  const household = { countyCode: house?.countyCode ?? 0, id: house?.id ?? 0 };
  expect(toVisit).toContainEqual({ number: event.number, title: expect.any(String), household });
  const input = { ...event, household, visitedOn: TODAY, way: 'phone', result: 'away', helpedFirst: false };
  const item = { id: id(), seq: 1, household, operation: 'contingency.visit', input, madeAt: `${TODAY}T08:00:00Z` };
  const { items } = await village.client.field.push({ items: [item] });
  expect(items).toMatchObject([{ state: 'stored', receipt: {} }]);
  expect((await village.client.field.pull({})).activations).not.toContainEqual(expect.objectContaining({ household }));
}

test('registers §3 traps 4 and 5: a loss is what the family says, and who is with the herd is asked by phone', async () => {
  expect(await refusalOf(visit('户0001', 'loss'))).toBe('contingency.loss-missing');
  expect(await refusalOf(visit('户0001', 'safe', { visitedOn: '2022-11-01' }))).toBe('contingency.visit-day');
  await visit('户0001', 'loss', { lossFen: 2_000_000, way: 'offline' });
  await visitOffline('户0003');
  expect((await listed('waiting')).map(({ number }) => number)).toEqual(['户0002']);
  expect(await listed('loss')).toMatchObject([{ number: '户0001', lossFen: 2_000_000, way: 'offline' }]);
  expect(await refusalOf(visit('户0001', 'safe', {}, stranger))).toBe('contingency.not-listed');
  const paper = await county.get(`/contingency/events/${event.number}/paper?form=daily&format=html`);
  expect(await paper.text()).toMatch(/已走访 2 户.*未经核实/);
});

test('registers §3 trap 3: warnings of listed households hang on the event, and are in nobody’s inbox while it lasts', async () => {
  const asked = async (household: string) =>
    server.shouwang.db.bulkRead(async (tx) =>
      tx.first(
        sql<{
          is: boolean;
        }>`select in_running_event(county_code, id) as is from households where number = ${household}`,
      ),
    );
  expect(await asked('户0001')).toEqual({ is: true });
  expect(await asked('户0004')).toEqual({ is: false });
});

test('registers §3 trap 1: duties point to posts, so the papers name none of those who may have left', async () => {
  const paper = await county.get(`/contingency/events/${event.number}/paper?form=approval&format=html`);
  const text = await paper.text();
  expect(text).toContain('值班室');
  expect(text).toContain('旗长');
});

test('help first, papers after, still all papers: nothing ends before everybody has been seen, and a review waits for its report', async () => {
  expect(await refusalOf(move(county, 'end', { opinion: '积雪已清' }))).toBe('registers.not-moved');
  await visit('户0002', 'to-monitor');
  expect((await county.client.contingency.event(event)).terms).toEqual([{ term: 'identify', dueOn: '2022-12-14' }]);
  expect((await move(county, 'end', { opinion: '积雪已清' }))?.refused).toEqual([]);
  expect(await refusalOf(visit('户0002', 'safe'))).toBe('contingency.not-running');
  const told = await county.client.contingency.event(event);
  expect(told).toMatchObject({ state: 'ended', seen: 3, unidentified: 1, lossFen: 2_000_000, helped: 1 });
  expect(told.terms.map(({ term }) => term)).toEqual(['identify', 'review']);
  expect((await move(county, 'review', { values: { reviewText: '名单以外无损失' } }))?.refused).toEqual([]);
});

test('an upper level is not activated by a county', async () => {
  await county.client.contingency.propose({
    ...{ requestId: id(), planNumber: 'Y-雪', regionCode: COUNTY, areaCodes: [], level: 'second' },
    ...{ event: '二次降雪', eventOn: TODAY, basis: '积雪三十厘米' },
  });
  expect(await refusalOf(move(county, 'activate', { values: { approvedBy: '旗长' } }))).toBe('registers.not-moved');
});
