// The import wizard over HTTP: columns recognised, a preview that changes nothing, the import, its result and its files.

import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import {
  COUNTY,
  householdsCsv,
  idNumber,
  membersCsv,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  OTHER_VILLAGE,
  type SmallHousehold,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { wronglyStoredIncomes } from '../../../../test/stored-income.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { importJobKey, resumeImports } from './import-jobs.ts';

const HOUSEHOLDS: SmallHousehold[] = Array.from({ length: 6 }, (_, i) => ({
  number: `15092330000${i}`,
  village: i === 5 ? OTHER_VILLAGE : i === 4 ? 150999999999 : VILLAGE,
  members: [{ name: `户主${'甲乙丙丁戊己'[i]}`, id: idNumber(19700101 + i, 100 + i), phone: '13900000000' }],
}));

let server: TestServer;
let user: TestUser;

beforeAll(async () => {
  server = await openTestServer();
  user = await server.as({ role: 'county-officer', areaCode: COUNTY });
});

afterAll(() => server.close());

const requestId = () => crypto.randomUUID();

async function uploadBoth(households = HOUSEHOLDS, by = user) {
  return {
    householdsFile: await by.upload('户.csv', householdsCsv(households)),
    membersFile: await by.upload('成员.csv', membersCsv(households)),
  };
}

async function preview(files: { householdsFile?: string; membersFile?: string }, by = user) {
  const { id } = await by.client.registryImport.previewImport({ ...files, requestId: requestId() });
  await server.jobDone(importJobKey(id));
  return by.client.registryImport.importStatus({ id });
}

async function start(id: number, by = user) {
  await by.client.registryImport.startImport({ id, requestId: requestId() });
  await server.jobDone(importJobKey(id));
  return by.client.registryImport.importStatus({ id });
}

async function householdCount(): Promise<number> {
  const row = await server.shouwang.db.bulkRead((tx) =>
    tx.first<{ n: number }>(sql`select count(*)::int as n from households`),
  );
  return row?.n ?? 0;
}

describe('recognising columns', () => {
  test('says which column is which and shows rows without sensitive values', async () => {
    const [households, members] = await user.client.registryImport.inspectImport(await uploadBoth());
    expect(households).toMatchObject({ table: 'households', name: '户.csv', encoding: 'utf-8', unknown: [] });
    expect(households?.columns[0]).toEqual({ title: '户编号', required: true, header: '户编号' });
    expect(households?.sample.rows).toHaveLength(6);
    const text = JSON.stringify(members);
    expect(text).toContain('户主甲');
    expect(text).not.toContain(idNumber(19700101, 100));
    expect(text).not.toContain('13900000000');
  });

  test('says what is missing and what is no table; the other file is still read', async () => {
    const id = idNumber(19700101, 100);
    const membersFile = await user.upload('成员.csv', `人编号,户编号,姓名,号码\n1,2,甲,${id}\n`);
    const householdsFile = await user.upload('户.pdf', '%PDF-1.7 nothing');
    const [households, members] = await user.client.registryImport.inspectImport({ householdsFile, membersFile });
    expect(households?.problem).toContain('PDF');
    expect(members?.problem).toContain('证件号码');
    expect(members?.sample).toMatchObject({ header: ['人编号', '户编号', '姓名', '号码'], rows: [{ line: 2 }] });
    expect(JSON.stringify(members)).not.toContain(id);
    expect(await refusalOf(user.client.registryImport.inspectImport({}))).toBe('households.import-needs-file');
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect(await refusalOf(other.client.registryImport.inspectImport({ membersFile }))).toBe('uploads.not-found');
  });
});

describe('preview and import', () => {
  test('the preview counts and changes nothing; the import does what was previewed', async () => {
    const before = await householdCount();
    const previewed = await preview(await uploadBoth());
    expect(previewed.state).toBe('previewed');
    expect(previewed.result).toMatchObject({
      households: { rows: 6, added: 4, refused: 2 },
      refusedByReason: { 'bad-village': 2 },
      issues: { 'no-household': 2 },
    });
    expect(previewed.result?.refusals.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [6, '嘎查村代码', 'bad-village'],
      [7, '嘎查村代码', 'bad-village'],
    ]);
    expect(await householdCount()).toBe(before);
    const done = await start(previewed.id);
    expect(done).toMatchObject({ state: 'done', files: ['户.csv', '成员.csv'], issueCount: 2 });
    expect(done.result?.households).toEqual(previewed.result?.households);
    expect(done.result?.refusals).toEqual(previewed.result?.refusals);
    expect(await householdCount()).toBe(before + 4);
    expect((await user.client.households.search({ text: 'hzj' })).items.length).toBeGreaterThan(0);
    expect(await refusalOf(user.client.registryImport.startImport({ id: done.id, requestId: requestId() }))).toBe(
      'households.import-not-ready',
    );
  });

  test('the same files again change nothing; a changed row is a version', async () => {
    const again = await start((await preview(await uploadBoth())).id);
    expect(again.result?.households).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
    const moved = HOUSEHOLDS.map((one, i) => (i === 0 ? { ...one, village: NEXT_VILLAGE, wage: '777' } : one));
    const changed = await start((await preview(await uploadBoth(moved))).id);
    expect(changed.result?.households).toMatchObject({ added: 0, changed: 1, unchanged: 3 });
    const [row] = (await user.client.households.list({ text: HOUSEHOLDS[0]?.number })).items;
    const detail = await user.client.households.get({ countyCode: row?.countyCode ?? 0, id: row?.id ?? 0 });
    const fields = detail.versions.flatMap(({ changes }) => changes.map(({ field }) => field));
    expect(fields.sort()).toEqual(['village_code', 'wage_fen']);
    expect(detail.versions[0]?.file).toBe('户.csv');
    expect(await wronglyStoredIncomes(server.shouwang.db)).toEqual([]);
  });

  test('refused rows come back as they were sent, with the reason', async () => {
    const [batch] = (await user.client.registryImport.imports({})).items;
    const csv = await (await user.get(`/households/imports/${batch?.id}/refused?format=csv&table=households`)).text();
    const lines = csv.split('\n');
    expect(lines[0]).toMatch(/^户编号,.*,原因$/);
    expect(lines[1]).toMatch(/^'150923300004,'150999999999,一般农户,.*第 6 行“嘎查村代码”：/);
    const workbook = await user.get(`/households/imports/${batch?.id}/refused`);
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect((await other.get(`/households/imports/${batch?.id}/refused`)).status).toBe(404);
  });

  test('an import is of its own area only', async () => {
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect((await other.client.registryImport.imports({})).items).toEqual([]);
    const [batch] = (await user.client.registryImport.imports({})).items;
    const id = batch?.id ?? 0;
    expect(await refusalOf(other.client.registryImport.importStatus({ id }))).toBe('households.import-not-found');
    expect(await refusalOf(other.client.registryImport.cancelImport({ id, requestId: requestId() }))).toBe(
      'households.import-not-found',
    );
    const done = await start((await preview(await uploadBoth(HOUSEHOLDS, other), other)).id, other);
    expect(done.result?.households).toMatchObject({ added: 1, refused: 5 });
    const stolen = [{ ...(HOUSEHOLDS[0] as SmallHousehold), village: OTHER_VILLAGE }];
    const refused = await preview(await uploadBoth(stolen, other), other);
    expect(refused.result?.refusedByReason).toEqual({ 'other-area': 2 });
    expect(refused.result?.households).toMatchObject({ added: 0, changed: 0 });
    const township = await server.as({ role: 'township-officer', areaCode: COUNTY });
    expect(await refusalOf(township.client.registryImport.previewImport({ requestId: requestId() }))).toBe(
      'http.forbidden',
    );
  });
});

