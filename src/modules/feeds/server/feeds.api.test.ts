// Handing in, quarantine, undo, review and rates over HTTP, on a small screened region.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import {
  ACTOR,
  COUNTY,
  OTHER,
  openScreenedRegion,
  REGION,
  requestId,
  type ScreenedRegion,
} from '../../../../test/screened-region.ts';
import { checkCharacter } from '../../../kernel/id-number.ts';
import { importRegistry } from '../../registry-import/server/index.ts';
import { exportQuarantine } from './index.ts';

let region: ScreenedRegion;
let server: TestServer;
let village: number;

beforeAll(async () => {
  region = await openScreenedRegion();
  server = region.server;
  const row = await query<{ villageCode: number }>(
    sql`select village_code from households where county_code = 150923 limit 1`,
  );
  village = row[0]?.villageCode ?? 0;
});
afterAll(() => region.close());

function query<T>(fragment: ReturnType<typeof sql<T>>): Promise<T[]> {
  return server.shouwang.db.bulkRead((tx) => tx.rows(fragment));
}

const regionOfficer = () => server.as({ role: 'region-officer', areaCode: REGION });
const countyOfficer = () => server.as({ role: 'county-officer', areaCode: COUNTY });
const dataOfficer = () => server.as({ role: 'data-officer', areaCode: REGION, department: 'shuili' });

/** Hands a file in and waits until it is loaded and its households are screened again. */
async function handIn(user: Awaited<ReturnType<typeof regionOfficer>>, dataset: string, name: string, content: string) {
  const fileId = await user.upload(name, content);
  const made = await user.client.feeds.createBatch({ requestId: requestId(), fileId, dataset });
  await server.jobDone(`feeds.batch:${made.id}`);
  // What is held, and when, is another file's matter (intake/).
  if ((await user.client.feeds.batch({ id: made.id })).state === 'held') {
    await user.client.feeds.confirmBatch({ requestId: requestId(), id: made.id, reason: '少量数据,已核对' });
    await server.jobDone(`feeds.batch:${made.id}`);
  }
  return made;
}

const OUTAGE_HEADER = '嘎查村代码,停水日期,恢复日期,供水工程';

describe('handing in', () => {
  it('tells a data officer the datasets of its own department only, and how their columns look', async () => {
    const { client } = await dataOfficer();
    const datasets = await client.feeds.datasets();
    expect(datasets.map(({ code }) => code)).toEqual(['water-outage']);
    expect(datasets[0]?.columns.find(({ title }) => title === '嘎查村代码')?.form).toBe('12 位嘎查村代码');
    const all = await (await regionOfficer()).client.feeds.datasets();
    expect(all).toHaveLength(10);
  });

  it('loads good rows, keeps bad ones with place and reason, and gives them back as they were sent', async () => {
    const user = await dataOfficer();
    const [header = ''] = [await headerOf(user, 'water-outage')];
    const cells = (values: Record<string, string>) =>
      header
        .split(',')
        .map((title) => values[title] ?? '')
        .join(',');
    const good = { 嘎查村代码: String(village), 开始日期: '2022-05-02', 结束日期: '2022-05-20' };
    const rows = [good, { ...good, 开始日期: '2022-02-30' }, { ...good, 嘎查村代码: '110101001001' }];
    const { id, alreadyLoaded } = await handIn(
      user,
      'water-outage',
      '停水.csv',
      `${header}\n${rows.map(cells).join('\n')}\n`,
    );
    expect(alreadyLoaded).toBe(false);
    const batch = await user.client.feeds.batch({ id });
    expect(batch).toMatchObject({
      state: 'loaded',
      counts: { rows: 3, quarantined: 2 },
      own: true,
      department: 'shuili',
    });
    const { items } = await user.client.feeds.quarantine({ id });
    expect(items.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'bad-date'],
      [4, 'bad-village'],
    ]);
    expect(items[0]?.sentence).toContain('“2022-02-30”');
    const file = await (await user.get(`/feeds/batches/${id}/quarantine.csv`)).text();
    const lines = file
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split(/\r?\n/);
    expect(lines[0]).toBe(`${header},文件,行号,隔离原因`); // the dataset has a 原因 of its own
    expect(lines[1]).toContain('2022-02-30');
    expect(lines[1]).toContain('第 3 行');
    expect(lines).toHaveLength(3);
  });

  it('keeps an ID in a shifted column sealed, and exports it as it came', async () => {
    const user = await regionOfficer();
    const id = '152624197601120326';
    const header = '户主证件号码,户主姓名,嘎查村代码,鉴定等级,鉴定日期';
    const made = await handIn(user, 'housing-inspection', '错列.csv', `${header}\n,萨娜,,C,${id}\n`);
    const [kept] = await query(sql<{ value: string; reason: string }>`
      select value, reason from quarantined_rows where batch_id = ${made.id}`);
    expect(kept).toEqual({ value: '**************0326', reason: 'bad-date' });
    const exported = new PassThrough();
    const text = exported.toArray();
    const { db, keys } = server.shouwang;
    await db.bulkRead((tx) => exportQuarantine(tx, keys, exported));
    exported.end();
    expect(Buffer.concat(await text).toString()).toContain(`错列.csv,2,鉴定日期,${id},bad-date`);
  });

  it('knows the same file again, and refuses the dataset of another department', async () => {
    const user = await dataOfficer();
    const header = await headerOf(user, 'water-outage');
    const content = `${header}\n${village},2022-05-01,2022-05-03${','.repeat(header.split(',').length - 3)}\n`;
    const first = await handIn(user, 'water-outage', 'a.csv', content);
    const again = await handIn(user, 'water-outage', 'b.csv', content);
    expect(again).toEqual({ id: first.id, alreadyLoaded: true });
    const fileId = await user.upload('c.csv', content);
    const other = user.client.feeds.createBatch({ requestId: requestId(), fileId, dataset: 'death-register' });
    expect(await refusalOf(other)).toBe('feeds.other-department');
  });

  it('a file that is no table ends as failed, in words', async () => {
    const user = await dataOfficer();
    const { id } = await handIn(user, 'water-outage', 'x.csv', '一,二\n1,2\n');
    const batch = await user.client.feeds.batch({ id });
    expect(batch.state).toBe('failed');
    expect(batch.problem).toContain('嘎查村代码');
  });

  it('a county hands in rows of its own villages only', async () => {
    const user = await countyOfficer();
    const header = await headerOf(user, 'water-outage');
    const [foreign] = await query<{ code: number }>(sql`
      select code from regions where level = 'village' and code between ${OTHER} and ${OTHER + 999_999} limit 1`);
    const rest = ','.repeat(header.split(',').length - 3);
    const content = `${header}\n${village},2022-04-01,2022-04-03${rest}\n${foreign?.code},2022-04-01,2022-04-03${rest}\n`;
    const { id } = await handIn(user, 'water-outage', '县.csv', content);
    expect((await user.client.feeds.batch({ id })).counts).toMatchObject({ rows: 2, quarantined: 1 });
    const sibling = await server.as({ role: 'county-officer', areaCode: OTHER });
    expect(await refusalOf(sibling.client.feeds.batch({ id }))).toBe('feeds.no-batch');
  });
});

