// The numbered traps of registers §13 and §14: documents, clauses and tasks; who a clause is for; who answers where.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dutiesDues } from '../../../src/modules/duties/server/index.ts';
import { policiesDues } from '../../../src/modules/policies/server/index.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  openSmallRegistry,
  REGION,
  VILLAGE,
} from '../../small-registry.ts';

let server: TestServer;
let county: TestUser;
let region: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();
const TODAY = '2022-06-15';
const NAMES = ['其其格', '巴图', '乌云', '那顺'];

beforeAll(async () => {
  server = await openSmallRegistry(
    NAMES.map((name, i) => ({
      ...{ number: `户000${i + 1}`, village: i < 3 ? VILLAGE : NEXT_VILLAGE, kind: i < 2 ? '脱贫户' : '一般农户' },
      members: [{ name, id: idNumber(19800501 + i, 2 * i + 2), dibao: i === 1 }],
    })),
  );
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  server.moveClock(new Date(`${TODAY}T04:00:00Z`));
  await policy('P-1', {
    title: '实施意见',
    role: 'main',
    documentNo: '内党发〔2021〕1号',
    issuer: '自治区党委、自治区政府',
  });
  await policy('P-2', { title: '稳岗补助办法' });
  for (const clauseNo of ['第六条', '第七条']) await clause('P-2', clauseNo);
});
afterAll(() => server.close());

const add = async (user: TestUser, code: string, values: Record<string, unknown>) =>
  user.client.registers[code]?.add({ requestId: id(), values });

function policy(number: string, more: Record<string, unknown> = {}, user = region) {
  const values = { number, regionCode: REGION, title: number, issuer: '自治区政府', issuedOn: '2021-05-01' };
  return add(user, 'policies', { ...values, sets: ['one-plus-n'], role: 'supporting', ...more });
}
const clause = (documentNumber: string, clauseNo: string, more: Record<string, unknown> = {}) =>
  add(region, 'policy-clauses', { documentNumber, clauseNo, gist: `补助${clauseNo}`, ...more });
const rule = (clauseNo: string, ruleNo: number, more: Record<string, unknown>, user = region) =>
  add(user, 'policy-clause-rules', {
    ...{ documentNumber: 'P-2', clauseNo, regionCode: REGION, ruleNo, target: 'household', cycle: 'yearly' },
    ...{ effectiveOn: '2022-01-01', ...more },
  });
const task = (number: string, more: Record<string, unknown>) =>
  add(county, 'policy-tasks', {
    ...{ number, regionCode: COUNTY, documentNumber: 'P-2', taskText: `任务 ${number}`, leadUnit: '农牧局' },
    ...{ startedOn: '2022-01-01', dueOn: '2022-12-31', ...more },
  });

/** Takes it out of the counts of later tests. */
async function cancelTask(number: string) {
  const [row] = (await county.client.registers['policy-tasks']?.list({ area: COUNTY, text: number }))?.items ?? [];
  if (!row) throw new Error(`${number} is not there`);
  const { countyCode, id: own, version } = row;
  const key = { requestId: id(), countyCode, id: own, version };
  await county.client.registers['policy-tasks']?.change({ ...key, values: { voided: true, voidReason: '测试' } });
}

const page = (more: object = {}, user = county) => user.client.policies.tasks({ ...more });
const concerns = async () => (await page()).concerns.map(({ concern, subject }) => `${concern} ${subject}`);

