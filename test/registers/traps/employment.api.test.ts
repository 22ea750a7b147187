// The traps of employment (domain/registers §8), each by its number; and what asks for action, with what does not.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dues } from '../../../src/app/registers/dues.ts';
import { registerTools } from '../../../src/app/registers/tools.ts';
import type { Need } from '../../../src/modules/employment/domain/needs/needs.ts';
import { tendMessages } from '../../../src/modules/messages/server/index.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { importSet } from '../../../src/platform/server/registers/import-set.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  openSmallRegistry,
  REGION,
  type SmallHousehold,
  VILLAGE,
} from '../../small-registry.ts';
import { formText } from '../form-text.ts';

const person = (name: string, order: number, birth = 19800501) => ({ name, id: idNumber(birth, order) });
const household = (n: number, ...members: ReturnType<typeof person>[]): SmallHousehold => ({
  ...{ number: `户${n}`, village: n > 8 ? NEXT_VILLAGE : VILLAGE, kind: '脱贫户' },
  members: members.map((member, i) => ({ ...member, relation: i === 0 ? '户主' : '配偶' })),
});
const HOUSEHOLDS = [
  household(1, person('其其格', 1), person('巴图', 2)),
  household(2, person('乌云', 3)),
  household(3, person('苏和', 4), person('娜仁', 5)),
  household(4, person('朝鲁', 6, 19500101), person('萨仁', 7)),
  household(5, person('哈斯', 8)),
  household(6, person('格日勒', 9)),
  household(9, person('宝音', 10)),
];

const FILES: Record<string, string> = {
  'public-posts': `岗位编号,嘎查村代码,岗位名称,岗位类别,岗位数,设立日期,月补贴
G1,${VILLAGE},保洁员,保洁,1,2021-01-01,800`,
  workshops: `车间编号,嘎查村代码,车间名称,开办日期,京蒙援建,关闭日期
C1,${VILLAGE},奶食车间,2021-01-01,是,
C2,${VILLAGE},皮革车间,2021-01-01,否,2022-01-31`,
  'workshop-months': `车间编号,月份,是否开工,用工人数
C1,2022-01,是,5
C1,2022-02,否,0
C1,2022-03,否,0
C1,2022-04,否,0`,
  'employment-spells': `务工编号,户编号,人编号,姓名,就业形式,务工地代码,岗位编号,车间编号,开始日期,离岗日期,离岗原因,组织方式,月收入
W1,户1,户11,其其格,外出务工,110105,,,2021-03-01,,,自发,4000
W2,户1,户11,其其格,灵活就业,110105,,,2022-04-01,,,自发,800
W3,户1,户12,巴图,外出务工,150100,,,2022-03-01,2022-05-26,辞退,自发,4000
W4,户2,户21,乌云,外出务工,150100,,,2021-03-01,2022-05-26,辞退,自发,4000
W5,户3,户31,苏和,就近就地,150923,,,2021-03-01,2022-05-20,季节性结束,自发,4000
W6,户4,户41,朝鲁,公益岗位,,G1,,2022-01-01,,,自发,800
W7,户4,户42,萨仁,公益岗位,,G1,,2022-01-01,,,自发,800
W8,户4,户42,萨仁,外出务工,150100,,,2022-04-01,,,自发,3000
W9,户5,户51,哈斯,帮扶车间,,,C1,2022-01-10,,,自发,50000
WA,户9,户91,宝音,外出务工,110105,,,2022-05-01,,,京蒙,4000`,
  'employment-confirmations': `务工编号,月份,务工状态,确认日期,确认方式
W1,2021-05,在岗,2021-05-25,电话
W2,2022-05,在岗,2022-05-20,电话
W6,2022-05,在岗,2022-05-20,电话
W7,2022-05,在岗,2022-05-20,电话
W8,2022-05,在岗,2022-05-20,电话
W9,2022-04,待工,2022-04-20,电话
W9,2022-05,待工,2022-05-20,电话
WA,2022-05,在岗,2022-05-20,电话`,
  targets: `指标,地区代码,年度,下达层级,目标值,计量单位,下达日期
employment.persons,${REGION},2022,国家,10,人,2022-02-25
employment.persons,${REGION},2022,自治区,20,人,2022-02-26`,
  trainings: `培训编号,户编号,人编号,姓名,培训类别,班次或学校,开始日期,结束日期,去向
X1,户6,户61,格日勒,技能培训,电焊班,2021-03-01,2021-04-30,
X2,户1,户11,其其格,技能培训,厨师班,2021-01-01,2021-02-20,
X3,户3,户32,娜仁,雨露计划,职业学院,2020-09-01,2022-04-15,`,
  'household-payouts': `发放编号,户编号,人编号,姓名,发放类别,所属期,发放日期,发放金额
Y1,户4,户41,朝鲁,公益岗位补贴,2022-05,2022-05-25,800`,
};
const NOW = new Date('2022-05-31T02:00:00Z');

