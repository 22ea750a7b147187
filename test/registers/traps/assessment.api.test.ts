// The numbered traps of registers §19, and the road of a scheme from its draft to the results that are published.

import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { loadExamples } from '../../figures/load-examples.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../harness.ts';

const REGION = 150_000_000_000;
const LEAGUE = 150_900_000_000;
const COUNTY = 150_923_000_000;
const OTHER = 150_922_000_000;
const ACTOR = systemActor('test');
const NUMBER = 'KH2022';
const TODAY = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
const id = () => crypto.randomUUID();

let server: TestServer;
let drafter: TestUser;
let signer: TestUser;
let county: TestUser;
let league: TestUser;

function register(user: TestUser, code: string) {
  const found = user.client.registers[code];
  if (!found) throw new Error(`there is no register ${code}`);
  return found;
}

const add = (code: string, values: Record<string, unknown>, user = drafter) =>
  register(user, code).add({ requestId: id(), values });

const SCHEME = {
  ...{ schemeName: '2022年实绩考核', edition: 1, regionCode: REGION, year: 2022, assessmentKind: 'performance' },
  ...{ targets: 'counties', asOf: '2022-05-31', enteredBy: '2022-06-30', grading: 'thresholds', goodFrom: 90 },
  ...{
    fairlyGoodFrom: 80,
    fairFrom: 60,
    bonusMost: 5,
    deductMost: 10,
    vetoGrade: 'fair',
    missingRule: 'left-out',
    leastWeight: 60,
  },
  ...{ smallBase: 30, baseDrop: 20, objectionDays: 5, groupFigure: 'project.count', groupBounds: '1' },
};
const INDICATORS = [
  { indicatorNumber: '1', indicatorName: '项目资金', source: 'class' },
  {
    ...{
      indicatorNumber: '1.1',
      parentNumber: '1',
      indicatorName: '开工率',
      source: 'figure',
      figure: 'project.start_rate',
    },
    ...{ weight: 40, method: 'linear', better: 'higher', zeroAt: 0, fullAt: 100 },
  },
  {
    ...{
      indicatorNumber: '1.2',
      parentNumber: '1',
      indicatorName: '就业任务',
      source: 'figure',
      figure: '完成国家下达目标任务',
    },
    ...{ weight: 40, method: 'steps', better: 'higher', steps: '95:100、60:80' },
  },
  { indicatorNumber: '2', indicatorName: '群众评价', source: 'hand', weight: 20, method: 'expert', better: 'higher' },
];

async function drawUp(number: string, more: Record<string, unknown> = {}) {
  const key = await add('assessment-schemes', { ...SCHEME, number, ...more });
  for (const indicator of INDICATORS) await add('assessment-indicators', { schemeNumber: number, ...indicator });
  return key;
}

async function keyOf(number: string, code = 'assessment-schemes') {
  const { items } = await register(drafter, code).list({ limit: 200 });
  const found = items.find(({ values }) => values.number === number || values.objectionNumber === number);
  if (!found) throw new Error(`no ${number}`);
  return found;
}

type Moved = { values?: Record<string, unknown>; code?: string; opinion?: string };
async function move(user: TestUser, number: string, name: string, { values = {}, code, opinion }: Moved = {}) {
  const { countyCode, id: own, version } = await keyOf(number, code);
  const records = [{ countyCode, id: own, version }];
  const moved = { requestId: id(), move: name, records, doneOn: TODAY, values };
  return register(user, code ?? 'assessment-schemes').move({ ...moved, ...(opinion ? { opinion } : {}) });
}

const compute = (user: TestUser, number = NUMBER) => user.client.appraisals.compute({ requestId: id(), number });
const results = (user: TestUser, number = NUMBER) => user.client.appraisals.results({ number });
const sheet = (user: TestUser, region = COUNTY, number = NUMBER) => user.client.appraisals.sheet({ number, region });
const valueAt = async (user: TestUser, indicator: string, region = COUNTY) =>
  (await sheet(user, region)).values.find((value) => value.indicator === indicator);

async function force(statement: ReturnType<typeof sql>) {
  await server.shouwang.db.bulk(ACTOR, async (tx) => ({ result: await tx.run(statement), audit: [] }));
}