describe('when things stop', () => {
  test('a cancelled import brings nothing', async () => {
    await rm(path.join(server.shouwang.dataFolder, 'uploads'), { recursive: true });
    await mkdir(path.join(server.shouwang.dataFolder, 'uploads'));
    const { id } = await preview(await uploadBoth([{ ...(HOUSEHOLDS[0] as SmallHousehold), number: '150923399999' }]));
    const waiting = () => readdir(path.join(server.shouwang.dataFolder, 'uploads'));
    expect(await waiting()).not.toEqual([]);
    await user.client.registryImport.cancelImport({ id, requestId: requestId() });
    expect(await waiting()).toEqual([]);
    expect((await user.client.registryImport.importStatus({ id })).state).toBe('cancelled');
    expect((await user.client.households.search({ text: '150923399999' })).items).toEqual([]);
  });

  test('what was under way is started again with the program', async () => {
    const { id } = await preview(await uploadBoth([{ ...(HOUSEHOLDS[0] as SmallHousehold), number: '150923388888' }]));
    const { db } = server.shouwang;
    await db.bulk(systemActor('test'), async (tx) => {
      await tx.run(sql`update import_batches set state = 'importing' where id = ${id}`);
      return { result: undefined, audit: [] };
    });
    await resumeImports(server.api.services, db, { onChanged: async () => undefined });
    await server.jobDone(importJobKey(id));
    expect((await user.client.registryImport.importStatus({ id })).state).toBe('done');
    expect((await user.client.households.search({ text: '150923388888' })).items).toHaveLength(1);
  });

  test('a file that is gone fails with a sentence', async () => {
    const files = await uploadBoth();
    const { id } = await preview(files);
    await server.api.services.uploads.discard(files.membersFile);
    const failed = await start(id);
    expect(failed).toMatchObject({ state: 'failed', problem: expect.stringContaining('重新上传') });
  });
});