let server: TestServer;
let folder: string;
let county: TestUser;
let village: TestUser;

async function load(files: Record<string, string>) {
  const given = [];
  for (const [register, text] of Object.entries(files)) {
    const name = `${register}.csv`;
    await writeFile(path.join(folder, name), text);
    given.push({ path: path.join(folder, name), name, register });
  }
  const { db, keys } = server.shouwang;
  const { files: read } = await importSet(db, keys, systemActor('test'), { ...registerTools, files: given });
  return Object.fromEntries(read.map(({ kind, refused }) => [kind, refused]));
}

beforeAll(async () => {
  server = await openSmallRegistry(HOUSEHOLDS);
  server.moveClock(NOW);
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-traps-'));
  expect(await load(FILES)).toEqual(Object.fromEntries(Object.keys(FILES).map((kind) => [kind, {}])));
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const needsOf = async (need: Need, user = county) => {
  const { rows, counts } = await user.client.employment.needs({ need });
  expect(counts[need]).toBe(rows.length);
  return rows.map(({ subject, words }) => [subject, words]);
};
const figure = async (id: string, day = '2022-05-31') => {
  const region = await server.as({ role: 'region-officer', areaCode: REGION });
  const { figures } = await region.client.figures.list({ day, ids: [id] });
  return figures[0]?.value;
};

describe('registers §8 traps', () => {
  it('1: once employed and never checked is stale, told apart and not in work', async () => {
    expect(await needsOf('stale')).toEqual([['W1', '已有 371 天没有确认在岗']]);
    const { rows } = await village.client.employment.confirmList({ area: VILLAGE, month: '2022-05-01' });
    expect(rows.find(({ standing }) => standing === 'stale')).toMatchObject({ name: '其其格', lastOn: '2021-05-25' });
  });

  it('2: persons are counted, not jobs: who has two is one, at home and in the figure', async () => {
    expect(await figure('employment.persons')).toBe('5');
    expect((await needsOf('lost'))[0]).toEqual(['W3', '离岗 5 天，家中另有 1 人务工']);
  });

  it('3: the share is of what the state set, not of the region’s own target nor of last year', async () => {
    expect(await figure('employment.target_rate')).toBe('5/10');
    expect(await figure('employment.region_target_rate')).toBe('5/20');
  });

  it('4: who was sent by the cooperation is another count, and only of its year', async () => {
    expect(await figure('jingmeng.last_year.labour', '2023-05-31')).toBe('1');
  });

  it('5: a post is one a household, for who has no other work, and is paid', async () => {
    expect(await needsOf('post-household')).toEqual([['W7', '同户 2 人在岗']]);
    expect(await needsOf('post-and-job')).toEqual([['W7', '同时登记外出、车间或以工代赈务工']]);
    expect(await needsOf('post-age')).toEqual([['W6', '72 周岁']]);
    expect(await needsOf('post-over')).toEqual([['G1', '多出 1 人']]);
    expect(await needsOf('post-unpaid')).toEqual([['W7', '已有 150 天没有发放']]);
  });

  it('6: the end of a season is no job lost, until the next could have begun', async () => {
    expect(await needsOf('lost')).toEqual([
      ['W3', '离岗 5 天，家中另有 1 人务工'],
      ['W4', '离岗 5 天，家中无人务工'],
    ]);
    expect(await needsOf('long-break')).toEqual([['W9', '连续 2 个月歇工']]);
    server.moveClock(new Date('2022-09-20T02:00:00Z'));
    expect((await needsOf('lost')).map(([subject]) => subject)).toEqual(['W5', 'W3', 'W4']);
    server.moveClock(NOW);
  });
});

describe('what asks for action', () => {
  it('a workshop that stopped, with who works there; a closed one asks for nothing', async () => {
    expect(await needsOf('workshop-stopped')).toEqual([['C1', '2022-02 起停工，登记在那里务工 1 人']]);
    expect(await needsOf('workshop-silent')).toEqual([]);
    server.moveClock(new Date('2022-06-06T02:00:00Z'));
    expect(await needsOf('workshop-silent')).toEqual([['C1', '2022-05 月报未报']]);
    server.moveClock(NOW);
  });

  it('a training without a job within a year, a graduate nobody asked', async () => {
    expect(await needsOf('training-no-job')).toEqual([['X1', '培训结束 396 天']]);
    expect(await needsOf('graduate')).toEqual([['X3', '毕业 46 天，没有登记去向']]);
  });

  it('what was told twice or wrongly', async () => {
    expect(await needsOf('odd-wage')).toEqual([['W9', '月收入 50000 元']]);
    expect(await needsOf('no-place')).toEqual([['W8', '务工地代码不到旗县']]);
  });

  it('of one’s own area only, by days that the county sets', async () => {
    expect(await needsOf('stale', await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE }))).toEqual([]);
    const setting = { regionCode: COUNTY, effectiveFrom: '2022-05-31', basis: '旗人社局通知' };
    const set = (key: 'post.age', value: number, user = county) =>
      user.client.employment.saveSetting({ requestId: crypto.randomUUID(), key, value, ...setting });
    await set('post.age', 75);
    expect(await needsOf('post-age')).toEqual([]);
    await set('post.age', 70);
    expect(await refusalOf(set('post.age', 60, village))).toMatch(/forbidden/);
  });
});

