// Villages are merged, renamed and get other codes: what lives goes along, days of the past stay, old codes in files are understood.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, type TestServer } from '../../test/harness.ts';
import {
  ACTOR,
  AS_OF,
  COUNTY,
  openScreenedRegion,
  REGION,
  requestId,
  type ScreenedRegion,
} from '../../test/screened-region.ts';
import { loadBatch } from '../modules/feeds/server/index.ts';
import { importRegistry } from '../modules/registry-import/server/index.ts';
import { screen } from '../modules/warnings/server/index.ts';
import { importRegionsOf } from './import-regions.ts';
import { openShouwang } from './open-shouwang.ts';

const DAY = '2026-01-15';
const DOCUMENT = '商政发〔2026〕3号';

let region: ScreenedRegion;
let server: TestServer;
let folder: string;
/** Two villages of a township with open warnings; what `into` is called changes from test to test. */
let from: number;
let into: number;

beforeAll(async () => {
  region = await openScreenedRegion();
  server = region.server;
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-regions-'));
  const rows = await query<{ township: number; villages: number[] }>(sql`
    select village_code / 1000 as township, array_agg(distinct village_code order by village_code) as villages from warnings
    where active and state = 'open' and village_code / 1000000 = 150923 group by 1 having count(distinct village_code) >= 2 order by 1 limit 1`);
  [from = 0, into = 0] = rows[0]?.villages ?? [];
});

afterAll(async () => {
  await region.close();
  await rm(folder, { recursive: true, force: true });
});

function query<T>(
  fragment: Parameters<Parameters<Parameters<TestServer['shouwang']['db']['bulkRead']>[0]>[0]['rows']>[0],
) {
  return server.shouwang.db.bulkRead((tx) => tx.rows(fragment)) as Promise<T[]>;
}