/** As if all of it had been entered before the last day of entering. */
async function enteredInTime() {
  const tables = await server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql<{
      name: string;
    }>`select relname as name from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace
      and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('recorded_at', 'set_id')) = 2`),
  );
  await force(sql`update import_batches set at = '2022-06-15', finished_at = '2022-06-15'`);
  for (const { name } of tables) await force(sql`update ${sql.table(name)} set recorded_at = '2022-06-15'`);
}

beforeAll(async () => {
  server = await openTestServer();
  await loadExamples(server);
  await enteredInTime();
  drafter = await server.as({ role: 'region-officer', areaCode: REGION });
  signer = await server.as({ areaCode: REGION, role: 'region-officer' });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  league = await server.as({ role: 'region-officer', areaCode: LEAGUE });
  // The region has a target of its own beside those of its counties: a county is held to its own.
  const target = { figure: 'employment.persons', regionCode: REGION, year: 2022, setBy: 'nation', value: 900 };
  await add('targets', { ...target, unit: 'person', setOn: '2022-01-02' });
  await force(sql`update targets set recorded_at = '2022-06-15'`);
  await drawUp(NUMBER);
});
afterAll(async () => {
  await server.close();
});

describe('a scheme', () => {
  test('is issued by another account, and only when its weights add up', async () => {
    await drawUp('KH-off');
    const indicators = register(drafter, 'assessment-indicators');
    const { items } = await indicators.list({ limit: 200 });
    const last = items.find(({ values }) => values.schemeNumber === 'KH-off' && values.indicatorNumber === '2');
    if (!last) throw new Error('no indicator');
    await indicators.change({ requestId: id(), ...last, values: { weight: 19 } });
    const documentNo = { values: { documentNo: '内考发〔2022〕1号' } };
    expect(await refusalOf(move(signer, 'KH-off', 'issue', documentNo))).toBe('registers.not-moved');
    expect(await refusalOf(move(drafter, NUMBER, 'issue', documentNo))).toBe('registers.not-moved');
    expect(await refusalOf(compute(drafter))).toBe('appraisals.not-issued');
    await move(signer, NUMBER, 'issue', documentNo);
  });

  test('once issued, keeps its indicators', async () => {
    const more = { schemeNumber: NUMBER, indicatorNumber: '3', indicatorName: '多出来的', source: 'class' };
    expect(await refusalOf(add('assessment-indicators', more))).toBe('registers.refused');
    const row = (await register(drafter, 'assessment-indicators').list({ limit: 200 })).items.find(
      ({ values }) => values.schemeNumber === NUMBER && values.indicatorNumber === '2',
    );
    if (!row) throw new Error('no indicator');
    const change = { requestId: id(), ...row, values: { weight: 10 } };
    expect(await refusalOf(register(drafter, 'assessment-indicators').change(change))).toBe('registers.refused');
  });

  test('of the region is not computed by a league, nor before the last day of entering is over', async () => {
    expect(await refusalOf(compute(league))).toBe('figures.outside-area');
    await drawUp('KH-late', { enteredBy: '2099-12-31' });
    await move(signer, 'KH-late', 'issue', { values: { documentNo: '内考发〔2022〕2号' } });
    expect(await refusalOf(compute(drafter, 'KH-late'))).toBe('appraisals.still-entering');
  });
});

test('registers §19 trap 5: a value that is missing is not zero, and its weight is left out', async () => {
  const { assessed, missing } = await compute(drafter);
  expect(assessed).toBeGreaterThan(90);
  expect(missing).toBeGreaterThan(assessed);
  const own = await sheet(drafter);
  const points = Object.fromEntries(own.values.map((value) => [value.indicator, value.points]));
  // 1 of 2 projects begun, 2 of 3 in work: half of 40, and the step of 60.
  expect(points).toEqual({ '1.1': 2000, '1.2': 3200, '2': undefined });
  expect(own.standing).toMatchObject({ sum: 6500, total: 6500, missing: 1, grade: 'fair' });
  const empty = await sheet(drafter, OTHER);
  expect(empty.values.find(({ indicator }) => indicator === '1.1')).toMatchObject({ shown: '无数据' });
  expect(empty.standing).not.toHaveProperty('rank');
});