async function headerOf(user: Awaited<ReturnType<typeof regionOfficer>>, dataset: string): Promise<string> {
  const found = (await user.client.feeds.datasets()).find(({ code }) => code === dataset);
  return found?.exampleHeader.join(',') ?? OUTAGE_HEADER;
}

describe('undo', () => {
  it('takes a batch back: its rows are gone and its households are screened as before', async () => {
    const user = await regionOfficer();
    const before = await warned();
    const [focus] = await query<{ villageCode: number }>(sql`
      select village_code from households h where kind = 'lifted' and not exists (
        select from warnings w where w.household_id = h.id and w.active) limit 1`);
    const header = await headerOf(user, 'water-outage');
    const rest = ','.repeat(header.split(',').length - 3);
    const content = `${header}\n${focus?.villageCode},2022-05-01,2022-05-31${rest}\n`;
    const { id } = await handIn(user, 'water-outage', '停水多日.csv', content);
    expect(await warned()).not.toEqual(before);
    await user.client.feeds.undoBatch({ requestId: requestId(), id, reason: '报错了村' });
    await server.jobDone(`feeds.batch:${id}`);
    expect((await user.client.feeds.batch({ id })).state).toBe('undone');
    expect(await warned()).toEqual(before);
    expect(await query(sql`select 1 from feed_water_outage where batch_id = ${id}`)).toEqual([]);
    const twice = user.client.feeds.undoBatch({ requestId: requestId(), id, reason: '再次撤销' });
    expect(await refusalOf(twice)).toBe('feeds.not-loaded');
  });
});

function warned() {
  return query(sql`select household_id, rules from warnings where active order by household_id`);
}