describe('§13 tasks', () => {
  test('what is late, due soon or done follows from days and reports, and a past day is asked about as it was', async () => {
    await task('T-1', { dueOn: '2022-06-01', progress: 'done', completedOn: '2022-06-10' });
    await task('T-2', { dueOn: '2022-07-01', reportFrequency: 'monthly' });
    await task('T-3', { dueOn: '2022-06-01', progress: 'under-way' });
    const { items, counts } = await page();
    expect(Object.fromEntries(items.map(({ number, standing }) => [number, standing]))).toEqual({
      ...{ 'T-1': 'done-late', 'T-2': 'due-soon', 'T-3': 'late' },
    });
    expect(counts).toEqual({ 'done-late': 1, 'due-soon': 1, late: 1 });
    expect((await page({ on: '2022-06-05' })).counts).toEqual({ late: 2, 'due-soon': 1 });
    expect((await page({}, stranger)).items).toEqual([]);
  });

  test('the county is told of what is due, and of the report that is lacking until it is there', async () => {
    const due = async (key: string) =>
      server.shouwang.db.bulkRead(async (tx) => policiesDues.find((one) => one.key === key)?.rows(tx, TODAY));
    expect(await due('policies.task-due.county')).toEqual([
      { placeCode: COUNTY, dueOn: '2022-06-01' },
      { placeCode: COUNTY, dueOn: '2022-07-01' },
    ]);
    expect(await due('policies.task-due.league')).toEqual([]);
    expect(await due('policies.report-due.county')).toEqual([{ placeCode: COUNTY, dueOn: '2022-06-10' }]);
    expect(await concerns()).toContain('report-missing T-2');
    const report = { taskNumber: 'T-2', period: '2022-05', reportedOn: '2022-06-08', progress: 'under-way' };
    await add(county, 'policy-task-reports', { ...report, progressText: '已安排' });
    expect(await due('policies.report-due.county')).toEqual([]);
    expect(await concerns()).not.toContain('report-missing T-2');
  });

  test('a goal that names a figure is what is counted, whatever was reported', async () => {
    await task('T-9', {
      dueOn: '2022-12-01',
      figure: 'specialists',
      target: 0,
      progress: 'done',
      completedOn: '2022-06-01',
    });
    await task('T-10', { dueOn: '2022-12-01', figure: '没有这个指标', target: 5 });
    const { items } = await page();
    const goal = (number: string) => items.find((one) => one.number === number)?.goal;
    // No specialist is on record: no number, and so not reached.
    expect(goal('T-9')).toEqual({ id: 'specialists', unit: '名', shown: '无数据' });
    expect(goal('T-10')).toBeUndefined();
    expect(await concerns()).toContain('figure-unknown T-10');
    await add(region, 'cadres', { number: 'TP', name: '那顺', regionCode: REGION });
    const posting = { cadreNumber: 'TP', regionCode: COUNTY, postedOn: '2021-08-01' };
    await add(region, 'specialist-postings', posting);
    await task('T-11', {
      dueOn: '2022-12-01',
      figure: '科技特派员',
      target: 2,
      progress: 'done',
      completedOn: '2022-06-01',
    });
    expect((await page()).items.find(({ number }) => number === 'T-11')?.goal).toMatchObject({
      value: 1,
      reached: false,
    });
    expect(await concerns()).toContain('goal-not-reached T-11');
    expect(await concerns()).not.toContain('goal-not-reached T-9');
    for (const number of ['T-9', 'T-10', 'T-11']) await cancelTask(number);
  });

  test('who reported does not check the report', async () => {
    const [report] = (await county.client.registers['policy-task-reports']?.list({ area: COUNTY }))?.items ?? [];
    if (!report) throw new Error('the report is not there');
    const { countyCode, id: recordId, version } = report;
    const move = (user: TestUser) =>
      user.client.registers['policy-task-reports']?.move({
        ...{ requestId: id(), move: 'check', doneOn: TODAY, values: {} },
        records: [{ countyCode, id: recordId, version }],
      });
    expect(await refusalOf(Promise.resolve(move(county)))).toBe('registers.not-moved');
    expect((await move(region))?.refused).toEqual([]);
  });
});

describe('§13 documents', () => {
  test('registers §13 trap 1: documents, clauses and tasks are three counts', async () => {
    expect(await page()).toMatchObject({ documents: 2, supporting: 1, clauses: 2, tasks: 3 });
  });

  test('registers §13 trap 2: a county’s copy of a document does not stand beside it unseen', async () => {
    await policy('P-C', { regionCode: COUNTY, title: '转发《稳岗补助办法》的通知', issuer: '化德县政府' }, county);
    expect(await concerns()).toContain('copy-counted P-C');
  });

  test('registers §13 trap 4: one number under one of its joint issuers is one document entered twice', async () => {
    await policy('P-3', { documentNo: '内党发〔2021〕1号', issuer: '自治区政府' });
    const told = (await page({}, region)).concerns.map(({ concern, subject }) => `${concern} ${subject}`);
    expect(told).toEqual(expect.arrayContaining(['same-number P-1', 'same-number P-3']));
  });
});

