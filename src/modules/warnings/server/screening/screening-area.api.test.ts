// Whose screening changes what: a county's own stays its own, one waits per area and day, and it can be undone.

import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../../test/harness.ts';
import {
  ACTOR,
  AS_OF,
  COUNTY,
  OTHER,
  openScreenedRegion,
  REGION,
  requestId,
  type ScreenedRegion,
} from '../../../../../test/screened-region.ts';
import { rescreenTouched, screen } from '../index.ts';
import { screeningJobKey } from './screening-jobs.ts';

const LATER = '2022-06-01';

let world: ScreenedRegion;
let server: TestServer;
let county: TestUser;
let other: TestUser;
let region: TestUser;

beforeEach(async () => {
  world = await openScreenedRegion();
  server = world.server;
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  other = await server.as({ role: 'county-officer', areaCode: OTHER });
  region = await server.as({ role: 'region-officer', areaCode: REGION });
});
afterEach(() => world.close());

async function start({ client }: TestUser, asOf: string, regionCode: number) {
  await client.warnings.startScreening({ requestId: requestId(), asOf });
  await server.jobDone(screeningJobKey(asOf, regionCode));
}

/** Everything that stands for whoever asks. */
async function standing({ client }: TestUser) {
  const { items, total } = await client.warnings.list({ limit: 200 });
  return { total, open: (await client.warnings.summary({})).open, items };
}

/** All warnings and counts of a day in one county, but for the times of runs. */
function kept(asOf: string, countyCode = 150923) {
  return server.shouwang.db.bulkRead(async (tx) => ({
    warnings:
      await tx.rows(sql`select household_id, rules, level, monitored, village_code, state, due_on, note from warnings
      where as_of = ${asOf}::date and active and county_code = ${countyCode} order by household_id`),
    evidence: await tx.rows(sql`select e.household_id, e.rule, e.numbers, e.rows from warning_evidence e join warnings w
      on w.county_code = e.county_code and w.household_id = e.household_id and w.as_of = e.as_of and w.active
      where e.as_of = ${asOf}::date and e.county_code = ${countyCode} and e.rule = any(w.rules) order by 1, 2`),
    counts: await tx.rows(sql`select * from screening_counts where as_of = ${asOf}::date
      and village_code / 1000000 = ${countyCode} order by village_code`),
  }));
}

async function change(statement: ReturnType<typeof sql>) {
  await server.shouwang.db.bulk(ACTOR, async (tx) => ({ result: await tx.run(statement), audit: [] }));
}

test("a county's screening of a newer day leaves the open warnings of others standing, and can be undone", async () => {
  const before = { county: await standing(county), other: await standing(other), region: await standing(region) };
  await start(county, LATER, COUNTY);
  const after = await standing(county);
  expect(after.items.every(({ asOf }) => asOf === LATER)).toBe(true);
  expect(after.total).toBeGreaterThan(0);
  expect(await standing(other)).toEqual(before.other);
  expect(await standing(region)).toEqual(before.region);
  const [theirs] = (await other.client.warnings.list({ state: 'open', limit: 1 })).items;
  if (!theirs) throw new Error('no open warning');
  await other.client.warnings.check({ ...theirs, requestId: requestId(), result: 'no-risk', note: '已入户核实' });

  const undo = { requestId: requestId(), asOf: LATER, reason: '筛查日选错了' };
  expect(await refusalOf(other.client.warnings.undoScreening(undo))).toBe('warnings.no-screening');
  await county.client.warnings.undoScreening(undo);
  expect(await standing(county)).toEqual(before.county);
  const [listed] = await county.client.warnings.screenings();
  expect(listed).toMatchObject({ asOf: LATER, regionCode: COUNTY, state: 'undone', undoable: false });
  await start(county, LATER, COUNTY);
  expect((await standing(county)).total).toBe(after.total);
});

test('a screening of a day that has not come hides nothing, and none is made', async () => {
  const before = { county: await standing(county), list: await county.client.warnings.screenings() };
  const ahead = '2199-01-08';
  expect(await refusalOf(screen(server.shouwang.db, ACTOR, ahead))).toBe('warnings.screening-in-future');
  // As a clock that ran ahead left it.
  await change(sql`insert into screenings (as_of, region_code, parameters, rule_versions, account_name)
    values (${ahead}::date, ${REGION}, '{}', '{}', 'test')`);
  expect(await standing(county)).toEqual(before.county);
  const listed = await county.client.warnings.screenings();
  expect(listed.map(({ asOf }) => asOf)).toEqual([...before.list.map(({ asOf }) => asOf), ahead]);
  await start(county, LATER, COUNTY);
  expect((await standing(county)).items[0]?.asOf).toBe(LATER);
});

