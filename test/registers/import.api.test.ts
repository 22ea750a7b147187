// Files of registers: every reason that applies to these registers, keys and voiding across files of one set, what was known when,
// and the way over the screen: preview, import, refused rows handed in again, undo.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';
import { writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registerTools } from '../../src/app/registers/tools.ts';
import type { RegisterDefinition } from '../../src/kernel/register/define-register.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { type FileCounts, importSet } from '../../src/platform/server/registers/import-set.ts';
import { knownRows } from '../../src/platform/server/registers/known.ts';
import { refusedWorkbook } from '../../src/platform/server/registers/refused/refused-file.ts';
import { setJobKey } from '../../src/platform/server/registers/sets.ts';
import { openTestServer, refusalOf, type TestServer } from '../harness.ts';
import { COUNTY, REGION } from '../small-registry.ts';

const { catalogue, regions, subjects } = registerTools;
let server: TestServer;
let folder: string;
const ACTOR = systemActor('test');
const FIGURES = new Set(['employment.persons']);

beforeAll(async () => {
  server = await openTestServer();
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-register-import-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  // Truncating would wait for, and be waited for by, what the program reads of its own accord.
  const tables = [...catalogue.registers.map(({ table }) => table), 'register_versions'];
  await server.shouwang.db.bulk(ACTOR, async (tx) => {
    await tx.script(tables.map((table) => `delete from ${table}`).join(';'));
    return { result: undefined, audit: [] };
  });
});

/** Files by name, as `targets-1.csv`. */
async function load(files: Record<string, string>) {
  const given = [];
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await writeFile(file, text);
    given.push({ path: file, name, register: name.replace(/(-\d+)?\.csv$/, '') });
  }
  const { db, keys } = server.shouwang;
  return importSet(db, keys, ACTOR, { catalogue, regions, subjects, files: given, figures: FIGURES });
}

/** All that stands in a workbook: its bytes also say the second in which it was made. */
async function sheetsOf(bytes: Uint8Array) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  return book.worksheets.map((sheet) => ({ name: sheet.name, rows: sheet.getSheetValues() }));
}

async function refusalsOf(setId: number): Promise<string[]> {
  const rows = await server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql<{ register: string; line: number; codes: { column: string | null; code: string }[] }>`
      select register, line, codes from register_refusals where set_id = ${setId} order by register, file_no, line`),
  );
  return rows.map(
    ({ register, line, codes }) =>
      `${register} ${line} ${codes.map(({ column, code }) => `${column ?? ''}:${code}`).join(' ')}`,
  );
}

function counts(file: FileCounts | undefined) {
  const { new: added, changed, same, voided, refusedRows, skipped } = file ?? ({} as FileCounts);
  return { added, changed, same, voided, refusedRows, skipped };
}

const ORGANISATION = '单位代码,单位名称,单位类别,地区代码';
const SCHEDULE = '地区代码,年度,类型,序号,名称,下发日期';