describe('§13 clauses', () => {
  const overview = async () => {
    const { clauses } = await county.client.entitlements.overview({});
    return Object.fromEntries(clauses.map(({ clauseNo, meant, missing }) => [clauseNo, [meant, missing]]));
  };
  const missing = async (clauseNo: string, user = county) =>
    (await user.client.entitlements.households({ document: 'P-2', clause: clauseNo })).items.map(
      ({ number }) => number,
    );

  test('who has not got what clause 7 promises: households by rules over facts, payouts and benefits counted once', async () => {
    await rule('第七条', 1, {
      allFacts: ['lifted'],
      payoutKinds: ['local-job'],
      bring: '户口簿',
      counter: '自治区大厅',
    });
    await rule('第六条', 1, { anyFacts: ['lifted', 'general'], noFacts: ['dibao'] });
    expect(await overview()).toEqual({ 第六条: [3, 3], 第七条: [2, 2] });
    const payout = {
      householdNumber: '户0001',
      name: '其其格',
      payoutKind: 'local-job',
      period: '2022',
      amountFen: 50_000,
    };
    await add(county, 'household-payouts', { ...payout, number: 'F-1', paidOn: '2022-03-01' });
    // Last year's does not count for this one.
    await add(county, 'household-payouts', {
      ...payout,
      number: 'F-2',
      householdNumber: '户0002',
      name: '巴图',
      paidOn: '2021-12-31',
    });
    expect(await missing('第七条')).toEqual(['户0002']);
    const benefit = {
      documentNumber: 'P-2',
      clauseNo: '第七条',
      householdNumber: '户0002',
      name: '巴图',
      period: '2022',
    };
    await add(county, 'policy-benefits', { ...benefit, number: 'B-1', receivedOn: '2022-05-01' });
    expect(await missing('第七条')).toEqual([]);
    expect(await missing('第六条')).toEqual(['户0001', '户0003', '户0004']);
    expect(await missing('第六条', stranger)).toEqual([]);
  });

  test('a line of income is held by those alone whose income is known and below it', async () => {
    await clause('P-2', '第八条');
    await rule('第八条', 1, { perHeadBelowFen: 1_400_000 });
    expect((await overview()).第八条).toEqual([0, 0]);
    await rule('第八条', 2, { perHeadBelowFen: 1_400_001, noFacts: ['lifted'] });
    expect(await missing('第八条')).toEqual(['户0003', '户0004']);
  });

  test('a household is told what applies to it, why, and what to bring to the counter of its own county', async () => {
    await rule(
      '第七条',
      1,
      { allFacts: ['lifted'], regionCode: COUNTY, bring: '户口簿、银行卡', counter: '县政务大厅 3 号窗口' },
      county,
    );
    const [house] = (await county.client.households.list({ area: COUNTY })).items.filter(
      ({ number }) => number === '户0001',
    );
    if (!house) throw new Error('户0001 is not there');
    const told = await county.client.entitlements.ofHousehold({ countyCode: house.countyCode, id: house.id });
    expect(told.facts).toEqual(['lifted', 'able', 'zero-job']);
    expect(told.clauses).toMatchObject([
      { clauseNo: '第六条', why: '脱贫户或一般农牧户；不含有低保对象' },
      { clauseNo: '第七条', why: '脱贫户', receivedOn: '2022-03-01' },
    ]);
    const paper = await county.get(`/entitlements/households/${house.countyCode}/${house.id}/paper?format=html`);
    expect(await paper.text()).toContain('补助第七条');
    expect(
      await refusalOf(stranger.client.entitlements.ofHousehold({ countyCode: house.countyCode, id: house.id })),
    ).toBe('entitlements.household-not-found');
  });

  test('registers §13 trap 3: what was replaced promises nothing, and what still rests on it is told', async () => {
    await policy('P-4', { title: '新的稳岗补助办法', issuedOn: '2022-06-01', replaces: 'P-2' });
    expect(await overview()).toEqual({});
    expect(await concerns()).toEqual(expect.arrayContaining(['task-of-replaced T-3', 'task-of-replaced T-2']));
    const benefit = {
      documentNumber: 'P-2',
      clauseNo: '第七条',
      householdNumber: '户0001',
      name: '其其格',
      period: '2022',
    };
    await add(county, 'policy-benefits', { ...benefit, number: 'B-2', receivedOn: '2022-06-10' });
    const { lapsed } = await county.client.entitlements.overview({});
    expect(lapsed.map(({ number }) => number)).toEqual(['B-2']);
  });
});