test('registers §19 trap 1: who is of another size is ranked in another group', async () => {
  const { standings } = await results(drafter);
  const groups = new Map(standings.map(({ regionCode, group, rank }) => [regionCode, [group, rank]]));
  expect(groups.get(COUNTY)).toEqual(['1以上', 1]);
  expect(groups.get(OTHER)).toEqual(['1以下', undefined]);
});

test('registers §19 trap 2: a rate is shown with what it is a rate of, and few behind it are flagged', async () => {
  expect(await valueAt(drafter, '1.1')).toMatchObject({ base: 2, doubts: ['small-base'] });
  expect((await results(drafter)).standings.find(({ regionCode }) => regionCode === COUNTY)?.doubts).toBe(1);
});

test('registers §19 trap 4: a problem that is punished once is not punished again', async () => {
  const problem = { number: 'WT1', regionCode: COUNTY, problemSource: 'audit', reportedBackOn: '2022-03-01' };
  await add('problems', {
    ...{ ...problem, problemWording: '资金滞留', responsibleUnit: '财政局', rectificationKind: 'at-once' },
    rectifyBy: '2022-04-01',
  });
  const adjustment = { schemeNumber: NUMBER, targetCode: COUNTY, occurredOn: '2022-03-01', evidence: '审计报告第五页' };
  for (const [adjustmentNumber, points] of [
    ['T1', 2],
    ['T2', 3],
  ])
    await add('assessment-adjustments', {
      ...{
        ...adjustment,
        adjustmentNumber,
        adjustmentKind: 'deduct',
        points,
        reason: '资金滞留',
        problemNumber: 'WT1',
      },
    });
  await add('assessment-marks', {
    ...{ schemeNumber: NUMBER, indicatorNumber: '2', targetCode: COUNTY, scorer: '考核组', value: 90 },
    ...{ evidence: '入户问卷 40 份', scoredOn: '2022-06-20' },
  });
  await compute(drafter);
  const own = await sheet(drafter);
  expect(own.adjustments.map(({ number, idle }) => [number, idle])).toEqual([
    ['T1', true],
    ['T2', false],
  ]);
  expect(own.standing).toMatchObject({ deduct: 300, sum: 2000 + 3200 + 1800, total: 6700 });
});

test('what families answered is a mark of their county: each family once, averaged with what others judged', async () => {
  const household = await server.shouwang.db.bulkRead((tx) =>
    tx.rows(
      sql<{
        number: string;
      }>`select number from households where county_code = ${COUNTY / 1e6} order by number limit 2`,
    ),
  );
  const answer = (householdNumber: string | undefined, question: string, score: number) =>
    add('field-surveys', {
      ...{ schemeNumber: NUMBER, indicatorNumber: '2', householdNumber, question, score, surveyor: '那顺' },
      surveyedOn: '2022-06-21',
    });
  const [first, second] = household;
  const made = [await answer(first?.number, '帮扶满意吗', 60), await answer(first?.number, '知道政策吗', 80)];
  made.push(await answer(second?.number, '帮扶满意吗', 90));
  await compute(drafter);
  // 90 by the assessors; 70 and 90 by the families: 80.
  const value = await valueAt(drafter, '2');
  expect(value).toMatchObject({ shown: '85', points: 1700 });
  expect(value?.marks.map(({ scorer, evidence }) => [scorer, evidence])).toContainEqual(['实地调查', '2 户，3 条回答']);
  for (const { countyCode, id: own } of made) {
    const { version } = await register(drafter, 'field-surveys').get({ countyCode, id: own });
    const voided = { requestId: id(), countyCode, id: own, version, voided: true, reason: '试答' };
    await register(drafter, 'field-surveys').void(voided);
  }
  await compute(drafter);
  expect(await valueAt(drafter, '2')).toMatchObject({ points: 1800 });
});