test('the county alone gives what a screening of everybody gives it, and files keep both days up to date', async () => {
  await start(county, LATER, COUNTY);
  const alone = await kept(LATER);
  await screen(server.shouwang.db, ACTOR, LATER);
  expect(await kept(LATER)).toEqual(alone);
  const day = '2022-06-02';
  await start(county, day, COUNTY);
  await change(sql`update household_incomes set wage_fen = 0 where household_id % 3 = 0`);
  await rescreenTouched(
    server.shouwang.db,
    ACTOR,
    'select id as household_id, village_code from households where id % 3 = 0',
  );
  const [updated, whole] = [await kept(day), await kept(LATER, 152222)];
  await start(county, day, COUNTY);
  await screen(server.shouwang.db, ACTOR, LATER);
  expect(await kept(day)).toEqual(updated);
  expect(await kept(LATER, 152222)).toEqual(whole);
});

test('a day screened again and undone stands as it was, but for what people found out', async () => {
  const before = await kept(AS_OF);
  await change(
    sql`update household_incomes set wage_fen = 0, transfer_fen = 0, property_fen = 0 where household_id % 2 = 0`,
  );
  await start(county, AS_OF, COUNTY);
  const changed = await kept(AS_OF);
  expect(changed.warnings).not.toEqual(before.warnings);
  await county.client.warnings.undoScreening({ requestId: requestId(), asOf: AS_OF, reason: '参数录入有误' });
  expect(await kept(AS_OF)).toEqual(before);

  await start(county, AS_OF, COUNTY);
  const [warning] = (await county.client.warnings.list({ state: 'open', limit: 1 })).items;
  if (!warning) throw new Error('no open warning');
  await county.client.warnings.check({ ...warning, requestId: requestId(), result: 'no-risk', note: '已入户核实' });
  await county.client.warnings.undoScreening({ requestId: requestId(), asOf: AS_OF, reason: '参数录入有误' });
  expect((await county.client.warnings.get(warning)).state).toBe('no-risk');
});

test('results entered on an undone day go to the warnings that stand then', async () => {
  await start(county, LATER, COUNTY);
  const [warning] = (await county.client.warnings.list({ state: 'open', limit: 1 })).items;
  if (!warning) throw new Error('no open warning');
  await county.client.warnings.check({ ...warning, requestId: requestId(), result: 'no-risk', note: '已入户核实' });
  const { open } = await county.client.warnings.summary({});
  await county.client.warnings.undoScreening({ requestId: requestId(), asOf: LATER, reason: '筛查日选错了' });
  const items = (await county.client.warnings.ofHousehold(warning)).filter(({ active }) => active);
  expect(items).toMatchObject([{ asOf: AS_OF, state: 'no-risk' }]);
  expect((await county.client.warnings.summary({})).open).toBe(open);
});

test('one waits per area and day, however many ask', async () => {
  let letGo = () => {};
  server.api.services.jobs.start('test.busy', () => new Promise((resolve) => (letGo = resolve)));
  await Promise.all(
    [1, 2, 3].map(() => county.client.warnings.startScreening({ requestId: requestId(), asOf: LATER })),
  );
  await region.client.warnings.startScreening({ requestId: requestId(), asOf: LATER });
  const waiting = await server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql`select region_code from screening_jobs where state = 'queued' order by id`),
  );
  expect(waiting).toEqual([{ regionCode: COUNTY }, { regionCode: REGION }]);
  letGo();
  await server.jobDone(screeningJobKey(LATER, REGION));
  const small = await server.as({ role: 'county-officer', areaCode: COUNTY + 101000 });
  expect(await refusalOf(small.client.warnings.startScreening({ requestId: requestId(), asOf: LATER }))).toBe(
    'warnings.screening-area-too-small',
  );
});

test("days that one county screens never take the facts of everybody's day away", async () => {
  for (const day of [LATER, '2022-06-02', '2022-06-03', '2022-06-04']) await start(county, day, COUNTY);
  const { counties } = await region.client.warnings.whatIf({
    regionCode: REGION,
    changes: [{ key: 'income.line', value: 9000 }],
  });
  expect(counties).toHaveLength(2);
});
