// The export of the national system, as a job: it ticks off what is done and tells what differs; what is no such table is
// refused whole; cancelled, broken off or stopped, it leaves nothing half-done.

import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { workbook } from '../../../../test/attacks/bad-files.ts';
import { newId, openWalk, type Walk } from '../../../../test/case-walk.ts';
import { withDatabase } from '../../../../test/database.ts';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import {
  COUNTY,
  idNumber,
  OTHER_COUNTY,
  OTHER_VILLAGE,
  openSmallRegistry,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { resumeComparisons } from './index.ts';

let server: TestServer;
let walk: Walk;

beforeAll(async () => {
  server = await openSmallRegistry(
    [VILLAGE, VILLAGE, VILLAGE, OTHER_VILLAGE].map((village, n) => ({
      number: `H${n + 1}`,
      village,
      ...(n === 1 ? { category: '突发严重困难户' } : {}),
      members: [{ name: `王秀英${n + 1}`, id: idNumber(19700101, n * 2) }],
    })),
  );
  walk = await openWalk(server);
  const { items } = await walk.county.client.households.list({ area: COUNTY });
  const household = items.find(({ number }) => number === 'H1');
  const caseId = await walk.open(household?.id ?? 0, '2022-06-01');
  await walk.approve(caseId, { verify: '2022-06-03', notice: '2022-06-04', end: '2022-06-09' });
  await walk.conclude(caseId, '2022-06-09');
  await walk.plan(caseId, '赵敏');
  const waiting = (await walk.township.client.national.nationalChanges({})).items;
  const risks = waiting.filter(({ field }) => field === 'risks');
  const changes = risks.map(({ countyCode, id }) => ({ countyCode, id }));
  await walk.township.client.national.tickNational({ requestId: newId(), changes, done: true });
});

afterAll(() => server.close());

type Content = string | Uint8Array<ArrayBuffer>;

async function handIn(content: Content, { name = '国家系统导出.csv', again = false } = {}) {
  const fileId = await walk.county.upload(name, content);
  return walk.county.client.national.compareNational({ requestId: newId(), fileId, again });
}

async function compare(content: Content, options?: { name?: string; again?: boolean }) {
  const { id } = await handIn(content, options);
  await server.jobDone(`national.export-comparison:${id}`);
  return walk.county.client.national.comparison({ id });
}

async function listed(state: 'waiting' | 'done') {
  const { items } = await walk.county.client.national.nationalChanges({ area: COUNTY, state });
  return items.map(({ field, newValue, doneBy }) => `${field}=${newValue}${doneBy === '导出比对' ? ' by export' : ''}`);
}

async function issues() {
  const { items } = await walk.county.client.households.dataIssues({ code: 'national-difference', state: 'open' });
  return items.map(({ householdNumber, line, about }) => `${householdNumber} ${line} ${about}`);
}

/** What a comparison may change. */
const standing = async () => ({ waiting: await listed('waiting'), issues: await issues() });

async function query<T>(fragment: ReturnType<typeof sql<T>>): Promise<T[]> {
  return server.shouwang.db.bulkRead((tx) => tx.rows(fragment));
}

/** Keeps the entries of the list locked until let go: a comparison then waits where it ticks off. */
async function holdEntries() {
  const [named] = await query(sql<{ name: string }>`select current_database() as name`);
  const client = new pg.Client({ connectionString: withDatabase(inject('adminUrl'), named?.name ?? '') });
  await client.connect();
  await client.query('begin; select from national_changes for update');
  const waiting = async () => {
    for (;;) {
      await sleep(20);
      // Within a transaction what others do is seen as it was at the first look.
      await client.query('select pg_stat_clear_snapshot()');
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%national_changes%'
          and datname = current_database()`,
      );
      if (rows[0]) return rows[0].pid;
    }
  };
  return {
    untilWaiting: waiting,
    breakOff: async () => client.query('select pg_cancel_backend($1)', [await waiting()]),
    letGo: () => client.end(),
  };
}

const HEADER = '户编号,户主姓名,监测对象类别,风险是否已消除,识别监测时间,帮扶责任人';
const FILE = [
  HEADER,
  'H1,王秀英1,边缘易致贫户,否,2022-06,王建国',
  'H2,王秀英2,边缘易致贫户,否,202205,张三',
  'H2,王秀英2,边缘易致贫户,否,202205,张三',
  'H3,王秀英3,不是类别,否,,',
  'H4,王秀英4,边缘易致贫户,否,202205,',
  '150923197001010027,没有的户,,,,',
  'H3,王秀英3,,,,',
  '',
].join('\n');
const DIFFERENCE = 'H2 3 监测对象类别:本系统“突发严重困难户”,国家系统“边缘易致贫户”';

describe('a comparison that does not come to its end', () => {
  it('cancelled while it waits or works, leaves nothing', async () => {
    const before = await standing();
    const held = await holdEntries();
    const { id } = await handIn(FILE);
    await held.untilWaiting();
    const later = await handIn(`${FILE}\n`);
    const cancel = (which: number) => walk.county.client.national.cancelComparison({ requestId: newId(), id: which });
    await cancel(later.id);
    await cancel(id);
    await held.letGo();
    for (const each of [id, later.id]) {
      await server.jobDone(`national.export-comparison:${each}`);
      const { state, badRows, counts } = await walk.county.client.national.comparison({ id: each });
      expect({ state, badRows, counts }).toEqual({ state: 'cancelled', badRows: [], counts: undefined });
    }
    expect(await standing()).toEqual(before);
    expect(await refusalOf(cancel(id))).toBe('national.comparison-ended');
  });

  it('broken off in the middle, leaves nothing and says what to do', async () => {
    const before = await standing();
    const held = await holdEntries();
    const { id } = await handIn(FILE);
    await held.breakOff();
    await server.jobDone(`national.export-comparison:${id}`);
    await held.letGo();
    const { state, problem } = await walk.county.client.national.comparison({ id });
    expect({ state, problem }).toEqual({
      state: 'failed',
      problem: '比对时出现错误，清单和疑点都没有改动。请重新比对；如仍不行，请将比对编号告知管理员。',
    });
    expect(await standing()).toEqual(before);
    expect(await query(sql`select from national_refusals`)).toEqual([]);
  });

  it('stopped with the program, goes on with the next start', async () => {
    const fileId = await walk.county.upload('中断.csv', `${HEADER}\nH3,王秀英3,,,,\n`);
    const id = await server.shouwang.db.bulk(systemActor('test'), async (tx) => {
      const row = await tx.first(sql<{ id: number }>`
        insert into national_comparisons (region_code, region_high, account_id, account_name, file_id, file_name, sha256,
          byte_size, state)
        select ${COUNTY}, ${COUNTY + 999_999}, account_id, account_name, ${fileId}, '中断.csv', '', 0, 'running'
        from national_comparisons limit 1 returning id`);
      return { result: row?.id ?? 0, audit: [] };
    });
    await resumeComparisons(server.api.services, server.shouwang.db);
    await server.jobDone(`national.export-comparison:${id}`);
    const { state, counts } = await walk.county.client.national.comparison({ id });
    expect({ state, rows: counts?.rows }).toEqual({ state: 'done', rows: 1 });
  });
});

describe('the export of the national system', () => {
  let first: number;

  it('ticks off what is done there, tells what waits and what differs, and why rows were left out', async () => {
    const { id, state, counts, badRows, differences } = await compare(FILE);
    first = id;
    expect(state).toBe('done');
    expect(counts).toEqual({ rows: 3, ticked: 3, waiting: 1, different: 1, settled: 0, bad: 4 });
    expect(badRows).toEqual([
      { line: 4, column: '户编号', value: 'H2', reason: '与第 3 行重复' },
      {
        line: 5,
        column: '监测对象类别',
        value: '不是类别',
        reason: '须为脱贫不稳定户、边缘易致贫户、突发严重困难户之一',
      },
      { line: 6, column: '户编号', value: 'H4', reason: '本区域的登记册中没有这一户' },
      { line: 7, column: '户编号', value: '150923********0027', reason: '本区域的登记册中没有这一户' },
    ]);
    expect(
      differences.map(({ householdNumber, field, ours, theirs }) => [householdNumber, field, ours, theirs]),
    ).toEqual([['H2', 'category', '突发严重困难户', '边缘易致贫户']]);
    expect(await listed('waiting')).toEqual(['responsible=赵敏']);
    expect(await issues()).toEqual([DIFFERENCE]);
    expect((await listed('done')).filter((text) => text.endsWith('by export'))).toEqual([
      'category=边缘易致贫户 by export',
      'identified=202206 by export',
      'cleared=否 by export',
    ]);
  });

  it('hands the refused rows out as a file, to those of the area', async () => {
    const path = `/national/comparisons/${first}/refused.csv`;
    const lines = (await (await walk.county.get(path)).text()).replace(/^\ufeff/, '').split(/\r?\n/);
    expect(lines).toEqual([
      '行号,列,内容,原因',
      '4,户编号,H2,与第 3 行重复',
      '5,监测对象类别,不是类别,须为脱贫不稳定户、边缘易致贫户、突发严重困难户之一',
      '6,户编号,H4,本区域的登记册中没有这一户',
      '7,户编号,150923********0027,本区域的登记册中没有这一户',
      '',
    ]);
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect((await other.get(path)).status).toBe(404);
    const { client } = other;
    expect(await refusalOf(client.national.comparison({ id: first }))).toBe('national.comparison-not-found');
    expect((await client.national.comparisons({})).items).toEqual([]);
    const cancel = client.national.cancelComparison({ requestId: newId(), id: first });
    expect(await refusalOf(cancel)).toBe('national.comparison-not-found');
  });

  it('is known when it comes again; compared once more, it changes nothing', async () => {
    expect(await handIn(FILE)).toEqual({ id: first, alreadyCompared: true });
    const before = await standing();
    const { id, counts } = await compare(FILE, { again: true });
    expect(id).toBeGreaterThan(first);
    expect(counts).toEqual({ rows: 3, ticked: 0, waiting: 1, different: 1, settled: 0, bad: 4 });
    expect(await standing()).toEqual(before);
  });

  it('a difference that is gone closes its issue; a workbook will do as well', async () => {
    const rows = [
      ['H2', '王秀英2', '突发严重困难户', '否', '', ''],
      ['H1', '王秀英1', '边缘易致贫户', '否', '202206', '赵敏'],
    ];
    const file = Uint8Array.from(await workbook(HEADER.split(','), rows));
    const { counts } = await compare(file, { name: '国家系统导出.xlsx' });
    expect(counts).toEqual({ rows: 2, ticked: 1, waiting: 0, different: 0, settled: 1, bad: 0 });
    expect(await standing()).toEqual({ waiting: [], issues: [] });
  });

  it('keeps the results, newest first, page by page', async () => {
    const { client } = walk.county;
    const page = await client.national.comparisons({ limit: 2 });
    expect(page.items.map(({ fileName, state }) => [fileName, state])).toEqual([
      ['国家系统导出.xlsx', 'done'],
      ['国家系统导出.csv', 'done'],
    ]);
    const next = await client.national.comparisons({ limit: 2, cursor: page.next });
    expect(next.items[0]?.id).toBe(first);
    expect(await refusalOf(client.national.comparisons({ cursor: 'x' }))).toBe('lists.bad-cursor');
  });
});

describe('what is no export of the national system', () => {
  it.each<[string, () => Promise<Content> | Content, string]>([
    ['columns are missing', () => '姓名,年龄\n甲,1\n', '缺少必需的列：户编号、监测对象类别、风险是否已消除'],
    ['empty', () => '', '文件是空的'],
    ['nothing but the header', () => `${HEADER}\n`, '里只有表头，没有一户'],
    ['UTF-16', () => Buffer.from(`\ufeff${FILE}`, 'utf16le'), 'UTF-16 编码'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '不是表格'],
    [
      'a workbook cut off',
      async () => Uint8Array.from((await workbook(HEADER.split(','), [['H1']])).slice(0, 3000)),
      '工作簿不完整或已损坏',
    ],
    ['a column twice', () => '户编号,户编号,监测对象类别,风险是否已消除\n', '出现了不止一次'],
  ])('is refused whole: %s', async (_what, content, sentence) => {
    const { state, problem, counts } = await compare(await content());
    expect({ state, counts }).toEqual({ state: 'failed', counts: undefined });
    expect(problem).toContain(sentence);
  });

  it('in GB18030, or with bytes of no encoding, it is read as far as it can be', async () => {
    const gb = Buffer.concat([
      Buffer.from('bba7b1e0bac52c', 'hex'), // 户编号,
      Buffer.from('bce0b2e2b6d4cff3c0e0b1f02c', 'hex'), // 监测对象类别,
      Buffer.from('b7e7cfd5cac7b7f1d2d1cffbb3fd0a', 'hex'), // 风险是否已消除
      Buffer.from('H2,'),
      Buffer.from('cdbbb7a2d1cfd6d8c0a7c4d1bba7', 'hex'), // 突发严重困难户
      Buffer.from(',\nH3,'),
      Buffer.from('ffff', 'hex'),
      Buffer.from(',\n'),
    ]);
    const { state, counts, badRows } = await compare(gb);
    expect({ state, rows: counts?.rows }).toEqual({ state: 'done', rows: 1 });
    expect(badRows.map(({ line, column }) => [line, column])).toEqual([[3, '监测对象类别']]);
  });
});