async function importFolder(files: Record<string, string>) {
  const at = await mkdtemp(path.join(folder, 'in-'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(at, name), text);
  return importRegionsOf(server.shouwang.db, ACTOR, at);
}

/** Opens the product again on the same database, as a start does. */
async function restart(): Promise<void> {
  const dataFolder = await mkdtemp(path.join(folder, 'data-'));
  const again = await openShouwang({
    SHOUWANG_DATA: dataFolder,
    SHOUWANG_KEY_FILE: path.join(server.shouwang.dataFolder, '..', 'keys.json'),
    DATABASE_URL: server.shouwang.url,
  });
  await again.close();
}

/** As a new version of the program would: its list of regions is not the one loaded before. */
async function startNewVersion(): Promise<void> {
  await server.shouwang.db.bulk(ACTOR, async (tx) => {
    await tx.run(sql`update settings set value = '"another"' where key = 'regions.sha256'`);
    return { result: undefined, audit: [] };
  });
  await restart();
}

const regionOf = async (code: number) =>
  (
    await query<{ name: string; isOpen: boolean; successorCode: number | null }>(
      sql`select name, valid_to is null as is_open, successor_code from regions where code = ${code}`,
    )
  )[0];

const countsOf = (asOf: string) =>
  query<{ villageCode: number }>(sql`select * from screening_counts where as_of = ${asOf}::date order by village_code`);

test('a folder with regions.csv alone is imported, and what it says stays through starts and new versions', async () => {
  const township = Math.floor(from / 1000) * 1000;
  const added = township + 990;
  const { regions } = await importFolder({
    'regions.csv': `code,parent_code,level,name,kind\n${added},${township},village,新合并村民委员会,village\n`,
  });
  expect(regions).toMatchObject({ regions: 1, changed: 1, closed: 0 });
  expect(await regionOf(added)).toMatchObject({ name: '新合并村', isOpen: true });
  await restart();
  expect(await regionOf(added)).toMatchObject({ isOpen: true });
  await startNewVersion();
  expect(await regionOf(added)).toMatchObject({ name: '新合并村', isOpen: true });
});

test('a village closed or renamed by an imported list is not brought back by a new version', async () => {
  const user = await server.as({ role: 'administrator', areaCode: REGION });
  const township = Math.floor(from / 1000) * 1000;
  const code = township + 991;
  await importFolder({ 'regions.csv': `code,parent_code,level,name\n${code},${township},village,临时村委会\n` });
  const before = await regionOf(into);
  const change = { kind: 'rename' as const, oldCode: into, newCode: into, effectiveOn: DAY, document: DOCUMENT };
  await user.client.regions.applyChanges({
    requestId: requestId(),
    changes: [{ ...change, newName: '团结新村民委员会' }],
  });
  await startNewVersion();
  expect(await regionOf(into)).toMatchObject({ name: '团结新村', isOpen: true });
  const { items } = await user.client.regions.changes({ area: COUNTY });
  expect(items[0]).toMatchObject({ kind: 'rename', oldName: before?.name, newName: '团结新村', document: DOCUMENT });
  expect(await user.client.regions.search({ text: 'tuanjiexin', within: COUNTY })).toMatchObject([{ code: into }]);
});

test('a merger: the preview counts, households go along, an old day keeps its counts, a new day has them together', async () => {
  const { db } = server.shouwang;
  await screen(db, ACTOR, '2022-06-30');
  const officer = await server.as({ role: 'region-officer', areaCode: REGION });
  const worker = await server.as({ role: 'village-worker', areaCode: into });
  const oldWorker = await server.as({ role: 'village-worker', areaCode: from });
  const pastDay = await countsOf(AS_OF);
  const newest = await countsOf('2022-06-30');
  const households = async (code: number) =>
    (
      await query<{ n: number }>(
        sql`select count(*)::int as n from households where village_code = ${code} and valid_to is null`,
      )
    )[0]?.n ?? 0;
  const [ofOld, ofNew] = [await households(from), await households(into)];
  const changes = [{ kind: 'merge' as const, oldCode: from, newCode: into, effectiveOn: DAY, document: DOCUMENT }];
  const [preview] = await officer.client.regions.previewChanges({ changes });
  expect(preview).toMatchObject({ households: ofOld, accounts: 1 });
  expect(preview?.warnings).toBeGreaterThan(0);
  expect(await households(from)).toBe(ofOld);

  const asked = { requestId: requestId(), changes };
  const done = await officer.client.regions.applyChanges(asked);
  expect(done).toMatchObject({ changes: 1, moved: { households: ofOld, warnings: preview?.warnings } });
  expect(await officer.client.regions.applyChanges(asked)).toEqual(done);
  await server.jobDone('households.events');

  expect([await households(from), await households(into)]).toEqual([0, ofOld + ofNew]);
  expect(await countsOf(AS_OF)).toEqual(pastDay);
  const sum = (rows: object[]) =>
    rows.reduce((total, row) => total + ((row as { households: number }).households ?? 0), 0);
  const after = await countsOf('2022-06-30');
  expect(sum(after)).toBe(sum(newest));
  expect(after.find(({ villageCode }) => villageCode === into)).toMatchObject({ households: ofOld + ofNew });

  // The people of either village now see the village of today, with its open warnings; nobody else sees more.
  for (const user of [worker, oldWorker]) {
    const me = await user.client.accounts.me();
    expect(me.region.code).toBe(into);
    expect((await user.client.households.list({ limit: 200 })).total).toBe(ofOld + ofNew);
  }
  const open = await query<{ n: number }>(
    sql`select count(*)::int as n from warnings where as_of = '2022-06-30' and active and village_code = ${from}`,
  );
  expect(open).toEqual([{ n: 0 }]);
  const [moved] = await query<{ countyCode: number; householdId: number }>(
    sql`select county_code, household_id from household_events where kind = 'region-change' order by id limit 1`,
  );
  const page = await worker.client.households.get({ countyCode: moved?.countyCode ?? 0, id: moved?.householdId ?? 0 });
  expect(page.events[0]).toMatchObject({ kind: 'region-change', onDate: DAY, note: DOCUMENT });
  expect(page.versions.length).toBeGreaterThan(0);

  const { items } = await officer.client.regions.changes({ area: into });
  expect(items[0]).toMatchObject({
    kind: 'merge',
    oldCode: from,
    newCode: into,
    effectiveOn: DAY,
    counts: { households: ofOld },
  });
  expect(await regionOf(from)).toMatchObject({ isOpen: false, successorCode: into });
  await startNewVersion();
  expect(await regionOf(from)).toMatchObject({ isOpen: false, successorCode: into });
});

test('an old code in files finds the village of today', async () => {
  const { db, keys } = server.shouwang;
  const at = path.join(folder, 'old-codes');
  await mkdir(at);
  const households = path.join(at, 'households.csv');
  await writeFile(
    households,
    `户编号,嘎查村代码,户类型,监测对象类别,风险是否已消除,联系电话,收入年度,工资性收入,生产经营性收入,财产性收入,转移性收入,生产经营性支出,理赔收入,合规自付支出,上年纯收入\n998000000001,${from},脱贫户,,,,2021,12000.00,3000.00,0.00,1200.00,800.00,0.00,0.00,14000.00\n`,
  );
  const imported = await importRegistry(db, keys, ACTOR, { households: { path: households, name: 'households.csv' } });
  expect(imported.households).toMatchObject({ refused: 0 });
  expect(await query(sql`select village_code from households where number = '998000000001'`)).toEqual([
    { villageCode: into },
  ]);
  const water = path.join(at, 'water.csv');
  await writeFile(water, `嘎查村代码,停水开始日期,停水结束日期\n${from},2022-06-01,2022-06-29\n`);
  const loaded = await loadBatch(db, keys, ACTOR, { dataset: 'water-outage', path: water, fileName: 'water.csv' });
  expect(loaded).toMatchObject({ rows: 1, quarantined: 0 });
  expect(await query(sql`select village_code from feed_water_outage where batch_id = ${loaded.batchId}`)).toEqual([
    { villageCode: into },
  ]);
});

test('rows of a village before it was merged count for the village of today', async () => {
  const { db } = server.shouwang;
  const rows = await query<{ villageCode: number }>(
    sql`select village_code from feed_water_outage where village_code = ${from}`,
  );
  await screen(db, ACTOR, '2022-06-30');
  const days = await query<{ days: number }>(
    sql`select distinct water_outage_days as days from facts where as_of = '2022-06-30' and village_code = ${into}`,
  );
  expect(days).toHaveLength(1);
  expect(days[0]?.days).toBeGreaterThanOrEqual(29);
  expect(rows.every(({ villageCode }) => villageCode === from)).toBe(true);
});

test('a file: a code change with a chain, once; a second time it changes nothing', async () => {
  const township = Math.floor(into / 1000) * 1000;
  const [first, second] = [township + 995, township + 996];
  const name = (await regionOf(into))?.name;
  const text = `原代码,新代码,变更类型,生效日期,文件依据\n${into},${first},代码变更,2026-02-01,"统计局通知,第二批"\n${first},${second},代码变更,2026/3/1,统计局通知\n`;
  const households = await query(
    sql`select count(*)::int as n from households where village_code = ${into} and valid_to is null`,
  );
  const imported = await importFolder({ 'region-changes.csv': text });
  expect(imported.changed).toMatchObject({ changes: 2 });
  expect(await regionOf(from)).toMatchObject({ successorCode: second });
  expect(await regionOf(into)).toMatchObject({ isOpen: false, successorCode: second });
  expect(await regionOf(second)).toMatchObject({ name, isOpen: true });
  expect(
    await query(sql`select count(*)::int as n from households where village_code = ${second} and valid_to is null`),
  ).toEqual(households);
  expect((await importFolder({ 'region-changes.csv': text })).changed).toMatchObject({ changes: 0 });
  into = second;
});

test('a split leaves the households where they are, under a code that goes on', async () => {
  const officer = await server.as({ role: 'region-officer', areaCode: REGION });
  const half = Math.floor(into / 1000) * 1000 + 997;
  const before = await query(sql`select count(*)::int as n from households where village_code = ${into}`);
  const change = { kind: 'split' as const, oldCode: into, newCode: half, effectiveOn: DAY, document: DOCUMENT };
  await officer.client.regions.applyChanges({ requestId: requestId(), changes: [{ ...change, newName: '东半村' }] });
  expect(await query(sql`select count(*)::int as n from households where village_code = ${into}`)).toEqual(before);
  expect(await regionOf(into)).toMatchObject({ isOpen: true, successorCode: null });
  expect(await regionOf(half)).toMatchObject({ name: '东半村', isOpen: true });
});

test('what cannot be changed is refused with a sentence, and nothing is changed', async () => {
  const officer = await server.as({ role: 'region-officer', areaCode: REGION });
  const above = await server.as({ role: 'region-officer', areaCode: 150900000000 });
  const [foreign] = await query<{ code: number }>(
    sql`select code from regions where level = 'village' and code between 152222000000 and 152222999999 and valid_to is null order by code limit 1`,
  );
  const base = { kind: 'merge' as const, oldCode: into, newCode: into, effectiveOn: DAY, document: DOCUMENT };
  const township = Math.floor(into / 1000) * 1000;
  const [other] = await query<{ code: number }>(
    sql`select code from regions where level = 'township' and code <> ${township} and code between 150923000001 and 150923999999 and valid_to is null order by code limit 1`,
  );
  const refused: [object, string][] = [
    [{ newCode: from }, 'regions.change-into-ended'],
    [{ oldCode: from }, 'regions.change-ended'],
    [{}, 'regions.change-same-code'],
    [{ newCode: foreign?.code }, 'regions.change-other-county'],
    [{ newCode: township }, 'regions.change-other-level'],
    [{ effectiveOn: '2099-01-01' }, 'regions.change-in-future'],
    [{ newCode: 150923999999 }, 'regions.not-found'],
    [{ kind: 'rename' }, 'regions.change-needs-name'],
    [{ oldCode: COUNTY, newCode: COUNTY }, 'regions.change-level'],
    [{ oldCode: township, newCode: other?.code }, 'regions.villages-left'],
  ];
  for (const [given, code] of refused) {
    const changes = [{ ...base, ...given }];
    expect([given, await refusalOf(officer.client.regions.applyChanges({ requestId: requestId(), changes }))]).toEqual([
      given,
      code,
    ]);
  }
  const outside = [{ ...base, oldCode: foreign?.code ?? 0, newCode: (foreign?.code ?? 0) + 1 }];
  expect(await refusalOf(above.client.regions.applyChanges({ requestId: requestId(), changes: outside }))).toBe(
    'regions.not-found',
  );
  expect(await regionOf(into)).toMatchObject({ isOpen: true });
});

test('a line of a file that is no change is named', async () => {
  const bad = `原代码,新代码,变更类型,生效日期,文件依据\n${into},15092310,撤并,${DAY},文件\n`;
  await expect(importFolder({ 'region-changes.csv': bad })).rejects.toThrow('第 2 行的“新代码”');
});