describe('a job lost', () => {
  const keyOf = async (text: string) => {
    const spells = county.client.registers['employment-spells'];
    const found = (await spells?.list({ text }))?.items.find(({ values }) => values.number === text);
    if (!found) throw new Error(`no job ${text}`);
    return { countyCode: found.countyCode, id: found.id, version: found.version };
  };

  it('is settled by a visit that says what comes of it', async () => {
    const spells = village.client.registers['employment-spells'];
    const visit = async (opinion?: string) =>
      spells?.move({
        ...{
          requestId: crypto.randomUUID(),
          move: 'visit',
          records: [await keyOf('W4')],
          doneOn: '2022-05-30',
          values: {},
        },
        ...(opinion ? { opinion } : {}),
      });
    expect(await refusalOf(visit())).toBe('registers.move-unexplained');
    expect(await visit('已联系劳务站，六月外出')).toEqual({ moved: 1, refused: [] });
    expect((await needsOf('lost')).map(([subject]) => subject)).toEqual(['W3']);
  });

  it('is told to the village by its term', async () => {
    const heard = async (user: TestUser) =>
      (await user.client.messages.list({ state: 'unread' })).items.map(({ kind, facts }) => [kind, facts.text]);
    const roundOn = async (day: string) => {
      server.moveClock(new Date(`${day}T01:00:00Z`));
      await tendMessages(server.api.services, server.shouwang.db, { dues });
    };
    await roundOn('2022-05-29');
    await roundOn('2022-05-30');
    expect(await heard(village)).toContainEqual(['due', '离岗后走访：1 人将于 2022-06-02 到期，须由本级办理。']);
    server.moveClock(NOW);
  });

  it('in a house where nobody else works becomes a clue where the county has set it so, and never twice', async () => {
    const clues = async () => (await county.client.clues.clues({})).items.map(({ personName }) => personName);
    const leave = async (number: string) =>
      county.client.registers['employment-spells']?.move({
        ...{ requestId: crypto.randomUUID(), move: 'leave', records: [await keyOf(number)], doneOn: '2022-05-31' },
        values: { leavingReason: 'dismissed' },
      });
    await leave('W9');
    expect(await clues()).toEqual([]);
    const setting = {
      regionCode: COUNTY,
      effectiveFrom: '2022-05-31',
      basis: '旗方案',
      requestId: crypto.randomUUID(),
    };
    await county.client.employment.saveSetting({ key: 'lost.clue', value: 1, ...setting });
    await leave('WA');
    await leave('W8');
    expect(await clues()).toEqual(['宝音']);
  });
});

