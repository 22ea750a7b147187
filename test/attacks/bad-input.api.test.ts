// Bad files: each ends in one clear Chinese sentence with nothing stored, or in a line of the quarantine for each bad row
// with the good rows in; and none of them takes more memory than a good file.

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Shouwang } from '../../src/app/open-shouwang.ts';
import { Problem } from '../../src/kernel/problem.ts';
import { encodeGb18030 } from '../../src/modules/demo/server/gb18030.ts';
import { loadBatch } from '../../src/modules/feeds/server/index.ts';
import { importRegistry } from '../../src/modules/registry-import/server/index.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { openTestDatabase } from '../harness.ts';
import { runCli } from '../run-cli.ts';
import { fileOf, hugeFile, workbook, zipBomb, zipOf } from './bad-files.ts';

const ACTOR = systemActor('test');
const GB = 1 << 30;
const MEMORY_BYTES = 600_000_000;

let shouwang: Shouwang;
let folder: string;
let village: number;

beforeAll(async () => {
  shouwang = await openTestDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), 'shouwang-bad-'));
  const row = await shouwang.db.bulkRead((tx) =>
    tx.first(
      sql<{
        code: number;
      }>`select code from regions where level = 'village' and code / 1000000 = 150923 order by code limit 1`,
    ),
  );
  village = row?.code ?? 0;
});

afterAll(async () => {
  await shouwang.close();
  rmSync(folder, { recursive: true, force: true });
});

const DISASTER = ['嘎查村代码', '灾种', '发生日期', '严重程度'];
const DISASTER_HEAD = `${DISASTER.join(',')}\n`;
const goodRow = (hazard = '旱灾') => `${village},${hazard},2022-05-03,3`;

async function load(file: string, dataset = 'disaster-report') {
  return loadBatch(shouwang.db, shouwang.keys, ACTOR, { dataset, path: file, fileName: path.basename(file) });
}

type Counted = { n: number };

async function stored(): Promise<unknown> {
  return shouwang.db.bulkRead((tx) =>
    tx.first(sql<Counted>`select (select count(*) from feed_batches where state = 'loaded') as batches,
      (select count(*) from quarantined_rows) as quarantined, (select count(*) from feed_disaster_report) as disasters,
      (select count(*) from households) as households, (select count(*) from refused_rows) as refused`),
  );
}

/** A sentence for people: Chinese, ends with a full stop, no word of a program in it, and says what to do. */
function expectSentence(message: string): void {
  expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
  expect(message).toMatch(/请/);
  expect(message).not.toMatch(/Error|undefined|null|NaN|\[object|!|!/);
}

/** The file is refused as a whole, with this code; nothing of it stays. */
async function expectRefused(code: string, file: string, dataset?: string): Promise<string> {
  const before = await stored();
  const refusal = await load(file, dataset).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refusal instanceof Problem)) throw refusal ?? new Error('the file was taken');
  expect(refusal.code).toBe(code);
  expectSentence(refusal.message);
  expect(await stored()).toEqual(before);
  return refusal.message;
}

type Quarantined = { line: number; columnName: string; value: string; reason: string };

async function quarantineOf(batchId: number): Promise<Quarantined[]> {
  return shouwang.db.bulkRead((tx) =>
    tx.rows(
      sql<Quarantined>`select line, column_name, value, reason from quarantined_rows where batch_id = ${batchId} order by line`,
    ),
  );
}