test('registers §19 trap 3: what is corrected after the cut changes no score', async () => {
  const before = await valueAt(drafter, '1.1');
  await force(sql`with old as (select t.*, to_jsonb(t) as content from projects t where t.number = 'P2')
    insert into register_versions (register, county_code, record_id, place_code, recorded_at, replaced_at, content)
    select 'projects', county_code, id, place_code, recorded_at, '2022-07-03', content from old`);
  await force(sql`update projects set voided = true, recorded_at = '2022-07-03' where number = 'P2'`);
  const now = await drafter.client.figures.show({ id: 'project.start_rate', area: COUNTY, day: '2022-05-31' });
  expect(now.figure.value).toBe('1/1');
  await compute(drafter);
  expect(await valueAt(drafter, '1.1')).toEqual(before);
  // The score opens to the rows it was counted from, as they were known then.
  const rows = await drafter.client.figures.rows({
    ...{ id: 'project.start_rate', area: COUNTY, day: '2022-05-31', knownBy: '2022-06-30', part: '分母' },
  });
  expect(rows.total).toBe(before?.base);
});

test('other weights are tried without anything being kept, and must add up', async () => {
  const tried = await drafter.client.appraisals.whatIf({
    ...{ number: NUMBER },
    weights: [
      { number: '1.1', weight: 10 },
      { number: '1.2', weight: 70 },
    ],
  });
  expect(tried.find(({ regionCode }) => regionCode === COUNTY)).toMatchObject({
    total: 6700,
    newTotal: 500 + 5600 + 1800 - 300,
  });
  const off = drafter.client.appraisals.whatIf({ number: NUMBER, weights: [{ number: '2', weight: 0 }] });
  expect(await refusalOf(off)).toBe('appraisals.weights-not-100');
  expect((await sheet(drafter)).standing.total).toBe(6700);
});