describe('review', () => {
  it('shows an ambiguous row beside its candidates, remembers the decision, and screens again', async () => {
    const user = await regionOfficer();
    const [twin] = await query<{ name: string; villageCode: number }>(sql`
      select name, village_code from persons group by name, village_code having count(*) = 2 limit 1`);
    expect(twin).toBeDefined();
    const titles = (await headerOf(user, 'housing-inspection')).split(',');
    const values: Record<string, string> = {
      户主姓名: twin?.name ?? '',
      嘎查村代码: String(twin?.villageCode),
      鉴定等级: 'D',
      鉴定日期: '2022-05-05',
    };
    const line = titles.map((title) => values[title] ?? '').join(',');
    const { id } = await handIn(user, 'housing-inspection', '鉴定.csv', `${titles.join(',')}\n${line}\n`);
    const { items } = await user.client.feeds.review({});
    const place = { batchId: id, line: 2 };
    expect(items.find(({ batchId }) => batchId === id)).toMatchObject({ ...place, candidateCount: 2 });
    const detail = await user.client.feeds.reviewRow(place);
    expect(detail.candidates).toHaveLength(2);
    expect(detail.row.fields).toContainEqual({ title: '鉴定等级', value: 'D' });
    expect(JSON.stringify(detail)).not.toMatch(/\d{17}[\dX]/);

    const elsewhere = await server.as({ role: 'county-officer', areaCode: 152921000000 });
    expect(await refusalOf(elsewhere.client.feeds.reviewRow(place))).toBe('feeds.no-review-row');
    const decide = (user_ = user, personId = detail.candidates[0]?.personId) =>
      user_.client.feeds.decideMatch({ requestId: requestId(), ...place, personId });
    expect(await refusalOf(decide(elsewhere))).toBe('feeds.no-review-row');
    expect(await refusalOf(decide(user, 1_000_000))).toBe('feeds.not-a-candidate');

    expect(await decide()).toEqual({ rows: 1 });
    expect(await refusalOf(decide())).toBe('feeds.already-decided');
    await server.jobDone('feeds.rescreen');
    expect((await user.client.feeds.batch({ id })).methods.filter(({ rows }) => rows > 0)).toMatchObject([
      { code: 'decided' },
    ]);
    const household = detail.candidates[0]?.householdId;
    const rules = await query<{ rules: string[] }>(
      sql`select rules from warnings where household_id = ${household} and active`,
    );
    expect(rules[0]?.rules).toContain('R03');
    expect((await user.client.feeds.review({})).items.some(({ batchId }) => batchId === id)).toBe(false);
  });

  it('a decision about an ID holds for later files', async () => {
    const user = await regionOfficer();
    // Two persons of the registry with one ID: every row with it is ambiguous until somebody decides.
    const ids = await twoPersonsWithOneId();
    const titles = (await headerOf(user, 'death-register')).split(',');
    const file = (day: string) => {
      const values: Record<string, string> = { 证件号码: ids.id, 姓名: ids.name };
      return `${titles.join(',')}\n${titles.map((title) => values[title] ?? (/日期/.test(title) ? day : '')).join(',')}\n`;
    };
    const first = await handIn(user, 'death-register', '死亡一.csv', file('2022-05-03'));
    const detail = await user.client.feeds.reviewRow({ batchId: first.id, line: 2 });
    expect(detail).toMatchObject({ remembered: true, candidates: [{ idRelation: 'same' }, { idRelation: 'same' }] });
    const personId = detail.candidates[1]?.personId;
    await user.client.feeds.decideMatch({ requestId: requestId(), batchId: first.id, line: 2, personId });
    const second = await handIn(user, 'death-register', '死亡二.csv', file('2022-05-04'));
    expect((await user.client.feeds.batch({ id: second.id })).methods).toMatchObject([{ code: 'decided', rows: 1 }]);
  });
});

/** Imports two households whose heads bear one (sound) ID number. */
async function twoPersonsWithOneId(): Promise<{ id: string; name: string }> {
  const id = '15092319800101001';
  const sound = `${id}${checkCharacter(id)}`;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-twins-'));
  const write = async (name: string, text: string) => {
    await writeFile(path.join(folder, name), text);
    return { path: path.join(folder, name), name };
  };
  const households = await write(
    'households.csv',
    `户编号,嘎查村代码,户类型\n900000000001,${village},一般农户\n900000000002,${village},一般农户\n`,
  );
  const members = await write(
    'members.csv',
    `人编号,户编号,姓名,证件号码,与户主关系\n90000000000101,900000000001,重号,${sound},户主\n90000000000201,900000000002,重号,${sound},户主\n`,
  );
  const { db, keys } = server.shouwang;
  const imported = await importRegistry(db, keys, ACTOR, { households, members });
  await rm(folder, { recursive: true });
  expect(imported.members).toMatchObject({ added: 2 });
  return { id: sound, name: '重号' };
}

describe('rates', () => {
  it('adds up the loaded batches per dataset', async () => {
    const rates = await (await regionOfficer()).client.feeds.rates({});
    expect(rates).toHaveLength(10);
    const medical = rates.find(({ dataset }) => dataset === 'medical-settlement');
    expect(medical?.persons).toBeGreaterThan(1000);
    expect((medical?.matched ?? 0) / (medical?.persons ?? 1)).toBeGreaterThan(0.9);
    expect(await (await dataOfficer()).client.feeds.rates({})).toHaveLength(1);
  });

  it('of a county tell batches from above apart from no data at all', async () => {
    const medical = (await (await countyOfficer()).client.feeds.rates({})).find(
      ({ dataset }) => dataset === 'medical-settlement',
    );
    expect(medical).toMatchObject({ batches: 0, rows: 0, persons: 0, matched: 0 });
    expect(medical?.above).toBeGreaterThan(0);
    expect((await (await regionOfficer()).client.feeds.rates({})).every(({ above }) => above === 0)).toBe(true);
  });
});
