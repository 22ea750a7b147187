// The list for the national system: it grows with the decisions, is ticked off and taken back, and the national export ticks
// off what is done and tells what differs.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { newId, openWalk, type Walk } from '../../../../test/monitoring-walk.ts';
import {
  COUNTY,
  idNumber,
  OTHER_COUNTY,
  OTHER_VILLAGE,
  openSmallRegistry,
  VILLAGE,
} from '../../../../test/small-registry.ts';

let server: TestServer;
let walk: Walk;
let caseId: number;

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
  caseId = await walk.open(household?.id ?? 0, '2022-06-01');
  await walk.approve(caseId, { verify: '2022-06-03', notice: '2022-06-04', end: '2022-06-09' });
  await walk.conclude(caseId, '2022-06-09');
  await walk.plan(caseId);
});

afterAll(() => server.close());

async function listed(user: TestUser, state: 'waiting' | 'done' | 'all' = 'waiting') {
  const { items, total } = await user.client.monitoring.nationalChanges({ area: COUNTY, state });
  expect(total).toBe(items.length);
  return items;
}

const brief = (items: { field: string; newValue: string }[]) =>
  items.map(({ field, newValue }) => `${field}=${newValue}`);

async function tick(items: { countyCode: number; id: number }[], done = true) {
  const changes = items.map(({ countyCode, id }) => ({ countyCode, id }));
  return walk.township.client.monitoring.tickNational({ requestId: newId(), changes, done, note: '' });
}

async function compare(content: string, name = '国家系统导出.csv', user = walk.county) {
  const fileId = await user.upload(name, content);
  return user.client.monitoring.compareNational({ requestId: newId(), fileId });
}

const HEADER = '户编号,户主姓名,监测对象类别,风险是否已消除,识别监测时间,帮扶责任人';

describe('the list for the national system', () => {
  it('holds what the decisions changed', async () => {
    expect(brief(await listed(walk.township))).toEqual([
      'category=边缘易致贫户',
      'identified=202206',
      'risks=因病',
      'cleared=否',
      'responsible=王建国',
    ]);
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect((await other.client.monitoring.nationalChanges({})).items).toEqual([]);
  });

  it('an entry that waits is brought up to date instead of standing twice', async () => {
    await walk.plan(caseId, '李秀兰');
    expect(brief(await listed(walk.township)).filter((text) => text.startsWith('responsible'))).toEqual([
      'responsible=李秀兰',
    ]);
  });

  it('is ticked off several at once, and taken back', async () => {
    const waiting = await listed(walk.township);
    const two = waiting.filter(({ field }) => field === 'risks' || field === 'responsible');
    expect(await tick(two)).toEqual({ count: 2 });
    expect(await tick(two)).toEqual({ count: 0 });
    expect(await listed(walk.township)).toHaveLength(3);
    const done = await listed(walk.township, 'done');
    expect(done.every(({ doneOn }) => doneOn === '2022-06-09')).toBe(true);
    const [risks] = done.filter(({ field }) => field === 'risks');
    if (!risks) throw new Error('no entry for risks');
    expect(await tick([risks], false)).toEqual({ count: 1 });
    expect(await listed(walk.township)).toHaveLength(4);
    await tick([risks]);
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    const changes = [{ countyCode: risks.countyCode, id: risks.id }];
    const asked = { requestId: newId(), changes, done: true, note: '' };
    expect(await refusalOf(other.client.monitoring.tickNational(asked))).toBe('monitoring.national-not-found');
  });

  it('an older tick is not taken back while a newer value waits', async () => {
    const responsible = (await listed(walk.township, 'done')).filter(({ field }) => field === 'responsible');
    await walk.plan(caseId, '赵敏');
    expect(await refusalOf(tick(responsible, false))).toBe('monitoring.national-superseded');
  });

  it('is a workbook', async () => {
    const answer = await walk.township.get('/monitoring/national/export?state=all');
    expect(answer.status).toBe(200);
  });
});

async function issues() {
  const { items } = await walk.county.client.households.dataIssues({ code: 'national-difference', state: 'open' });
  return items.map(({ householdNumber, line, about }) => `${householdNumber} ${line} ${about}`);
}

describe('the export of the national system', () => {
  const FILE = [
    HEADER,
    'H1,王秀英1,边缘易致贫户,否,2022-06,王建国',
    'H2,王秀英2,边缘易致贫户,否,202205,张三',
    'H2,王秀英2,边缘易致贫户,否,202205,张三',
    'H3,王秀英3,不是类别,否,,',
    'H4,王秀英4,边缘易致贫户,否,202205,',
    'X9,没有的户,,,,',
    'H3,王秀英3,,,,',
    '',
  ].join('\n');

  it('ticks off what is done there, tells what waits and what differs, and why rows were left out', async () => {
    const result = await compare(FILE);
    expect(result).toMatchObject({ rows: 3, ticked: 3, waiting: 1, different: 1, settled: 0, bad: 4 });
    expect(result.badRows).toEqual([
      {
        line: 5,
        column: '监测对象类别',
        value: '不是类别',
        reason: '须为脱贫不稳定户、边缘易致贫户、突发严重困难户之一',
      },
      { line: 4, column: '户编号', value: 'H2', reason: '与第 3 行重复' },
      { line: 6, column: '户编号', value: 'H4', reason: '本区域的登记册中没有这一户' },
      { line: 7, column: '户编号', value: 'X9', reason: '本区域的登记册中没有这一户' },
    ]);
    expect(
      result.differences.map(({ householdNumber, field, ours, theirs }) => [householdNumber, field, ours, theirs]),
    ).toEqual([['H2', 'category', '突发严重困难户', '边缘易致贫户']]);
    expect(brief(await listed(walk.township))).toEqual(['responsible=赵敏']);
    expect(await issues()).toEqual(['H2 3 监测对象类别:本系统“突发严重困难户”,国家系统“边缘易致贫户”']);
    const done = await listed(walk.township, 'done');
    expect(done.filter(({ doneBy }) => doneBy === '导出比对').map(({ field }) => field)).toEqual([
      'category',
      'identified',
      'cleared',
    ]);
  });

  it('handed in again, changes nothing', async () => {
    expect(await compare(FILE)).toMatchObject({ ticked: 0, waiting: 1, different: 1, settled: 0, bad: 4 });
    expect(await issues()).toEqual(['H2 3 监测对象类别:本系统“突发严重困难户”,国家系统“边缘易致贫户”']);
  });

  it('a difference that is gone closes its issue', async () => {
    const file = [HEADER, 'H2,王秀英2,突发严重困难户,否,,', 'H1,王秀英1,边缘易致贫户,否,202206,赵敏'].join('\n');
    expect(await compare(file)).toMatchObject({ rows: 2, ticked: 1, waiting: 0, different: 0, settled: 1, bad: 0 });
    expect(await issues()).toEqual([]);
    expect(await listed(walk.township)).toEqual([]);
  });

  it('a file without its columns is refused whole', async () => {
    expect(await refusalOf(compare('姓名,年龄\n甲,1\n'))).toBe('tables.missing-columns');
    expect(await refusalOf(compare('', '空.csv'))).toBe('tables.empty');
  });
});
