// What happens to a batch besides being loaded: repeated requests, cancel, a stop in between, undo of a first serial number,
// and the file of matches.

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import {
  COUNTY,
  openScreenedRegion,
  REGION,
  requestId,
  type ScreenedRegion,
} from '../../../../test/screened-region.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { ensureFeedTables, resumeJobs, sweepKeptFiles } from './index.ts';

let region: ScreenedRegion;
let server: TestServer;
let user: TestUser;
let village: number;

beforeAll(async () => {
  region = await openScreenedRegion();
  server = region.server;
  user = await server.as({ role: 'region-officer', areaCode: REGION });
  const [row] = await query<{ villageCode: number }>(
    sql`select village_code from households where county_code = 150923 limit 1`,
  );
  village = row?.villageCode ?? 0;
});
afterAll(() => region.close());

function query<T>(fragment: ReturnType<typeof sql<T>>): Promise<T[]> {
  return server.shouwang.db.bulkRead((tx) => tx.rows(fragment));
}

/** A file of one line for each record, under the dataset's own header. */
async function fileOf(dataset: string, records: Record<string, string>[]): Promise<string> {
  const found = (await user.client.feeds.datasets()).find(({ code }) => code === dataset);
  const titles = found?.exampleHeader ?? [];
  return [titles, ...records.map((record) => titles.map((title) => record[title] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

async function handIn(dataset: string, content: string, id = requestId()) {
  const fileId = await user.upload(`${dataset}.csv`, content);
  const made = await user.client.feeds.createBatch({ requestId: id, fileId, dataset });
  await server.jobDone(`feeds.batch:${made.id}`);
  // Bills of nobody known are held.
  if ((await user.client.feeds.batch({ id: made.id })).state === 'held') {
    await user.client.feeds.confirmBatch({ requestId: requestId(), id: made.id, reason: '少量数据,已核对' });
    await server.jobDone(`feeds.batch:${made.id}`);
  }
  return { ...made, fileId };
}

const outage = (day: string) => ({ 嘎查村代码: String(village), 开始日期: day, 结束日期: day });

async function keptFiles(): Promise<string[]> {
  return readdir(path.join(server.shouwang.dataFolder, 'batches')).catch(() => []);
}

it('the same request again answers the same batch, and no file with ID numbers stays behind', async () => {
  const id = requestId();
  const first = await handIn('water-outage', await fileOf('water-outage', [outage('2021-01-01')]), id);
  const { id: again } = await user.client.feeds.createBatch({
    requestId: id,
    fileId: first.fileId,
    dataset: 'water-outage',
  });
  expect(again).toBe(first.id);
  await server.jobDone(`feeds.batch:${first.id}`);
  expect(await keptFiles()).toEqual([]);
  const rows = await query<{ n: number }>(
    sql`select count(*)::int as n from feed_water_outage where batch_id = ${first.id}`,
  );
  expect(rows).toEqual([{ n: 1 }]);
  const late = user.client.feeds.createBatch({ requestId: requestId(), fileId: first.fileId, dataset: 'water-outage' });
  expect(await refusalOf(late)).toBe('uploads.not-found');
});

it('a batch that waits can be cancelled, and leaves nothing', async () => {
  let letGo = () => {};
  server.api.services.jobs.start('test.busy', () => new Promise((resolve) => (letGo = resolve)));
  const fileId = await user.upload('等候.csv', await fileOf('water-outage', [outage('2021-01-02')]));
  const { id } = await user.client.feeds.createBatch({ requestId: requestId(), fileId, dataset: 'water-outage' });
  expect((await user.client.feeds.batch({ id })).state).toBe('queued');
  const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  expect(await refusalOf(county.client.feeds.cancelBatch({ requestId: requestId(), id }))).toBe('feeds.batch-not-own');
  await user.client.feeds.cancelBatch({ requestId: requestId(), id });
  letGo();
  await server.jobDone(`feeds.batch:${id}`);
  expect((await user.client.feeds.batch({ id })).state).toBe('cancelled');
  expect(await keptFiles()).toEqual([]);
  expect(await refusalOf(user.client.feeds.cancelBatch({ requestId: requestId(), id }))).toBe('feeds.not-under-way');
});

it('what a stop interrupted is done at the next start', async () => {
  const { db, dataFolder } = server.shouwang;
  const undoing = await handIn('water-outage', await fileOf('water-outage', [outage('2021-01-03')]));
  await mkdir(path.join(dataFolder, 'batches'), { recursive: true });
  await writeFile(path.join(dataFolder, 'batches', 'waiting'), await fileOf('water-outage', [outage('2021-01-04')]));
  await writeFile(path.join(dataFolder, 'batches', 'nobodys'), '');
  const id = await db.bulk(systemActor('test'), async (tx) => {
    await tx.run(sql`update feed_batches set state = 'undoing' where id = ${undoing.id}`);
    const row = await tx.first(sql<{ id: number }>`
      insert into feed_batches (dataset, department, file_name, sha256, byte_size, kept_file, region_code, account_id, account_name, state)
      values ('water-outage', 'shuili', '中断.csv', '', 0, 'waiting', ${REGION}, 1, '张三', 'loading') returning id`);
    return { result: row?.id ?? 0, audit: [] };
  });
  const touched: string[] = [];
  await sweepKeptFiles(server.api.services, db);
  await resumeJobs(server.api.services, db, {
    onTouched: async (_db, _actor, select) => touched.push(select),
    onNamed: async () => undefined,
    holdLimits: async () => ({ refused: 10_000, unmatched: 10_000 }),
  });
  await server.jobDone(`feeds.batch:${id}`);
  await server.jobDone(`feeds.batch:${undoing.id}`);
  await server.jobDone('feeds.rescreen');
  expect((await user.client.feeds.batch({ id })).state).toBe('loaded');
  expect((await user.client.feeds.batch({ id: undoing.id })).state).toBe('undone');
  expect(touched).toHaveLength(2);
  expect(await keptFiles()).toEqual([]);
});

it('when the first of a serial number is undone, the next one counts', async () => {
  const bill = { 结算流水号: 'LATER-1', 总费用: '200', 结算日期: '2022-05-03' };
  const first = await handIn('medical-settlement', await fileOf('medical-settlement', [{ ...bill, 合规自付: '100' }]));
  const rest = [bill, bill].map((each, i) => ({ ...each, 合规自付: String(120 + i) }));
  const second = await handIn('medical-settlement', await fileOf('medical-settlement', rest));
  const counting = () =>
    query<{ batchId: number; line: number }>(
      sql`select batch_id, line from feed_medical_settlement where serial_number = 'LATER-1' and counts`,
    );
  expect(await counting()).toEqual([{ batchId: first.id, line: 2 }]);
  await user.client.feeds.undoBatch({ requestId: requestId(), id: first.id, reason: '金额有误' });
  await server.jobDone(`feeds.batch:${first.id}`);
  expect(await counting()).toEqual([{ batchId: second.id, line: 2 }]);
  // The file may come in again; now it is the later one.
  const content = await fileOf('medical-settlement', [{ ...bill, 合规自付: '100' }]);
  const again = await handIn('medical-settlement', content);
  expect(again.alreadyLoaded).toBe(false);
  expect(await counting()).toEqual([{ batchId: second.id, line: 2 }]);
});

it('the file of matches has every line with its method, for the one who handed it in', async () => {
  const bill = { 结算流水号: 'MATCH-1', 姓名: '无此人', 总费用: '1', 合规自付: '1', 结算日期: '2022-05-03' };
  const { id } = await handIn('medical-settlement', await fileOf('medical-settlement', [bill]));
  const answer = await user.get(`/feeds/batches/${id}/matches.csv`);
  expect((await answer.text()).replace(/^\ufeff/, '')).toBe('行号,匹配方式,人编号\n2,证件号码无法识别,\n');
  const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  expect((await county.get(`/feeds/batches/${id}/matches.csv`)).status).toBe(403);
  const village_ = await server.as({ role: 'village-worker', areaCode: village });
  expect((await village_.get(`/feeds/batches/${id}/quarantine.csv`)).status).toBe(403);
  const entries = await query<{ operation: string }>(
    sql`select operation from audit_entries where operation = 'feeds.download-matches' and subject_id = ${String(id)}`,
  );
  expect(entries).toHaveLength(1);
});

it('a row whose ID is a mere 0 speaks for itself alone, and a repeated decision changes nothing', async () => {
  const [twin] = await query<{ name: string; villageCode: number }>(sql`
    select name, village_code from persons group by name, village_code having count(*) = 2 limit 1`);
  const record = {
    户主证件号码: '0',
    户主姓名: twin?.name ?? '',
    嘎查村代码: String(twin?.villageCode),
    鉴定等级: 'A',
    鉴定日期: '2020-05-05',
  };
  const { id } = await handIn('housing-inspection', await fileOf('housing-inspection', [record, record]));
  const place = { batchId: id, line: 2 };
  const { candidates, remembered } = await user.client.feeds.reviewRow(place);
  expect(remembered).toBe(false);
  const decision = { requestId: requestId(), ...place, personId: candidates[0]?.personId };
  expect(await user.client.feeds.decideMatch(decision)).toEqual({ rows: 1 });
  expect(await user.client.feeds.decideMatch(decision)).toEqual({ rows: 1 });
  const methods = await query<{ line: number; method: string }>(
    sql`select line, method from feed_housing_inspection where batch_id = ${id} order by line`,
  );
  expect(methods).toEqual([
    { line: 2, method: 'decided' },
    { line: 3, method: 'ambiguous' },
  ]);
});

it('tables made before serial numbers had a stored hash get it, and their index', async () => {
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => {
    await tx.script(`
      alter table feed_medical_settlement drop column serial_hash;
      create index feed_medical_settlement_serial on feed_medical_settlement ((hashtextextended(serial_number, 0)))`);
    await ensureFeedTables(tx);
    return { result: undefined, audit: [] };
  });
  const [rows] = await query<{ n: number; right: number }>(sql`
    select count(*)::int as n, (count(*) filter (where serial_hash = hashtext(serial_number)))::int as right
    from feed_medical_settlement`);
  expect(rows?.n).toBeGreaterThan(0);
  expect(rows?.right).toBe(rows?.n);
  const indexes = await query<{ definition: string }>(
    sql`select pg_get_indexdef('feed_medical_settlement_serial'::regclass) as definition`,
  );
  expect(indexes[0]?.definition).toContain('(serial_hash)');
});