describe('a file that is no such table is refused with one sentence', () => {
  test.each<[string, string, () => string | Uint8Array | Promise<Uint8Array>]>([
    ['empty', 'tables.empty', () => ''],
    ['only blank lines', 'tables.empty', () => '\n\r\n  \n'],
    ['UTF-16', 'tables.utf16', () => Buffer.from(`\ufeff${DISASTER_HEAD}`, 'utf16le')],
    ['a PDF', 'tables.not-a-table', () => '%PDF-1.7\n'],
    ['a picture', 'tables.not-a-table', () => Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a web page called .xls', 'tables.not-a-table', () => '<html><table><tr><td>嘎查村代码</td></tr></table>'],
    ['a program', 'tables.not-a-table', () => Buffer.from('7f454c46', 'hex')],
    ['an old workbook', 'tables.old-excel', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['zeros', 'tables.not-a-table', () => Buffer.alloc(100_000)],
    ['an archive', 'tables.not-a-table', () => zipOf([{ name: 'a.csv', content: DISASTER_HEAD }])],
    ['another encoding', 'tables.missing-columns', () => Buffer.from('a8e8acd0a7f82cb1fabad82c0a', 'hex')],
    [
      'GB18030 under the mark of UTF-8',
      'tables.missing-columns',
      () => Buffer.concat([Buffer.from('efbbbf', 'hex'), encodeGb18030(DISASTER_HEAD)]),
    ],
    ['a truncated workbook', 'tables.damaged', async () => (await workbook(DISASTER, [['a']])).subarray(0, -200)],
    ['half a workbook', 'tables.damaged', async () => (await workbook(DISASTER, [['a']])).subarray(0, 900)],
    ['a zip bomb', 'tables.inflates-too-much', () => zipBomb(160)],
  ])('%s', async (_what, code, bytes) => {
    await expectRefused(code, fileOf(folder, await bytes()));
  });

  test('missing columns are named', async () => {
    const message = await expectRefused('tables.missing-columns', fileOf(folder, '嘎查村代码,灾种\n'));
    expect(message).toContain('发生日期、严重程度');
  });

  test('a repeated column is named', async () => {
    const message = await expectRefused(
      'tables.repeated-column',
      fileOf(folder, `嘎查村代码,灾种,发生日期,严重程度,灾种\n${goodRow()},x\n`),
    );
    expect(message).toContain('灾种');
  });

  test('a file of another dataset', async () => {
    const message = await expectRefused('tables.missing-columns', fileOf(folder, DISASTER_HEAD), 'death-register');
    expect(message).toContain('证件号码、姓名、死亡日期');
  });

  test('a dataset that does not exist', async () => {
    await expect(load(fileOf(folder, DISASTER_HEAD), 'weather')).rejects.toMatchObject({ code: 'feeds.no-dataset' });
  });

  test('more than a hundred thousand bad rows and hardly a good one', async () => {
    const text = `${DISASTER_HEAD}${`${village},旱灾,2022-02-30,3\n`.repeat(100_001)}`;
    expect(await expectRefused('tables.mostly-bad', fileOf(folder, text))).toMatch(/已读的 \d+ 行中有 10000\d 行/);
  });
});

describe('a bad row costs itself only', () => {
  test('a header alone is a batch of no rows', async () => {
    expect(await load(fileOf(folder, DISASTER_HEAD))).toMatchObject({ rows: 0, quarantined: 0, alreadyLoaded: false });
  });

  test('each with its line, column, value as received and reason', async () => {
    const bad: [string, string, string, string][] = [
      [`${village},旱灾,2022-02-30,3`, '发生日期', '2022-02-30', 'bad-date'],
      [`${village},旱灾,2022-13-01,3`, '发生日期', '2022-13-01', 'bad-date'],
      [`${village},旱灾,=TODAY(),3`, '发生日期', '=TODAY()', 'bad-date'],
      [`${village},旱灾,昨天,3`, '发生日期', '昨天', 'bad-date'],
      [`${village},旱灾,,3`, '发生日期', '', 'missing'],
      [`${village},旱灾,2022-05-03,5`, '严重程度', '5', 'not-in-list'],
      [`${village},旱灾,2022-05-03,=1+2`, '严重程度', '=1+2', 'not-in-list'],
      [`${village},旱灾,2022-05-0\u0000,3`, '发生日期', '2022-05-0', 'bad-date'],
      ['110101001001,旱灾,2022-05-03,3', '嘎查村代码', '110101001001', 'bad-village'],
      ['150923,旱灾,2022-05-03,3', '嘎查村代码', '150923', 'bad-village'],
      [`${village}.0,旱灾,2022-05-03,3`, '嘎查村代码', `${village}.0`, 'bad-village'],
      [`${village},旱灾,2022-05-03`, '', '', 'columns'],
      [`${village},旱灾,2022-05-03,3,多出来的`, '', '', 'columns'],
    ];
    // Lines 3 and 4 are empty; a NUL, a blank and a quote that never closes are no reason to refuse a row.
    const lines = [goodRow('冰\u0000雹'), '', '', ...bad.map(([row]) => row), goodRow('"没有结束'), goodRow(' 雪灾 ')];
    const result = await load(fileOf(folder, `${DISASTER_HEAD}${lines.join('\n')}\n`));
    const expected = bad.map(([, columnName, value, reason], i) => ({ line: i + 5, columnName, value, reason }));
    expect(await quarantineOf(result.batchId)).toEqual(expected);
    expect(result).toMatchObject({ rows: bad.length + 3, quarantined: bad.length });
  });

  test('in GB18030, with CRLF and with a broken character', async () => {
    const row = encodeGb18030(`${goodRow('沙尘暴')}\r\n`);
    const broken = Buffer.from(row);
    broken[16] = 0xff;
    const file = fileOf(folder, Buffer.concat([encodeGb18030(DISASTER_HEAD.replace('\n', '\r\n')), row, broken, row]));
    expect(await load(file)).toMatchObject({ rows: 3, quarantined: 0 });
  });

  test('a workbook: formulas count by their value, bad rows by the row of the sheet', async () => {
    const bytes = await workbook(DISASTER, [
      [String(village), '旱灾', { formula: 'DATE(2022,5,3)', result: '2022-05-03' }, { formula: '1+1', result: 2 }],
      [String(village), '旱灾', '2022-02-30', '2'],
      [],
      ['150000000000', '旱灾', '2022-05-03', '2'],
    ]);
    const { batchId, rows } = await load(fileOf(folder, bytes, 'xlsx'));
    expect(rows).toBe(3);
    expect((await quarantineOf(batchId)).map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'bad-date'],
      [5, 'bad-village'],
    ]);
  });

  test('NUL and control characters in a name and an ID do not stop a file of persons', async () => {
    const text = `证件号码,姓名,名册月份\n15092319\u00008001011234,其其\u0000格,2022-05\n,\u0007,2022-05\n,王秀英,2022-02-30\n`;
    const result = await load(fileOf(folder, text), 'dibao-roster');
    expect(result).toMatchObject({ rows: 3, quarantine: { 'bad-month': 1 }, methods: { 'bad-id': 2 } });
  });
});

