// What people do with warnings, over HTTP: lists, the map, one warning, assigning, checking, screening again.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import {
  ACTOR,
  AS_OF,
  COUNTY,
  HOUSEHOLDS,
  OTHER,
  openScreenedRegion,
  REGION,
  requestId,
  type ScreenedRegion,
} from '../../../../test/screened-region.ts';
import { rescreenTouched, screen } from './index.ts';

let world: ScreenedRegion;
let server: TestServer;

const county = () => server.as({ role: 'county-officer', areaCode: COUNTY });
const region = () => server.as({ role: 'region-officer', areaCode: REGION });

beforeAll(async () => {
  world = await openScreenedRegion();
  server = world.server;
});

afterAll(() => world.close());

type Filter = Parameters<Awaited<ReturnType<typeof county>>['client']['warnings']['list']>[0];

async function everyWarning(filter: Filter) {
  const { client } = await county();
  const all = [];
  let cursor: string | undefined;
  do {
    const page = await client.warnings.list({ ...filter, limit: 17, cursor });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all;
}

async function firstOpen() {
  const { client } = await county();
  const [warning] = (await client.warnings.list({ state: 'open', limit: 1 })).items;
  if (!warning) throw new Error('no open warning');
  return warning;
}

test('the list is paged without gap or repeat, in order, and its total is right', async () => {
  const { client } = await county();
  const { total } = await client.warnings.list({});
  for (const sort of ['due', '-due', 'level', '-level'] as const) {
    const all = await everyWarning({ sort });
    expect(new Set(all.map(({ id }) => id)).size).toBe(total);
    expect(all.length).toBe(total);
    const levels = all.map(({ level }) => ['red', 'orange', 'yellow', 'data'].indexOf(level));
    if (sort === 'level') expect(levels).toEqual([...levels].sort());
  }
  expect(await refusalOf(client.warnings.list({ cursor: 'nonsense' }))).toBe('lists.bad-cursor');
});

test('filters hold, and levels add up', async () => {
  const { client } = await county();
  const { total = 0 } = await client.warnings.list({});
  let sum = 0;
  for (const level of ['red', 'orange', 'yellow', 'data'] as const) {
    const page = await client.warnings.list({ level, limit: 200 });
    expect(page.items.every((item) => item.level === level)).toBe(true);
    sum += page.total ?? 0;
  }
  expect(sum).toBe(total);
  const byRule = await client.warnings.list({ rule: 'R06', limit: 200 });
  expect(byRule.items.length).toBeGreaterThan(0);
  expect(byRule.items.every(({ rules }) => rules.some(({ code }) => code === 'R06'))).toBe(true);
  const monitored = await client.warnings.list({ monitored: 'yes' });
  const others = await client.warnings.list({ monitored: 'no' });
  expect((monitored.total ?? 0) + (others.total ?? 0)).toBe(total);
  expect((await client.warnings.list({ due: 'overdue' })).total).toBe(0);
});

test('the map adds up to the list, level by level', async () => {
  const { client } = await region();
  const leagues = await client.warnings.map({ area: REGION });
  const counties = await client.warnings.map({ area: REGION, by: 'counties' });
  const sum = (items: { warnings: number }[]) => items.reduce((all, { warnings }) => all + warnings, 0);
  const { total } = await client.warnings.list({});
  expect(sum(leagues.items)).toBe(total);
  expect(sum(counties.items)).toBe(total);
  expect(counties.items.reduce((all, { households }) => all + households, 0)).toBe(HOUSEHOLDS);
  const townships = await client.warnings.map({ area: COUNTY });
  expect(sum(townships.items)).toBe((await client.warnings.list({ area: COUNTY })).total);
  const township = townships.items.find(({ warnings }) => warnings > 0);
  const villages = await client.warnings.map({ area: township?.code ?? 0 });
  expect(sum(villages.items)).toBe(township?.warnings);
  for (const { code, warnings } of villages.items.slice(0, 3))
    expect((await client.warnings.list({ area: code })).total).toBe(warnings);
});

test('a warning shows its numbers and the rows they came from', async () => {
  const { client } = await county();
  const [item] = (await client.warnings.list({ rule: 'R01', limit: 1 })).items;
  if (!item) throw new Error('no R01');
  const detail = await client.warnings.get(item);
  const medical = detail.evidence.find(({ code }) => code === 'R01');
  expect(detail.evidence.map(({ code }) => code)).toEqual(item.rules.map(({ code }) => code));
  expect(detail.household.areaNames[0]).toBe('内蒙古自治区');
  const paid = medical?.numbers.find(({ name }) => name === 'medical_self_paid_fen');
  const yuan = medical?.rows
    .flatMap(({ cells }) => cells.filter(({ label }) => label === '合规自付'))
    .reduce((sum, { value }) => sum + Number.parseFloat(value), 0);
  expect(Math.round((yuan ?? 0) * 100)).toBe(paid?.value);
  expect(medical?.rows[0]).toMatchObject({ datasetTitle: '医疗费用结算', file: expect.stringMatching(/^medical/) });
  expect(medical?.rows[0]?.personName).toBeTruthy();
  expect(medical?.thresholds.length).toBeGreaterThan(1);
  expect(detail.timeline[0]).toMatchObject({ kind: 'found', asOf: AS_OF });
  expect(JSON.stringify(detail)).not.toMatch(/\d{17}[\dX]/);
});

test('nothing of another county is seen', async () => {
  const other = await server.as({ role: 'county-officer', areaCode: OTHER });
  const warning = await firstOpen();
  expect(await refusalOf(other.client.warnings.get(warning))).toBe('warnings.not-found');
  const call = { ...warning, requestId: requestId(), result: 'to-be-monitored' as const, note: '' };
  expect(await refusalOf(other.client.warnings.check(call))).toBe('warnings.not-found');
  expect(await refusalOf(other.client.warnings.list({ area: COUNTY }))).toBe('regions.not-found');
  expect(await refusalOf(other.client.warnings.map({ area: COUNTY }))).toBe('regions.not-found');
  expect(await refusalOf(other.client.warnings.summary({ area: COUNTY }))).toBe('regions.not-found');
  expect(await other.client.warnings.ofHousehold(warning)).toEqual([]);
  const changes = [{ key: 'income.line', value: 9000 }];
  expect(await refusalOf(other.client.warnings.whatIf({ regionCode: COUNTY, changes }))).toBe('regions.not-found');
  const league = await other.client.warnings.map({ area: REGION, by: 'counties' });
  expect(league.items.map(({ code }) => code)).toEqual([OTHER]);
  expect((await other.client.warnings.list({ limit: 200 })).items.every((w) => w.countyCode === 152222)).toBe(true);
  const answer = await other.get(`/warnings/export?area=${COUNTY}`);
  expect(answer.status).toBe(404);
});

test('assign, check with a photo, screen again, take back', async () => {
  const { client, get } = await county();
  const warning = await firstOpen();
  const township = Math.floor(warning.villageCode / 1000) * 1000;
  const worker = await server.as({ role: 'village-worker', areaCode: warning.villageCode });
  const [assignee] = await client.warnings.assignees({ villageCode: warning.villageCode });
  expect(assignee).toMatchObject({ role: 'village-worker' });
  const before = await client.warnings.summary({});

  const past = { requestId: requestId(), warnings: [warning], assigneeId: assignee?.id ?? 0, dueOn: '2022-06-01' };
  expect(await refusalOf(client.warnings.assign(past))).toBe('warnings.due-in-past');
  const { dueOn: _dueOn, ...fine } = past;
  expect(await client.warnings.assign({ ...fine, requestId: requestId() })).toEqual({ assigned: 1 });
  const elsewhere = (await client.warnings.list({ limit: 200 })).items.find(
    (w) => w.villageCode !== warning.villageCode,
  );
  const outside = { requestId: requestId(), warnings: elsewhere ? [elsewhere] : [], assigneeId: assignee?.id ?? 0 };
  expect(await refusalOf(client.warnings.assign(outside))).toBe('warnings.assignee-outside');
  expect((await worker.client.warnings.list({ assignee: 'me' })).items.map(({ id }) => id)).toEqual([warning.id]);

  const notPhoto = await worker.upload('a.jpg', 'text');
  const check = { ...warning, result: 'no-risk' as const, note: '已入户,费用已由商业保险报销' };
  expect(await refusalOf(worker.client.warnings.check({ ...check, requestId: requestId(), photos: [notPhoto] }))).toBe(
    'photos.bad',
  );
  expect(await refusalOf(worker.client.warnings.check({ ...check, requestId: requestId(), note: '' }))).toBe(
    'kernel.invalid-input',
  );
  const photo = await worker.upload('入户.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  const once = { ...check, requestId: requestId(), photos: [photo] };
  await worker.client.warnings.check(once);
  await worker.client.warnings.check(once);
  expect(await refusalOf(worker.client.warnings.check({ ...check, requestId: requestId() }))).toBe(
    'warnings.already-checked',
  );

  const checked = await client.warnings.get(warning);
  expect(checked).toMatchObject({ state: 'no-risk', note: check.note, photos: [{ name: '入户.jpg' }] });
  expect(checked.timeline.map(({ kind }) => kind).sort()).toEqual(['assign', 'check', 'found']);
  const image = await get(`/warnings/${warning.countyCode}/${warning.id}/photos/${checked.photos[0]?.id}`);
  expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect((await client.warnings.summary({})).open).toBe(before.open - 1);
  expect((await client.warnings.list({ state: 'open' })).total).toBe(before.open - 1);

  await screen(server.shouwang.db, ACTOR, AS_OF);
  expect((await client.warnings.get(warning)).state).toBe('no-risk');
  expect((await client.warnings.list({ state: 'open' })).total).toBe(before.open - 1);
  const rates = await client.warnings.backTest({});
  expect(rates.find(({ code }) => code === warning.rules[0]?.code)).toMatchObject({ checked: 1, confirmed: 0 });
  const stranger = await server.as({ role: 'township-officer', areaCode: township });
  await stranger.client.warnings.reopen({ ...warning, requestId: requestId(), reason: '照片与该户不符' });
  expect((await client.warnings.get(warning)).state).toBe('open');
  expect((await client.warnings.summary({})).open).toBe(before.open);
});

test('a refused check leaves no photo behind', async () => {
  const user = await county();
  const warning = await firstOpen();
  const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const check = async () =>
    user.client.warnings.check({
      ...warning,
      requestId: requestId(),
      result: 'no-risk',
      note: '已入户核实',
      photos: [await user.upload('入户.jpg', photo)],
    });
  const stored = () => readdir(path.join(server.shouwang.dataFolder, 'photos', '150923')).catch(() => []);
  await check();
  const before = await stored();
  expect(await refusalOf(check())).toBe('warnings.already-checked');
  expect(await stored()).toEqual(before);
});

test('a later screening carries deadline and result over, and a new rule opens the warning again', async () => {
  const { client } = await county();
  const { db } = server.shouwang;
  const warning = await firstOpen();
  await client.warnings.check({ ...warning, requestId: requestId(), result: 'to-be-monitored', note: '' });
  await db.bulk(ACTOR, async (tx) => {
    await tx.run(sql`update warnings set due_on = '2022-06-03' where state = 'open'`);
    return { result: undefined, audit: [] };
  });
  await screen(db, ACTOR, '2022-06-01');
  const later = await client.warnings.list({ limit: 200 });
  expect(later.items.every(({ asOf }) => asOf === '2022-06-01')).toBe(true);
  const same = later.items.find(({ householdId }) => householdId === warning.householdId);
  expect(same).toMatchObject({ state: 'to-be-monitored' });
  expect(later.items.filter(({ dueOn }) => dueOn === '2022-06-03').length).toBeGreaterThan(0);
  expect((await client.warnings.summary({})).overdue).toBeGreaterThan(0);
  expect(await refusalOf(client.warnings.reopen({ ...warning, requestId: requestId(), reason: '再看一次' }))).toBe(
    'warnings.superseded',
  );
  await db.bulk(ACTOR, async (tx) => {
    // As if the rules that hit now had not been there when it was checked.
    await tx.run(sql`update warnings set checked_rules = '{}', rules = '{}' where id = ${same?.id ?? 0}`);
    return { result: undefined, audit: [] };
  });
  await rescreenTouched(
    db,
    ACTOR,
    `select id as household_id, village_code from households where id = ${warning.householdId}`,
  );
  const again = await client.warnings.get(same ?? warning);
  expect(again.state).toBe('open');
  expect((await client.warnings.list({ state: 'open' })).total).toBe((await client.warnings.summary({})).open);
  expect(again.rules).toEqual(warning.rules);
});

test('counts kept up by a file equal counts made anew, also when households move, leave and change', async () => {
  const { db } = server.shouwang;
  const counts = () =>
    db.bulkRead((tx) =>
      tx.rows(sql`select * from screening_counts where as_of = '2022-06-01'
        and households + red + orange + yellow + data > 0 order by village_code`),
    );
  await db.bulk(ACTOR, async (tx) => {
    await tx.run(sql`update households h set village_code = (select min(o.village_code) from households o where o.county_code = h.county_code)
      where id % 5 = 0`);
    await tx.run(sql`update households set valid_to = '2022-05-01' where id % 7 = 0`);
    await tx.run(sql`update household_incomes set wage_fen = 0 where household_id % 3 = 0`);
    return { result: undefined, audit: [] };
  });
  await rescreenTouched(
    db,
    ACTOR,
    'select id as household_id, village_code from households where id % 5 = 0 or id % 7 = 0 or id % 3 = 0',
  );
  const kept = await counts();
  await screen(db, ACTOR, '2022-06-01');
  expect(await counts()).toEqual(kept);
});