describe('reasons', () => {
  test('each with its column, all of a row, in the order of columns', async () => {
    const { setId, files } = await load({
      'organisations.csv': `${ORGANISATION},上级单位代码,联系电话,成立日期\n${[
        'A1,甲,学校,150923,,,',
        '91350100M000100Y44,乙,学校,150923,,,',
        `A3,${'长'.repeat(201)},寺庙,159999000000,,,2022-02-30`,
        ',丙,学校,150923,,,',
        'A5,丁,学校,150923,NOBODY,,',
        'A6,戊,学校,150923,A5,,',
        'A7,己,学校,150923,A1,*,',
        'A8,庚,学校,150923',
        '',
        '合计,,,,,,',
      ].join('\n')}\n`,
      // Masked: of a new record it is empty, which a name must not be.
      'cadres.csv':
        '干部编号,姓名,地区代码,单位代码,证件号码\nG1,王秀英,150923,A1,12345\nG2,其其格,150923,A5,\nG3,王*,150923,A1,*\n',
      'schedule-items.csv': `${SCHEDULE},计划开始日期,计划结束日期\n${[
        '150923,2022,集中监测,十二,示例,2022-02-01,,',
        '150923,二〇二二,集中监测,1,示例,2022-02-01,,',
        '150923,2022,集中监测,2,示例,2022-02-01,2022-03-02,2022-03-01',
        '150923,2022,集中监测,3,示例,2022-02-01,2022-03-02,2022-03-02',
      ].join('\n')}\n`,
      'list-items.csv':
        '清单,年度,序号,方面,内容,启用日期\n驻村任务清单,2022,1,,示例,2022-01-01\n六个一批,2022,1,,示例,2022-01-01\n',
      'targets.csv':
        '指标,地区代码,年度,下达层级,目标值,计量单位,下达日期,文件编号,条号\n' +
        'employment.persons,150923,2022,国家,1.2345678,人,2022-03-01,,\n' +
        'nothing.known,150923,2022,国家,1,人,2022-03-01,,\n' +
        'employment.persons,150923,2022,国家,1,人,2022-03-02,,C1\n',
    });
    expect(await refusalsOf(setId)).toEqual([
      'cadres 2 idNumber:bad-id',
      'cadres 3 organisationCode:no-reference',
      'cadres 4 name:missing',
      'list-items 2 aspect:missing',
      'organisations 3 code:bad-code',
      'organisations 4 name:too-long kind:not-in-list regionCode:bad-region foundedOn:bad-date',
      'organisations 5 code:missing',
      'organisations 6 parentCode:no-reference',
      // What it refers to was itself refused.
      'organisations 7 parentCode:no-reference',
      'organisations 9 :columns',
      'schedule-items 2 sequence:bad-number',
      'schedule-items 3 year:bad-number',
      'schedule-items 4 plannedTo:dates-order',
      'targets 2 value:bad-number',
      'targets 3 figure:not-in-list',
      'targets 4 documentNumber:missing',
    ]);
    expect(counts(files.find(({ kind }) => kind === 'organisations'))).toEqual({
      ...{ added: 2, changed: 0, same: 0, voided: 0, refusedRows: 6 },
      skipped: 2,
    });
  });

  test('of two titles at a time the later is refused, with what is stored too', async () => {
    const header = '旗县代码,称号,认定日期,撤销日期';
    await load({ 'county-designations.csv': `${header}\n150923,国家级脱贫旗县,2012-01-01,2020-01-01\n` });
    const { setId, files } = await load({
      'county-designations.csv': `${header}\n150923,自治区级脱贫旗县,2019-12-31,\n150922,国家级脱贫旗县,2020-01-01,\n150922,自治区级脱贫旗县,2015-01-01,2020-01-01\n150921,国家级脱贫旗县,2022-01-02,2022-01-01\n`,
    });
    expect(await refusalsOf(setId)).toEqual([
      'county-designations 2 designatedOn:overlap',
      'county-designations 5 revokedOn:dates-order',
    ]);
    expect(counts(files[0])).toMatchObject({ added: 2, refusedRows: 2 });
  });

  test('a file that is none is told, the others come in', async () => {
    const { files } = await load({
      'cadres.csv': '干部编号,地区代码\nG1,150923\n',
      'organisations.csv': `${ORGANISATION}\nA1,甲,学校,150923\n`,
    });
    expect(files.map(({ problem }) => problem ?? '')).toEqual([
      expect.stringContaining('文件“cadres.csv”缺少必需的列：姓名。'),
      '',
    ]);
    expect(counts(files[1])).toMatchObject({ added: 1 });
  });
});

describe('keys', () => {
  test('the same again is the same; a column left out stays, an empty cell empties', async () => {
    const first = `${ORGANISATION},成立日期,联系人\nA1,甲,学校,150923,2001-01-01,王秀英\n`;
    await load({ 'organisations.csv': first });
    expect(counts((await load({ 'organisations.csv': first })).files[0])).toMatchObject({ same: 1, changed: 0 });
    const second = `${ORGANISATION},联系人\nA1,甲,学校,150923,王*\n`;
    expect(counts((await load({ 'organisations.csv': second })).files[0])).toMatchObject({ same: 1, changed: 0 });
    const third = `${ORGANISATION},成立日期\nA1,甲,学校,150923,\n`;
    expect(counts((await load({ 'organisations.csv': third })).files[0])).toMatchObject({ same: 0, changed: 1 });
    const rows = await server.shouwang.db.bulkRead((tx) => tx.rows(sql`select contact, founded_on from organisations`));
    expect(rows).toEqual([{ contact: '王秀英', foundedOn: null }]);
  });

  test('twice in a set: equal rows count once, of others the first that is sound stands', async () => {
    const { setId, files } = await load({
      'organisations-1.csv': `${ORGANISATION}\nA1,甲,寺庙,150923\nA1,甲,学校,150923\n`,
      'organisations-2.csv': `${ORGANISATION}\nA1,甲,学校,150923\nA1,乙,学校,150923\n`,
    });
    expect(files.map(counts)).toMatchObject([
      { added: 1, same: 0, refusedRows: 1 },
      { added: 0, same: 1, refusedRows: 1 },
    ]);
    expect(await refusalsOf(setId)).toEqual(['organisations 2 kind:not-in-list', 'organisations 3 code:same-key']);
  });

  test('a record stays in its county', async () => {
    await load({ 'organisations.csv': `${ORGANISATION}\nA1,甲,学校,150923\n` });
    const { setId } = await load({ 'organisations.csv': `${ORGANISATION}\nA1,甲,学校,150922\n` });
    expect(await refusalsOf(setId)).toEqual(['organisations 2 regionCode:place-changed']);
  });

  test('what others refer to cannot be voided, unless they go too', async () => {
    const cadre = '干部编号,姓名,地区代码,单位代码';
    await load({
      'organisations.csv': `${ORGANISATION}\nA1,甲,学校,150923\n`,
      'cadres.csv': `${cadre}\nG1,王秀英,150923,A1\n`,
    });
    const voiding = `${ORGANISATION},作废,作废原因\nA1,甲,学校,150923,是,重复登记\n`;
    const alone = await load({ 'organisations.csv': voiding });
    expect(await refusalsOf(alone.setId)).toEqual(['organisations 2 voided:in-use']);
    const together = await load({
      'organisations.csv': voiding,
      'cadres.csv': `${cadre},作废\nG1,王秀英,150923,A1,是\nG2,其其格,150923,A1,\n`,
    });
    expect(together.files.map(counts)).toMatchObject([{ voided: 1 }, { voided: 1, refusedRows: 1 }]);
    expect(await refusalsOf(together.setId)).toEqual(['cadres 3 organisationCode:no-reference']);
    const back = await load({ 'organisations.csv': `${ORGANISATION},作废\nA1,甲,学校,150923,否\n` });
    expect(counts(back.files[0])).toMatchObject({ changed: 1 });
  });
});