describe('the assessed', () => {
  test('see nothing before the scores are told, then their own, and object with evidence', async () => {
    expect(await results(county)).toMatchObject({ isWhole: false, standings: [] });
    expect(await refusalOf(sheet(county))).toBe('appraisals.not-found');
    expect(await refusalOf(move(drafter, NUMBER, 'approve'))).toBe('registers.not-moved');
    await move(drafter, NUMBER, 'announce');
    const own = await results(county);
    expect(own.standings.map(({ regionCode }) => regionCode)).toEqual([COUNTY]);
    expect(own).toMatchObject({ state: 'announced', isWhole: false, objectionsUntil: expect.any(String) });
    expect(await refusalOf(sheet(county, OTHER))).toBe('appraisals.no-target');
    expect(await refusalOf(compute(drafter))).toBe('appraisals.not-issued');
    const object = (indicator: string) =>
      county.client.appraisals.object({
        ...{ requestId: id(), number: NUMBER, region: COUNTY, indicator, claim: '问卷算错了两份' },
        evidence: '问卷复印件第 3、7 份',
      });
    expect(await refusalOf(object('1'))).toBe('appraisals.no-indicator');
    const { objectionNumber } = await object('2');
    const uphold = { code: 'assessment-objections', values: { reply: '核对后更正', correctedPoints: 19 } };
    expect(await refusalOf(move(league, objectionNumber, 'uphold', uphold))).toBe('registers.not-moved');
    const tooMuch = { ...uphold, values: { reply: '核对后更正', correctedPoints: 21 } };
    expect(await refusalOf(move(drafter, objectionNumber, 'uphold', tooMuch))).toBe('appraisals.too-many-points');
    await force(sql`update assessment_schemes set objections_until = current_date - 2 where number = ${NUMBER}`);
    expect(await refusalOf(move(signer, NUMBER, 'approve'))).toBe('registers.not-moved');
    expect(await refusalOf(object('2'))).toBe('appraisals.objections-over');
    await move(drafter, objectionNumber, 'uphold', { ...uphold });
    expect(await valueAt(county, '2')).toMatchObject({ points: 1900, computedPoints: 1800 });
    expect((await sheet(county)).standing).toMatchObject({ total: 6800, corrections: 1 });
  });

  test('have what was approved in the register of results, once it is published', async () => {
    expect(await refusalOf(move(drafter, NUMBER, 'approve'))).toBe('registers.not-moved');
    await move(signer, NUMBER, 'approve');
    await move(signer, NUMBER, 'publish', { values: { publishedNo: '内考发〔2022〕9号' } });
    const { items } = await register(county, 'assessment-results').list({});
    expect(items.map(({ values }) => values)).toMatchObject([
      {
        ...{ regionCode: COUNTY, year: 2022, assessmentKind: 'performance', assessedBy: 'region', grade: 'fair' },
        ...{ score: 68, rank: 1, publishedOn: TODAY },
      },
    ]);
    const [published] = items;
    if (!published) throw new Error('no result');
    const { values } = await register(county, 'assessment-results').get(published);
    expect(values.documentNo).toBe('内考发〔2022〕9号');
  });

  test('are dealt with by what they were graded, once it is published: praise is for the good', async () => {
    const draft = (useKind: string, more: object = {}, schemeNumber = NUMBER) =>
      add('assessment-uses', { schemeNumber, regionCode: COUNTY, useKind, reason: '按等次运用', ...more });
    const decide = async (user: TestUser, useKind: string, schemeNumber = NUMBER) => {
      const uses = register(user, 'assessment-uses');
      const { items } = await uses.list({ limit: 200 });
      const found = items.find(({ values }) => values.useKind === useKind && values.schemeNumber === schemeNumber);
      const records = [{ countyCode: found?.countyCode ?? 0, id: found?.id ?? 0, version: found?.version ?? '' }];
      const moved = {
        requestId: id(),
        move: 'decide',
        records,
        doneOn: TODAY,
        values: { documentNo: '内考发〔2022〕10号' },
      };
      return uses.move(moved);
    };
    expect(await refusalOf(draft('talk'))).toBe('registers.refused');
    await draft('talk', { dueOn: '2022-12-31' });
    await draft('praise');
    await drawUp('KH-DRAFT');
    await draft('talk', { dueOn: '2022-12-31' }, 'KH-DRAFT');
    expect(await refusalOf(decide(signer, 'praise'))).toBe('registers.not-moved');
    expect(await refusalOf(decide(signer, 'talk', 'KH-DRAFT'))).toBe('registers.not-moved');
    // Who drafted it does not decide.
    expect(await refusalOf(decide(drafter, 'talk'))).toBe('registers.not-moved');
    expect((await decide(signer, 'talk')).refused).toEqual([]);
    const { items } = await register(county, 'assessment-uses').list({ limit: 200 });
    expect(items.find(({ values, state }) => values.useKind === 'talk' && state === 'decided')).toBeDefined();
  });

  test('are told on paper: by what, how much, who stands where', async () => {
    const paper = async (user: TestUser, query: string) => {
      const response = await user.get(`/appraisals/${NUMBER}/paper?${query}`);
      return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
    };
    const rules = await paper(county, 'paper=indicators&format=docx');
    expect(strFromU8(unzipSync(rules.body)['word/document.xml'] ?? new Uint8Array())).toContain('开工率');
    const own = await paper(county, `paper=sheet&region=${COUNTY}`);
    expect(own.body.toString()).toContain('<td>68</td>');
    expect((await paper(county, `paper=sheet&region=${OTHER}`)).status).toBe(404);
    const all = await paper(drafter, 'paper=results&format=xlsx');
    expect(Object.keys(unzipSync(all.body))).toContain('xl/worksheets/sheet1.xml');
    expect((await paper(county, 'paper=results')).status).toBe(404);
  });
});

test('a scheme that was issued is put right by its next version; both stay', async () => {
  const next = await drafter.client.appraisals.revise({ requestId: id(), number: NUMBER, newNumber: 'KH2022-2' });
  const { values, state } = await register(drafter, 'assessment-schemes').get(next);
  expect(values).toMatchObject({ edition: 2, replacesNumber: NUMBER, documentNo: null });
  expect(state).toBe('draft');
  const { items } = await register(drafter, 'assessment-indicators').list({ limit: 200 });
  expect(items.filter((row) => row.values.schemeNumber === 'KH2022-2')).toHaveLength(INDICATORS.length);
  expect((await drafter.client.appraisals.schemes({})).items.map(({ number }) => number)).toContain(NUMBER);
});