describe('before a job and beside it', () => {
  const open = (code: string, user: TestUser) => {
    const found = user.client.registers[code];
    if (!found) throw new Error(`no register ${code}`);
    return found;
  };
  const add = (code: string, values: Record<string, unknown>, user = village) =>
    open(code, user).add({ requestId: crypto.randomUUID(), values });
  const step = async (code: string, text: string, name: string, values: object = {}, user = village, opinion = '') => {
    const found = (await open(code, user).list({ text })).items[0];
    if (!found) throw new Error(`no row ${text}`);
    const { countyCode, id, version } = found;
    return open(code, user).move({
      ...{ requestId: crypto.randomUUID(), move: name, records: [{ countyCode, id, version }], doneOn: '2022-05-31' },
      ...{ values: values as Record<string, unknown>, ...(opinion ? { opinion } : {}) },
    });
  };
  const stateOf = async (code: string, text: string) =>
    (await open(code, county).list({ text })).items.map(({ state }) => state)[0];
  const said = async (attempt: Promise<unknown>) => JSON.stringify(await attempt.catch((error: unknown) => error));

  it('a wish waits until something is offered; it ends in a job, or with who looks no longer', async () => {
    const wish = {
      wishScope: 'county',
      statedOn: '2022-04-10',
      name: '格日勒',
      householdNumber: '户6',
      personNumber: '户61',
    };
    await add('work-wishes', { number: 'Q1', ...wish });
    expect(await needsOf('wish')).toEqual([['Q1', '登记 51 天，没有推荐岗位']]);
    await step('work-wishes', 'Q1', 'offer', { offer: '奶食车间包装工' });
    expect(await needsOf('wish')).toEqual([]);
    await step('work-wishes', 'Q1', 'decline', {}, village, '照顾老人');
    expect(await stateOf('work-wishes', 'Q1')).toBe('declined');
    await step('work-wishes', 'Q1', 'ask-again', {}, village, '老人有人照顾了');
    expect(await needsOf('wish')).toHaveLength(1);
    await step('work-wishes', 'Q1', 'work', { spellNumber: 'W1' });
    expect([await stateOf('work-wishes', 'Q1'), await needsOf('wish')]).toEqual(['working', []]);
  });

  it('a post is for one of a household who has no other work, no more than there are, after it hung in the village', async () => {
    const post = (number: string, postCount: number) =>
      add(
        'public-posts',
        { number, postCount, villageCode: VILLAGE, postName: '护林员', postKind: 'forest', foundedOn: '2021-01-01' },
        county,
      );
    await post('G2', 2);
    await post('G3', 9);
    const ask = (number: string, personNumber: string, name: string, more: object = {}) =>
      add('post-holders', {
        ...{
          number,
          name,
          personNumber,
          householdNumber: personNumber.slice(0, -1),
          postNumber: 'G2',
          appliedOn: '2022-05-01',
        },
        ...more,
      });
    const hindered = (number: string) => said(step('post-holders', number, 'approve', {}, county));
    await ask('H1', '户11', '其其格');
    expect(await hindered('H1')).toContain('外出、车间或以工代赈');
    await ask('H2', '户61', '格日勒', { approvedOn: '2022-05-10' });
    await ask('H3', '户21', '乌云');
    expect(await hindered('H3')).toContain('公示');
    await ask('H4', '户32', '娜仁', { approvedOn: '2022-05-10' });
    expect(await hindered('H3')).toContain('没有空缺');
    await ask('H5', '户31', '苏和', { postNumber: 'G3' });
    expect(await hindered('H5')).toContain('一户最多几人在公益岗位');
    // How many a household may have is what the county sets.
    const two = { requestId: crypto.randomUUID(), regionCode: COUNTY, key: 'post.household' as const, value: 2 };
    await county.client.employment.saveSetting({ ...two, effectiveFrom: '2022-05-31', basis: '旗方案' });
    expect(await hindered('H5')).not.toContain('一户最多几人在公益岗位');
    await step('post-holders', 'H2', 'sign', { agreedUntil: '2022-06-10' });
    await step('post-holders', 'H2', 'start');
    expect(await stateOf('post-holders', 'H2')).toBe('serving');
    await step('post-holders', 'H2', 'assess', { assessment: 'fit' }, village, '每周巡护三次');
    server.moveClock(new Date('2022-06-20T02:00:00Z'));
    expect((await needsOf('post-term')).map(([subject]) => subject)).toContain('H2');
    server.moveClock(NOW);
    await step('post-holders', 'H2', 'leave', { exitReason: 'own' });
    expect(await stateOf('post-holders', 'H2')).toBe('left');
  });

  it('a student of 雨露计划 is in school, paid every term, finished, and led somewhere', async () => {
    expect(await stateOf('trainings', 'X3')).toBe('finished');
    await add(
      'trainings',
      {
        number: 'X4',
        householdNumber: '户2',
        personNumber: '户21',
        name: '乌云',
        trainingKind: 'yulu',
        classOrSchool: '职业学院',
        startedOn: '2021-09-01',
      },
      county,
    );
    expect(await stateOf('trainings', 'X4')).toBe('studying');
    expect(await needsOf('yulu-unpaid')).toEqual([['X4', '已有 272 天没有发放']]);
    await add(
      'household-payouts',
      {
        number: 'Y2',
        householdNumber: '户2',
        personNumber: '户21',
        name: '乌云',
        payoutKind: 'yulu',
        period: '2021-2022-2',
        paidOn: '2022-04-01',
        amountFen: 150_000,
      },
      county,
    );
    expect(await needsOf('yulu-unpaid')).toEqual([]);
    await step('trainings', 'X3', 'visit', { destination: 'seeking' });
    await step('trainings', 'X3', 'help', {}, village, '推荐到旗医院');
    expect(await stateOf('trainings', 'X3')).toBe('helping');
    await step('trainings', 'X3', 'place', { destination: 'employed' });
    expect(await stateOf('trainings', 'X3')).toBe('placed');
  });
});

describe('forms by their usual names', () => {
  it.each([
    ['spells', ['脱贫人口务工监测台账', 'W1', '其其格'], ['W4']],
    ['month', ['月度务工情况表'], []],
    ['posts', ['公益岗位台账及考核', '保洁员', '考核结果'], []],
    ['relief', ['以工代赈劳务报酬发放表'], []],
    ['trainings', ['培训花名册'], []],
    ['yulu', ['雨露计划补助花名册'], []],
    ['graduates', ['毕业生就业跟踪表'], []],
  ] as const)('%s', async (form, words, missing) => {
    const text = await formText(county, `/employment/forms/${form}`);
    for (const word of words) expect(text).toContain(word);
    for (const word of missing) expect(text).not.toContain(word);
  });
});