test('what was known at a moment is found again', async () => {
  await load({ 'organisations.csv': `${ORGANISATION}\nA1,甲,学校,150923\n` });
  const { db } = server.shouwang;
  const moment = await db.bulkRead((tx) => tx.first(sql<{ at: string }>`select clock_timestamp()::text as at`));
  await load({ 'organisations.csv': `${ORGANISATION}\nA1,甲(更名),学校,150923\nA2,乙,学校,150923\n` });
  const register = catalogue.find('organisations') as RegisterDefinition;
  const names = (at?: string) =>
    db.bulkRead((tx) =>
      tx.rows(sql<{ name: string }>`select name from ${knownRows(register, at)} known order by code`),
    );
  expect(await names(moment?.at)).toEqual([{ name: '甲' }]);
  expect(await names()).toEqual([{ name: '甲(更名)' }, { name: '乙' }]);
});

describe('on screen', () => {
  const requestId = () => crypto.randomUUID();

  test('files are known by their columns, sheet by sheet, whatever they are called', async () => {
    const officer = await server.as({ role: 'region-officer', areaCode: REGION });
    const recognise = async (name: string, bytes: string | Uint8Array<ArrayBuffer>) => {
      const found = await officer.client.registerImports.recognise({ fileId: await officer.upload(name, bytes) });
      return found.map(({ sheet, register }) => [sheet, register]);
    };
    const book = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['填表说明'], ['请勿改动表头']] },
        {
          name: '拨款',
          rows: [
            ['2022年衔接资金'],
            [
              '下达编号',
              '接收地区代码',
              '下达地区代码',
              '预算年度',
              '资金种类',
              '来源层级',
              '指标文号',
              '下达日期',
              '下达金额（元）',
            ],
          ],
        },
        { name: 'Sheet3', rows: [['支付编号', '分配编号', '支付日期', '支付金额', '收款方', '支付类别']] },
        { name: '资产', rows: [['资产编号', '所在地区代码', '资产名称', '资产类别', '形成年度', '登记日期', '原值']] },
      ],
    });
    expect(await recognise('财政局.xlsx', Uint8Array.from(book))).toEqual([
      ['拨款', 'fund-issuances'],
      ['Sheet3', 'fund-payments'],
      ['资产', 'assets'],
    ]);
    expect(await recognise('表.csv', `附件1\n${ORGANISATION}\nA1,甲,学校,150923\n`)).toEqual([
      [undefined, 'organisations'],
    ]);
    expect(await recognise('名单.csv', '序号,内容\n1,甲\n')).toEqual([]);
    expect(await recognise('照片.xlsx', 'not a table')).toEqual([]);
  });

  test('a preview writes nothing; the import, its refused rows, and back again', async () => {
    const officer = await server.as({ role: 'region-officer', areaCode: REGION });
    const sets = officer.client.registerImports;
    const file = `${ORGANISATION}\nA1,甲,学校,150923\nA2,乙,寺庙,150923\n`;
    const fileId = await officer.upload('organisations.csv', file);
    const { id } = await sets.preview({ requestId: requestId(), files: [{ fileId, register: 'organisations' }] });
    await server.jobDone(setJobKey(id));
    const organisations = officer.client.registers.organisations;
    const refusals = [{ line: 3, column: '单位类别', code: 'not-in-list' }];
    expect(await sets.status({ id })).toMatchObject({
      state: 'previewed',
      counts: [{ new: 1, refusedRows: 1, refusals }],
    });
    expect((await organisations?.list({}))?.total).toBe(0);

    await sets.start({ requestId: requestId(), id });
    await server.jobDone(setJobKey(id));
    expect(await sets.status({ id })).toMatchObject({
      state: 'done',
      counts: [{ new: 1, refused: { 'not-in-list': 1 }, refusals }],
    });
    expect((await organisations?.list({}))?.total).toBe(1);

    const response = await officer.get(`/register-imports/${id}/refused`);
    const workbook = Buffer.from(await response.arrayBuffer());
    const made = await refusedWorkbook(server.shouwang.db, server.shouwang.keys, catalogue, id);
    expect(await sheetsOf(workbook)).toEqual(await sheetsOf(made));
    const again = path.join(folder, 'refused.xlsx');
    await writeFile(again, workbook);
    const { db, keys } = server.shouwang;
    const { files } = await importSet(db, keys, ACTOR, {
      catalogue,
      regions,
      subjects,
      files: [{ path: again, name: 'refused.xlsx', register: 'organisations' }],
      preview: true,
    });
    expect(files[0]).toMatchObject({ rows: 1, refused: { 'not-in-list': 1 }, ignored: [] });

    await sets.undo({ requestId: requestId(), id });
    expect(await sets.status({ id })).toMatchObject({ state: 'undone' });
    expect((await organisations?.list({}))?.total).toBe(0);
  });

  test.each(['cancelled', 'refused'])('a set that was %s leaves no file: it may hold ID numbers', async (how) => {
    const officer = await server.as({ role: 'region-officer', areaCode: REGION });
    const sets = officer.client.registerImports;
    const text = how === 'refused' ? 'x\ny\n' : `${ORGANISATION}\nA1,甲,学校,150923\n`;
    const fileId = await officer.upload('organisations.csv', text);
    const files = [{ fileId, register: 'organisations' }];
    const { id } = await sets.preview({ requestId: requestId(), files });
    await server.jobDone(setJobKey(id));
    if (how === 'cancelled') await sets.cancel({ requestId: requestId(), id });
    else {
      await sets.start({ requestId: requestId(), id });
      await server.jobDone(setJobKey(id));
    }
    expect(await refusalOf(sets.preview({ requestId: requestId(), files }))).toBe('uploads.not-found');
  });

  test('the file of a list holds what the list is filtered to', async () => {
    await load({ 'organisations.csv': `${ORGANISATION}\nA1,甲,学校,150923\nA2,乙,医院,150923\nA3,丙,学校,150922\n` });
    const officer = await server.as({ role: 'region-officer', areaCode: REGION });
    const query = new URLSearchParams({ area: String(COUNTY), filters: JSON.stringify({ kind: 'school' }) });
    const response = await officer.get(`/registers/organisations/export?${query}`);
    const out = path.join(folder, 'filtered.xlsx');
    await writeFile(out, Buffer.from(await response.arrayBuffer()));
    const { db, keys } = server.shouwang;
    const files = [{ path: out, name: 'filtered.xlsx', register: 'organisations' }];
    const again = await importSet(db, keys, ACTOR, { catalogue, regions, subjects, files, preview: true });
    expect(again.files[0]).toMatchObject({ rows: 1, same: 1 });
    for (const filters of ['{', '[1]', '{"nobody":"x"}'])
      expect((await officer.get(`/registers/organisations/export?${new URLSearchParams({ filters })}`)).status).toBe(
        400,
      );
  });

  test('an import that others stand on is not taken back', async () => {
    const { setId } = await load({ 'organisations.csv': `${ORGANISATION}\nA1,甲,学校,150923\n` });
    await load({ 'organisations.csv': `${ORGANISATION}\nA1,甲(更名),学校,150923\n` });
    const officer = await server.as({ role: 'region-officer', areaCode: REGION });
    const undone = officer.client.registerImports.undo({ requestId: requestId(), id: setId });
    expect(await refusalOf(undone)).toBe('registers.import-stood-on');
  });

  test('nobody imports for another county', async () => {
    const officer = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const fileId = await officer.upload('organisations.csv', `${ORGANISATION}\nA1,甲,学校,150922\nA2,乙,学校,150923\n`);
    const sets = officer.client.registerImports;
    const { id } = await sets.preview({ requestId: requestId(), files: [{ fileId, register: 'organisations' }] });
    await server.jobDone(setJobKey(id));
    expect(await sets.status({ id })).toMatchObject({ counts: [{ new: 1, refused: { 'bad-region': 1 } }] });
  });
});
