// Registries and searches that people of this field brought and that went wrong once: what each has to give.

import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { importRegionsOf } from '../../src/app/import-regions.ts';
import { fillPinyin } from '../../src/modules/households/server/index.ts';
import { importRegistry } from '../../src/modules/registry-import/server/index.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { openTestServer, type TestServer } from '../harness.ts';

const ACTOR = systemActor('test');
const REGION = 150000000000;
const CASES = import.meta.dirname;

let server: TestServer;

async function importCase(name: string, ...files: ('households' | 'members')[]) {
  const { db, keys } = server.shouwang;
  const at = (file: string) => ({ path: path.join(CASES, name, `${file}.csv`), name: `${file}.csv` });
  const given = Object.fromEntries(files.map((file) => [file, at(file)]));
  const result = await importRegistry(db, keys, ACTOR, given);
  await fillPinyin(db);
  return result;
}

const officer = () => server.as({ role: 'region-officer', areaCode: REGION });

async function found(text: string): Promise<string[]> {
  const { items } = await (await officer()).client.households.search({ text });
  return items.map(({ personName, headName }) => personName ?? headName);
}

beforeAll(async () => {
  server = await openTestServer();
  for (const name of ['registry', 'mask-passport-household-page', 'pinyin-mongolian-le'])
    await importCase(name, 'households', 'members');
});

afterAll(() => server.close());

test('a passport in the column of ID numbers is masked on every page', async () => {
  const { client } = await officer();
  const { items } = await client.households.search({ text: '孙护照' });
  expect(items[0]).toMatchObject({ personName: '孙护照', idMasked: 'E******78' });
  const { countyCode = 0, householdId = 0 } = items[0] ?? {};
  const page = await client.households.get({ countyCode, id: householdId });
  expect(page.members[0]).toMatchObject({ idMasked: 'E******78' });
});

describe('a person is found by what people type', () => {
  it.each([
    ['siqingerile', '斯琴格日乐'],
    ['sqgrl', '斯琴格日乐'],
    ['siqingeriyue', '斯琴格日乐'],
    ['巴雅尔其木格', '巴雅尔·其木格'],
    ['巴雅尔 其木格', '巴雅尔·其木格'],
    ['巴雅尔•其木格', '巴雅尔·其木格'],
    ['巴雅尔.其木格', '巴雅尔·其木格'],
    ['巴雅尔其', '巴雅尔·其木格'],
    ['其木格', '巴雅尔·其木格'],
    ['玉兰', '郝玉兰'],
    ['lu chunyan', '卢春燕'],
    ['LU Chun-Yan', '卢春燕'],
    ['lú chūn yàn', '卢春燕'],
    ['bayaer·qimuge', '巴雅尔·其木格'],
    ['shan yuzhen', '单玉珍'],
    ['xie xiangqian', '解向前'],
    ['qiu ermei', '仇二梅'],
    ['chahanqin', '查汗琴'],
    ['zhahanqin', '查汗琴'],
    ['ycsy', '尉迟守义'],
  ])('%s → %s', async (text, name) => expect(await found(text)).toContain(name));

  it('finds the name and the tail of the ID without the dot', async () => {
    expect(await found('巴雅尔其木格 0281')).toEqual(['巴雅尔·其木格']);
  });
});

it.each([
  ['keshiketeng', '克什克腾旗'],
  ['Ke Shi Ke Teng', '克什克腾旗'],
  ['kangbashi', '康巴什区'],
  ['shangdu', '商都县'],
  ['kundulun', '昆都仑区'],
  ['ksktq', '克什克腾旗'],
])('the region %s is %s', async (text, name) => {
  const hits = await (await officer()).client.regions.search({ text });
  expect(hits.map((hit) => hit.name)).toContain(name);
});

test('impossible persons come in, with a data issue each; so do those of a later file', async () => {
  const issues = async () =>
    server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql`select p.name, i.code from data_issues i join persons p on p.id = i.person_id and p.county_code = i.county_code
        where i.code in ('birth-in-future', 'birth-too-early', 'sex-differs') order by p.number`),
    );
  const expected = [
    { name: '未来甲', code: 'birth-in-future' },
    { name: '百岁甲', code: 'birth-too-early' },
    { name: '性别甲', code: 'sex-differs' },
  ];
  const { members } = await importCase('registry-impossible-persons', 'households', 'members');
  expect(members).toMatchObject({ added: 3, refused: 0 });
  expect(await issues()).toEqual(expected);
  await importCase('registry-impossible-persons', 'households', 'members');
  expect(await issues()).toEqual(expected);
});

test('a folder with regions.csv and households of its new village', async () => {
  const folder = path.join(CASES, 'import-dir-with-regions');
  expect(await importRegionsOf(server.shouwang.db, ACTOR, folder)).toMatchObject({
    regions: { regions: 1, changed: 1 },
  });
  expect((await importCase('import-dir-with-regions', 'households')).households).toMatchObject({
    added: 1,
    refused: 0,
  });
});