describe('the registry', () => {
  const HOUSEHOLDS = '户编号,嘎查村代码,户类型,收入年度,工资性收入';
  const MEMBERS = '人编号,户编号,姓名,性别,证件号码,与户主关系';
  const importFiles = (households: string, members?: string) =>
    importRegistry(shouwang.db, shouwang.keys, ACTOR, {
      households: { path: fileOf(folder, households), name: 'households.csv' },
      ...(members ? { members: { path: fileOf(folder, members), name: 'members.csv' } } : {}),
    });

  test('a missing column refuses both files with one sentence', async () => {
    const before = await stored();
    const refusal = await importFiles('户编号,户类型\nH1,一般农户\n', `${MEMBERS}\n`).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expectSentence((refusal as Problem).message);
    expect(await stored()).toEqual(before);
  });

  test('villages of other provinces, repeated numbers and rows without number are refused, the rest comes in', async () => {
    const rows = [
      `H1,${village},一般农户,2021,1000`,
      'H2,110101001001,一般农户,2021,1000',
      `,${village},一般农户,2021,1000`,
      `H1,${village},脱贫户,2021,1000`,
      `H3,${village},一般农户,2021,=1+1`,
      `H\u00004,${village},一般农户,2021,1000`,
    ];
    const result = await importFiles(`${HOUSEHOLDS}\n${rows.join('\n')}\n`);
    expect(result.households).toMatchObject({ added: 3, refused: 3 });
  });
});

describe('memory stays bounded', () => {
  const load = async (file: string) => {
    const dataFolder = inject('dataFolder');
    const result = await runCli(dataFolder, ['load', 'disaster-report', file], {
      DATABASE_URL: shouwang.url,
      SHOUWANG_KEY_FILE: path.join(dataFolder, 'keys.json'),
    });
    expect(result.peakBytes).toBeLessThan(MEMORY_BYTES);
    return result;
  };

  test.each<[string, string, string, RegExp]>([
    ['nothing but commas', '', ',', /没有表头/],
    ['a header and one line of commas', DISASTER_HEAD, ',', /^第 2 行超过 1 MB 还没有结束/],
    ['a header and lines of hardly anything', DISASTER_HEAD, ',,,1\n', /^已读的 \d+ 行中有 \d+ 行不符合要求/],
    ['a quote that never closes', `${DISASTER_HEAD}"`, 'x'.repeat(1023), /^第 2 行超过 1 MB/],
  ])('1 GB: %s', async (_what, head, unit, sentence) => {
    const file = hugeFile(folder, head, unit, GB);
    const before = await stored();
    const result = await load(file);
    rmSync(file);
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(sentence);
    expectSentence(result.stderr.trim());
    expect(await stored()).toEqual(before);
  });

  test('a zip bomb', async () => {
    const result = await load(fileOf(folder, zipBomb(300), 'xlsx'));
    expect(result.code).toBe(1);
    expect(result.stderr.trim()).toBe(
      '工作簿解压后比文件本身大得反常，为了安全没有读取。如果确实是正常的表，请另存为 CSV 后再交。',
    );
  });

  test('lines of almost a megabyte', async () => {
    const file = hugeFile(folder, DISASTER_HEAD, `${','.repeat((1 << 20) - 1)}\n`, 64 << 20, 64 << 20);
    expect(await load(file)).toMatchObject({ code: 0 });
  });
});