describe('§14 the chain', () => {
  const CADRES = { 'D-1': '斯琴', 'D-2': '朝鲁', 'D-3': '阿木古楞' };
  const term = (
    regionCode: number,
    post: string,
    cadreNumber: string,
    more: Record<string, unknown> = {},
    user = county,
  ) => add(user, 'duty-terms', { regionCode, post, cadreNumber, appointedOn: '2021-07-01', ...more });
  const at = async (area: number, on?: string) =>
    (await county.client.duties.chain({ area, ...(on ? { on } : {}) })).above.at(-1);
  const names = async (area: number, on?: string) =>
    (await at(area, on))?.holders.map(({ post, name, acting }) => `${post} ${name}${acting ? ' acting' : ''}`);
  const gaps = async (kind: 'vacant-post' | 'case-unnamed' | 'project-person-left') =>
    (await county.client.duties.gaps({ area: COUNTY, kind })).rows;

  test('registers §14 trap 1: one person in two posts of a village is two terms, and the village lacks nobody', async () => {
    for (const [number, name] of Object.entries(CADRES))
      await add(county, 'cadres', { number, name, regionCode: COUNTY, post: '干部' });
    await term(VILLAGE, 'secretary', 'D-1');
    expect((await at(VILLAGE))?.vacant).toEqual([{ post: 'government-head' }]);
    await term(VILLAGE, 'government-head', 'D-1');
    expect(await at(VILLAGE)).toMatchObject({ level: 'village', vacant: [] });
    const { complete } = await county.client.duties.chain({ area: VILLAGE });
    expect(complete).toEqual([{ level: 'village', regions: 1, whole: 1 }]);
    expect(await names(VILLAGE, '2021-06-30')).toEqual([]);
  });

  test('registers §14 trap 3: a name is no link of the chain, a cadre of the roster is', async () => {
    expect(await refusalOf(Promise.resolve(term(VILLAGE, 'liaison', '斯琴')))).toBe('registers.refused');
  });

  test('registers §14 trap 4: somebody acting holds the post beside nobody, and is called so', async () => {
    await term(COUNTY, 'secretary', 'D-2', { inCharge: true });
    expect(await names(COUNTY)).toEqual(['secretary 朝鲁 acting']);
    expect((await at(COUNTY))?.vacant).toEqual([{ post: 'in-charge-of' }]);
  });

  test('a leading group that does not meet, and a secretary who does not report, are told in time', async () => {
    const due = async (key: string, on: string) =>
      server.shouwang.db.bulkRead(async (tx) => dutiesDues.find((one) => one.key === `duties.${key}`)?.rows(tx, on));
    const member = {
      regionCode: COUNTY,
      groupName: '领导小组',
      groupRole: 'head',
      memberUnit: '旗委',
      memberPost: '书记',
    };
    await add(county, 'leading-groups', { ...member, joinedOn: '2022-01-01' });
    expect(await due('meeting.county', TODAY)).toEqual([{ placeCode: COUNTY, dueOn: '2022-04-02' }]);
    const action = { regionCode: COUNTY, post: 'secretary', topic: '研究防返贫' };
    await add(county, 'duty-actions', { ...action, doneOn: '2022-06-01', actionKind: 'meeting' });
    expect(await due('meeting.county', TODAY)).toEqual([{ placeCode: COUNTY, dueOn: '2022-08-31' }]);
    expect(await due('report.county', '2022-12-28')).toEqual([{ placeCode: COUNTY, dueOn: '2022-12-31' }]);
    await add(county, 'duty-actions', { ...action, doneOn: '2022-06-10', actionKind: 'report' });
    expect(await due('report.county', '2022-12-28')).toEqual([]);
  });

  test('a quarter of a town where no household of the registry lives is asked for nobody; one where some live is', async () => {
    const QUARTER = 150923101003;
    const asked = async (area: number) => (await county.client.duties.chain({ area })).complete.length;
    expect(await asked(QUARTER)).toBe(0);
    expect(await asked(NEXT_VILLAGE)).toBe(1);
    expect((await at(QUARTER))?.vacant).toEqual([]);
    const { items } = await county.client.pairing.unhelped({ level: 'village', area: 150923101000, limit: 50 });
    expect(items.map(({ code }) => code)).not.toContain(QUARTER);
    expect(items.map(({ code }) => code)).toContain(NEXT_VILLAGE);
  });

  const leave = async (user: TestUser, cadres: string[]) => {
    const { items = [] } = (await user.client.registers['duty-terms']?.list({ area: COUNTY })) ?? {};
    const records = items
      .filter(({ values }) => cadres.includes(String(values.cadreNumber)))
      .map(({ countyCode, id: recordId, version }) => ({ countyCode, id: recordId, version }));
    return user.client.registers['duty-terms']?.move({
      requestId: id(),
      move: 'leave',
      doneOn: '2022-05-20',
      values: {},
      records,
    });
  };

  test('a handover that leaves a project without a person is refused, and goes once the project has another', async () => {
    await term(COUNTY, 'liaison', 'D-3');
    const project = {
      number: 'X-1',
      regionCode: COUNTY,
      projectName: '棚圈',
      projectKind: 'industry',
    };
    await add(county, 'projects', { ...project, responsible: '阿木古楞', startedOn: '2022-03-01' });
    expect(await refusalOf(leave(county, ['D-3']))).toBe('registers.not-moved');
    expect(await county.client.duties.cadre({ number: 'D-3' })).toMatchObject({
      ...{
        name: '阿木古楞',
        terms: [{ post: 'liaison', level: 'county' }],
        held: [{ kind: 'project', subject: 'X-1' }],
      },
    });
    const paper = await county.get('/duties/cadres/D-3/paper?format=html');
    expect(await paper.text()).toMatch(/移交的事项.*X-1/s);
    const { items = [] } = (await county.client.registers.projects?.list({ area: COUNTY })) ?? {};
    const [first] = items;
    if (!first) throw new Error('the project is not there');
    const { countyCode, id: recordId, version } = first;
    await county.client.registers.projects?.change({
      requestId: id(),
      countyCode,
      id: recordId,
      version,
      values: { responsible: '斯琴' },
    });
    expect((await leave(county, ['D-3']))?.refused).toEqual([]);
  });

  test('registers §14 trap 2: a wave of transfers is one move of many, and what it leaves empty is listed and told above', async () => {
    expect((await leave(county, ['D-1', 'D-2']))?.moved).toBe(3);
    const rows = await gaps('vacant-post');
    expect(rows.find(({ subject }) => subject === `${VILLAGE} secretary`)).toMatchObject({
      since: '2022-05-20',
      late: true,
    });
    expect(await names(VILLAGE, '2022-05-19')).toEqual(['secretary 斯琴', 'government-head 斯琴']);
    const due = dutiesDues.find(({ key }) => key === 'duties.vacant.village');
    const told = await server.shouwang.db.bulkRead(async (tx) => due?.rows(tx, TODAY));
    expect(told).toEqual([1, 2].map(() => ({ placeCode: VILLAGE, dueOn: '2022-06-04' })));
    // From now on the project’s person is one who left.
    expect((await gaps('project-person-left')).map(({ subject }) => subject)).toEqual(['X-1']);
  });

  test('the chain of a household is told and printed for its file, and is nobody’s in another county', async () => {
    const [house] = (await county.client.households.list({ area: COUNTY })).items;
    if (!house) throw new Error('there is no household');
    const key = { countyCode: house.countyCode, id: house.id };
    const told = await county.client.duties.ofHousehold({ ...key, on: '2022-01-01' });
    expect(told.levels.map(({ level, holders }) => `${level} ${holders.length}`)).toEqual([
      ...['autonomous-region 0', 'prefecture 0', 'county 2', 'township 0', 'village 2'],
    ]);
    const paper = await county.get(`/duties/households/${key.countyCode}/${key.id}/paper?format=html`);
    expect(await paper.text()).toContain('空缺');
    expect(await refusalOf(stranger.client.duties.ofHousehold(key))).toBe('duties.household-not-found');
  });
});
