// The road of a problem through four levels and the numbered traps of registers §18.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { rectificationDues } from '../../../src/modules/rectification/server/index.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { officeDay } from '../../office-day.ts';
import { COUNTY, OTHER_COUNTY, OTHER_VILLAGE, REGION, TOWNSHIP, VILLAGE } from '../../small-registry.ts';

let server: TestServer;
let county: TestUser;
let colleague: TestUser;
let township: TestUser;
let league: TestUser;
let region: TestUser;
const id = () => crypto.randomUUID();
const LEAGUE = 150900000000;
const TODAY = '2022-06-01';

beforeAll(async () => {
  server = await openTestServer();
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  colleague = await server.as({ role: 'region-officer', areaCode: COUNTY });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  league = await server.as({ role: 'region-officer', areaCode: LEAGUE });
  region = await server.as({ role: 'region-officer', areaCode: REGION });
});
afterAll(() => server.close());

type Key = { countyCode: number; id: number };
type Row = Record<string, unknown>;

function register(code: string, user = county) {
  const found = user.client.registers[code];
  if (!found) throw new Error(`there is no register ${code}`);
  return found;
}

const add = (code: string, values: Row, user = county): Promise<Key> =>
  register(code, user).add({ requestId: id(), values });

const problem = (number: string, more: Row = {}, user = region) =>
  add(
    'problems',
    {
      ...{ number, regionCode: COUNTY, problemSource: 'audit', reportedBackOn: '2022-01-10' },
      ...{ feedbackDocumentNo: '审〔2022〕3号', problemWording: '扶贫车间设备闲置', problemNature: 'common' },
      ...{ leadUnit: '自治区农牧厅', responsibleUnit: '旗农牧局', rectificationKind: 'dated' },
      ...{ rectifyBy: '2022-04-30', measures: '清点设备，重新出租' },
      ...more,
    },
    user,
  );

const look = (key: Key, user = county, code = 'problems') => register(code, user).get(key);

async function hindrances(key: Key, move: string, user = county) {
  return (await look(key, user)).next?.find((one) => one.move === move)?.hindrances;
}

/** Moves the row and answers where it stands. */
async function move(name: string, key: Key, user = county, more: Row = {}, code = 'problems') {
  const { version } = await look(key, user, code);
  const records = [{ ...key, version }];
  await register(code, user).move({ requestId: id(), move: name, records, doneOn: '2022-03-01', values: {}, ...more });
  return (await look(key, user, code)).state;
}

const claim = (problemNumber: string, more: Row = {}) =>
  add('problem-claims', {
    ...{ problemNumber, regionCode: COUNTY, finding: 'has', pledge: '四月底前整改到位', claimedOn: '2022-01-12' },
    ...more,
  });

const measure = (problemNumber: string, more: Row = {}) =>
  add('fix-measures', {
    ...{ problemNumber, measureNo: 1, measure: '设备重新出租', measureUnit: '旗农牧局', responsible: '那顺' },
    ...{ stepDue: '2022-04-20', standard: '设备出租率 100%' },
    ...more,
  });

const DONE = { doneOn: '2022-02-20', evidenceOn: '2022-02-20', evidenceNote: '租赁合同编号 12' };
const search = (problemNumber: string) =>
  add('spread-checks', {
    ...{ problemNumber, regionCode: COUNTY, searchedOn: '2022-02-01', rule: '闲置资产逐项核对' },
    ...{ looked: 40, found: 2, fixed: 2 },
  });

/** A problem whose plan is approved, with one measure done and the search made. */
async function planned(number: string, more: Row = {}): Promise<Key> {
  const key = await problem(number, more);
  await move('assign', key, region);
  await claim(number);
  await move('claim', key);
  await measure(number, DONE);
  await search(number);
  await move('propose-plan', key);
  await move('approve-plan', key, league);
  return key;
}

const opinion = '实地查看，设备已经出租';

describe('the road of a problem', () => {
  it('goes from the audit’s sentence through county, league and region to its closing', async () => {
    const key = await problem('W-1');
    expect((await look(key)).state).toBe('entered');
    expect(await move('assign', key, region, { values: { dutyPost: '分管副局长' } })).toBe('assigned');
    expect(await hindrances(key, 'claim')).toEqual(['还没有认领登记，请先在“问题认领”台账登记有没有该问题和整改承诺']);
    await claim('W-1');
    expect(await move('claim', key)).toBe('claimed');
    expect(await hindrances(key, 'propose-plan')).toEqual(['方案没有措施，请先在“整改措施”台账逐条登记']);
    const { countyCode, id: measureId } = await measure('W-1');
    expect(await move('propose-plan', key)).toBe('plan-proposed');
    expect(await hindrances(key, 'approve-plan', colleague)).toEqual(['整改方案由上一级批准']);
    expect(await move('return-plan', key, league, { opinion: '写明责任人' })).toBe('claimed');
    expect(await move('propose-plan', key)).toBe('plan-proposed');
    expect(await move('approve-plan', key, league)).toBe('planned');
    expect(await move('begin', key)).toBe('fixing');
    expect(await hindrances(key, 'submit')).toEqual([
      '还有整改措施没有完成，请先登记完成日期',
      '还没有举一反三排查，请先在“举一反三排查”登记',
    ]);
    await search('W-1');
    const measureKey = { countyCode, id: measureId };
    const change = async (values: Row) => {
      const { version } = await look(measureKey, county, 'fix-measures');
      await register('fix-measures').change({ requestId: id(), ...measureKey, version, values });
    };
    await change({ doneOn: '2022-02-20' });
    expect(await hindrances(key, 'submit')).toEqual(['有的整改措施没有佐证，请上传前后照片、填写附件或佐证说明']);
    expect(await refusalOf(change({ evidenceOn: '2021-12-01', evidenceNote: '旧照片' }))).toBe('registers.refused');
    await change(DONE);
    expect(await move('submit', key)).toBe('submitted');
    expect((await look(key)).values.rectifiedOn).toBe('2022-03-01');

    expect(await hindrances(key, 'check-county')).toContain('上一步由您本人办理，这一步须由另一人办理');
    expect(await hindrances(key, 'check-league', league)).toEqual(['下一级还没有验收，请等下级验收后再办']);
    expect(await refusalOf(move('check-county', key, colleague))).toBe('registers.move-unexplained');
    expect(await move('check-county', key, colleague, { opinion })).toBe('checked-county');
    expect(await hindrances(key, 'close', colleague)).toEqual(['由接收问题的一级销号', '接收问题的一级还没有验收合格']);
    expect(await move('check-league', key, league, { opinion })).toBe('checked-league');
    expect(await hindrances(key, 'return', colleague)).toEqual(['已经上级验收，由上级退回']);
    expect(await move('return', key, region, { opinion: '补上租金到账凭证' })).toBe('returned');
    expect((await look(key)).values.rectifiedOn).toBeNull();

    expect(await move('submit', key, county, { doneOn: '2022-03-10' })).toBe('submitted');
    const second = { opinion, doneOn: '2022-03-11' };
    expect(await move('check-county', key, colleague, second)).toBe('checked-county');
    expect(await move('check-league', key, league, second)).toBe('checked-league');
    expect(await move('check-region', key, region, second)).toBe('checked-region');
    expect(await move('close', key, region, { doneOn: '2022-03-12' })).toBe('closed');
    const verdicts = await register('fix-checks').list({ filters: {}, text: 'W-1' });
    expect(
      verdicts.items.map(({ values: { level, round, verdict } }) => `${round} ${level} ${verdict}`).sort(),
    ).toEqual([
      '1 autonomous-region return',
      '1 county pass',
      '1 prefecture pass',
      '2 autonomous-region pass',
      '2 county pass',
      '2 prefecture pass',
    ]);
  });

  it('is short for what the county found itself: it approves, checks and closes', async () => {
    const key = await problem('W-2', { problemSource: 'self-check' }, county);
    await move('assign', key);
    await claim('W-2');
    await move('claim', key);
    await measure('W-2', DONE);
    await search('W-2');
    await move('propose-plan', key);
    expect(await hindrances(key, 'approve-plan')).toEqual(['上一步由您本人办理，这一步须由另一人办理']);
    expect(await move('approve-plan', key, colleague)).toBe('planned');
    await move('begin', key);
    await move('submit', key);
    await move('check-county', key, colleague, { opinion });
    expect(await hindrances(key, 'check-league', league)).toEqual(['这个来源的问题不报盟市，由下级验收后销号']);
    expect(await hindrances(key, 'close')).toEqual(['整改由您本人报验收，须由另一人销号']);
    const today = { doneOn: officeDay() };
    expect(await move('close', key, colleague, today)).toBe('closed');
    expect(await move('reopen', key, county, { ...today, opinion: '又有两户闲置' })).toBe('reopened');
    expect((await look(key)).values).toMatchObject({ closedOn: null, rectifiedOn: null });
  });

  it('that was closed more than a year ago is a new problem', async () => {
    const old = { rectifiedOn: '2021-02-01', closedOn: '2021-03-01', reportedBackOn: '2020-12-01' };
    const key = await problem('W-3', { rectifyBy: '2021-02-01', ...old });
    expect(await hindrances(key, 'reopen')).toEqual(['销号已经超过可以重新启动的月数，请作为新问题登记']);
  });
});

test('registers §18 trap 2: nothing is closed on paper, not even when what was shown is taken away again', async () => {
  const key = await planned('P-1', { problemNature: 'mechanism' });
  await move('begin', key);
  expect(await hindrances(key, 'submit')).toEqual(['体制机制问题要建章立制，请先在“建章立制”登记出台的制度']);
  const rule = { ruleName: '资产巡查制度', regionCode: COUNTY, problemNumber: 'P-1', topic: '资产闲置' };
  await add('rules-made', { ...rule, issuedOn: '2022-02-25' });
  await move('submit', key);
  await move('check-county', key, colleague, { opinion });
  await move('check-league', key, league, { opinion });
  await move('check-region', key, region, { opinion });
  await measure('P-1', { measureNo: 2 });
  expect(await hindrances(key, 'close', region)).toEqual(['还有整改措施没有完成，请先登记完成日期']);
  const { version } = await look(key, region);
  const values = { closedOn: '2022-03-01' };
  expect(await refusalOf(register('problems', region).change({ requestId: id(), ...key, version, values }))).toBe(
    'registers.moved-day',
  );
});

test('registers §18 trap 2: a region that says it has none is looked at', async () => {
  const key = await planned('P-2');
  await move('begin', key);
  const none = await claim('P-2', { regionCode: TOWNSHIP, finding: 'none', pledge: null });
  expect(await hindrances(key, 'submit')).toEqual(['有的地区报“没有该问题”还没有抽查，请先在“问题认领”登记抽查结果']);
  const { version } = await look(none, county, 'problem-claims');
  const values = { sampledOn: '2022-02-10', sampleFinding: 'confirmed' };
  await register('problem-claims').change({ requestId: id(), ...none, version, values });
  expect(await hindrances(key, 'submit')).toEqual([]);
});

test('registers §18 trap 4: a term moves only when the level above agrees, and both days stay', async () => {
  const key = await planned('D-1');
  const { version } = await look(key);
  const values = { rectifyBy: '2022-08-31' };
  expect(await refusalOf(register('problems').change({ requestId: id(), ...key, version, values }))).toBe(
    'registers.kept',
  );
  expect(await refusalOf(move('ask-extension', key))).toBe('registers.move-unexplained');
  expect(await move('ask-extension', key, county, { opinion: '设备进口，八月到货' })).toBe('extension-asked');
  expect(await hindrances(key, 'extend', colleague)).toEqual(['延期由上一级批准']);
  expect(await move('extend', key, league, { opinion: '同意', values })).toBe('planned');
  const found = await look(key);
  expect(found.values.rectifyBy).toBe('2022-08-31');
  expect(found.history.map((one) => one.values.rectifyBy)).toContain('2022-04-30');
  expect(found.moves?.[0]).toMatchObject({ move: 'extend', opinion: '同意' });
});

test('registers §18 trap 5: what stands still for frost is told to nobody, and is late by the days less', async () => {
  const of = (term: string) => rectificationDues.find(({ key }) => key === `rectification.${term}`);
  const due = () => server.shouwang.db.bulkRead(async (tx) => (await of('submit')?.rows(tx, TODAY)) ?? []);
  const key = await planned('F-1', { regionCode: TOWNSHIP });
  const mine = async () => (await due()).filter(({ placeCode }) => placeCode === TOWNSHIP).map(({ dueOn }) => dueOn);
  expect(await mine()).toEqual(['2022-04-20']);
  await move('pause', key, county, { opinion: '封冻停工', doneOn: '2022-03-01' });
  expect(await mine()).toEqual([]);
  expect(await move('resume', key, county, { doneOn: '2022-03-31' })).toBe('planned');
  expect(await mine()).toEqual(['2022-05-20']);
});

test('registers §18 trap 1: one sentence that holds several problems is split, and counted as its parts', async () => {
  await problem('S-1', { problemWording: '车间闲置、资金结余、厕所损坏', feedbackDocumentNo: '审〔2022〕9号' });
  const part = (wording: string, unit: string) => ({ wording, regionCode: COUNTY, unit });
  const parts = [part('扶贫车间闲置', '旗农牧局'), part('资金结余', '旗财政局'), part('户厕损坏', '旗农牧局')];
  const { numbers } = await region.client.rectification.split({ requestId: id(), number: 'S-1', parts });
  expect(numbers).toEqual(['S-1-1', 'S-1-2', 'S-1-3']);
  const whole = await county.client.rectification.one({ number: 'S-1' });
  expect(whole).toMatchObject({ isVoided: true, voidReason: '拆分为S-1-1、S-1-2、S-1-3' });
  expect(whole.links.map(({ link, number }) => `${link} ${number}`)).toEqual(numbers.map((one) => `part ${one}`));
  const second = await county.client.rectification.one({ number: 'S-1-2' });
  expect(second).toMatchObject({
    wording: '资金结余',
    unit: '旗财政局',
    documentNo: '审〔2022〕9号',
    rectifyBy: '2022-04-30',
  });
  expect(second.links).toMatchObject([{ link: 'whole', number: 'S-1' }]);
  expect((await register('problems').list({ text: 'S-1' })).total).toBe(3);
  const again = region.client.rectification.split({ requestId: id(), number: 'S-1', parts });
  expect(await refusalOf(again)).toBe('rectification.not-splittable');
});

test('registers §18 trap 3: the same problem from two sources is fixed once and closed twice', async () => {
  const first = await planned('T-1');
  const second = await problem('T-2', { problemSource: 'petition', feedbackDocumentNo: null }, county);
  await problem('T-3');
  const link = (other: string) =>
    county.client.rectification.link({ requestId: id(), number: 'T-1', other, ends: false });
  expect(await refusalOf(link('T-3'))).toBe('rectification.same-source');
  await link('T-2');
  await move('assign', second);
  await claim('T-2');
  await move('claim', second);
  await move('propose-plan', second);
  await move('approve-plan', second, colleague);
  for (const key of [first, second]) {
    await move('begin', key);
    expect(await move('submit', key)).toBe('submitted');
    await move('check-county', key, colleague, { opinion });
  }
  expect(await move('close', second, colleague)).toBe('closed');
  expect((await look(first)).state).toBe('checked-county');
  const twin = await county.client.rectification.one({ number: 'T-2' });
  expect(twin.measures).toHaveLength(1);
  expect(twin.links).toEqual([
    { link: 'twin', number: 'T-1', source: 'audit', unit: '旗农牧局', state: 'checked-county' },
  ]);
  await county.client.rectification.link({ requestId: id(), number: 'T-2', other: 'T-1', ends: true });
  expect((await county.client.rectification.one({ number: 'T-2' })).measures).toEqual([]);
});

describe('similar problems by query', () => {
  const IDLE = { register: 'assets', title: '闲置资产', filters: { assetCondition: 'idle' } };
  const asset = (number: string, regionCode: number, condition: string, user = county) =>
    add(
      'assets',
      {
        ...{ number, regionCode, assetName: `棚圈 ${number}`, assetKind: 'operating', formedIn: 2018 },
        ...{ registeredOn: '2018-12-31', originalValueFen: 1_000_000, assetCondition: condition },
      },
      user,
    );
  let query: number;
  const rows = async (user = region) => (await user.client.rectification.queryRows({ id: query, limit: 50 })).items;
  const key = async (name: string) => {
    const row = (await rows()).find((one) => one.name.startsWith(name));
    if (!row) throw new Error(`${name} is not found`);
    return { countyCode: row.countyCode, id: row.id };
  };

  beforeAll(async () => {
    await problem('Q-1', { problemKind: '资产闲置' });
    for (const [number, place, condition] of [
      ['Z-1', COUNTY, 'idle'],
      ['Z-2', VILLAGE, 'idle'],
      ['Z-3', COUNTY, 'normal'],
      ['Z-4', OTHER_VILLAGE, 'idle'],
      ['Z-5', OTHER_COUNTY, 'damaged'],
    ] as const)
      await asset(number, place, condition, region);
    const kept = { requestId: id(), number: 'Q-1', ...IDLE };
    const wide = region.client.rectification.addQuery({ ...kept, requestId: id(), filters: {} });
    expect(await refusalOf(wide)).toBe('rectification.query-too-wide');
    query = (await region.client.rectification.addQuery(kept)).id;
  });

  it('finds what was planted in all counties and nothing else, by county, each for who sees it', async () => {
    const run = await region.client.rectification.runQuery({ id: query });
    expect(run.counties.map(({ code, found }) => [code, found])).toEqual([
      [OTHER_COUNTY, 1],
      [COUNTY, 2],
    ]);
    expect(run).toMatchObject({ conditions: ['资产状况：闲置'], registerTitle: '帮扶项目资产', found: 3, decided: 0 });
    expect((await rows()).map(({ name }) => name.split(' ')[0]).sort()).toEqual(['Z-1', 'Z-2', 'Z-4']);
    expect((await county.client.rectification.runQuery({ id: query })).found).toBe(2);
    const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect((await rows(stranger)).map(({ name }) => name)).toEqual(['Z-4 棚圈 Z-4']);
  });

  it('makes a problem of a row in its county, dismisses another with a reason, and says each once', async () => {
    const decide = (record: Key, more: object) =>
      region.client.rectification.decide({
        ...{ requestId: id(), id: query, records: [record], verdict: 'problem', ...more },
      });
    const elsewhere = await key('Z-4');
    expect(await refusalOf(decide(elsewhere, {}))).toBe('rectification.problem-unfilled');
    expect(await refusalOf(decide(elsewhere, { verdict: 'dismissed' }))).toBe('rectification.reason-missing');
    const { problems } = await decide(elsewhere, { unit: '旗农牧局', rectifyBy: '2022-09-30' });
    expect(problems).toEqual(['Q-1-J1']);
    const found = await region.client.rectification.one({ number: 'Q-1-J1' });
    expect(found).toMatchObject({ regionCode: OTHER_COUNTY, source: 'self-check', topic: '资产闲置' });
    expect(found.wording).toBe('举一反三发现：闲置资产（帮扶项目资产 Z-4 棚圈 Z-4）');
    expect(found.links).toMatchObject([{ link: 'origin', number: 'Q-1' }]);
    await decide(await key('Z-2'), { verdict: 'dismissed', reason: '正在翻修，下月复产' });
    expect(await refusalOf(decide(elsewhere, { verdict: 'dismissed', reason: '再说一次' }))).toBe(
      'rectification.nothing-to-decide',
    );
    expect(await region.client.rectification.runQuery({ id: query })).toMatchObject({ found: 3, decided: 2 });
  });

  it('holds a problem about rows until the rows pass', async () => {
    const about = await planned('Q-2');
    const kept = { requestId: id(), number: 'Q-2', ...IDLE };
    const own = (await county.client.rectification.addQuery(kept)).id;
    const record = await key('Z-1');
    await county.client.rectification.decide({ requestId: id(), id: own, records: [record], verdict: 'subject' });
    await move('begin', about);
    expect(await hindrances(about, 'submit')).toEqual([
      '涉及的台账记录还没有改到位，仍符合问题的查询条件，请先在台账里改正',
    ]);
    const { version } = await look(record, county, 'assets');
    const values = { assetCondition: 'normal' };
    await register('assets').change({ requestId: id(), ...record, version, values });
    expect(await hindrances(about, 'submit')).toEqual([]);
    expect(await region.client.rectification.runQuery({ id: query })).toMatchObject({ found: 2 });
  });

  it('stays on as a rule once one was made of it, and finds what comes later', async () => {
    const watch = (user: TestUser, watched: boolean) =>
      user.client.rectification.watch({ requestId: id(), id: query, watched });
    const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect(await refusalOf(watch(stranger, true))).toBe('rectification.not-yours');
    await watch(region, true);
    await asset('Z-6', OTHER_VILLAGE, 'idle', region);
    const [rule] = await stranger.client.rectification.queries({ watched: 'true' });
    expect(rule).toMatchObject({ id: query, found: 2, decided: 1 });
    await watch(region, false);
    expect(await stranger.client.rectification.queries({ watched: 'true' })).toEqual([]);
  });
});

/** A household with a case and a warning each, planted over counties; of others with the same faults nothing may be found. */
async function plantHouseholds() {
  const { db } = server.shouwang;
  const statements = [
    sql`insert into households (county_code, line, id, village_code, batch_id, kind, number)
      select p.village / 1000000, p.id, p.id, p.village, 1, 'general', p.number from jsonb_to_recordset(${PLANTED}::jsonb)
        p (id int, number text, village bigint)`,
    sql`insert into cases (county_code, id, household_id, village_code, channel, state, turn, version, template_id, opened_on, since,
        due_on, warn_days, escalate_days, risks, decided_on, planned_on)
      select p.village / 1000000, p.id, p.id, p.village, 'visit', p.state, p.turn, 1, 1, '2022-01-10', '2022-01-10', p.due::date, 2, 3,
        array[p.risk], '2022-02-10', p.planned::date from jsonb_to_recordset(${PLANTED}::jsonb)
        p (id int, village bigint, state text, turn text, due text, risk text, planned text)`,
    sql`insert into screenings (as_of, region_code, parameters, rule_versions, account_name)
      values ('2022-05-01', ${REGION}, '{}', '{}', '植入'), ('2022-05-20', ${REGION}, '{}', '{}', '植入')`,
    sql`insert into warnings (county_code, id, household_id, village_code, as_of, rules, level, monitored, active, state, due_on)
      select p.village / 1000000, p.id, p.id, p.village, coalesce(p.found, '2022-05-20')::date, array[p.rule], p.level, false,
        coalesce(p.active, true), p.result, '2022-05-30' from jsonb_to_recordset(${PLANTED}::jsonb)
        p (id int, village bigint, found text, rule text, level text, active boolean, result text)`,
  ];
  await db.bulk(systemActor('植入'), async (tx) => {
    for (const statement of statements) await tx.run(statement);
    return { result: undefined, audit: [] };
  });
}

const FAULTY = { state: 'monitored', turn: 'village', due: '2022-04-01', risk: 'illness', planned: null };
const WARNED = { rule: 'R01', level: 'red', result: 'open' };
const PLANTED = JSON.stringify(
  [
    { village: VILLAGE },
    { village: OTHER_VILLAGE },
    { village: 150784100001 },
    // Of these one thing is not so.
    { village: 150784100001, planned: '2022-02-20', result: 'no-risk' },
    { village: OTHER_VILLAGE, risk: 'schooling', rule: 'R02' },
    { village: OTHER_VILLAGE, state: 'cleared', turn: null, due: null, level: 'yellow' },
    { village: VILLAGE, due: '2099-01-01', active: false },
    { village: VILLAGE, state: 'identification.review', found: '2022-05-01' },
  ].map((one, i) => ({ ...FAULTY, ...WARNED, id: i + 1, number: `植${i + 1}`, ...one })),
);

describe('similar problems among cases and warnings', () => {
  const QUERIES = {
    cases: {
      title: '因病监测对象逾期没有计划',
      filters: { caseState: 'monitored', risks: 'illness', isLate: 'true', isPlanned: 'false' },
    },
    warnings: { title: '因病红色预警没有核实', filters: { rules: 'R01', warningLevel: 'red', warningState: 'open' } },
  };
  const kept = new Map<string, number>();
  const found = async (code: string, user = region) => {
    const { items } = await user.client.rectification.queryRows({ id: kept.get(code) ?? 0, limit: 50 });
    return items.map(({ name }) => name).sort();
  };

  beforeAll(async () => {
    await problem('Q-3', { problemWording: '因病户没有帮扶计划' });
    await plantHouseholds();
    for (const [code, query] of Object.entries(QUERIES)) {
      const { id: own } = await region.client.rectification.addQuery({
        ...{ requestId: id(), number: 'Q-3', register: code, ...query },
      });
      kept.set(code, own);
    }
  });

  it.each(['cases', 'warnings'])(
    '%s: finds what was planted in other counties, all of it and nothing else',
    async (code) => {
      expect(await found(code)).toEqual(['植1', '植2', '植3']);
      expect(await found(code, county)).toEqual(['植1']);
      const run = await region.client.rectification.runQuery({ id: kept.get(code) ?? 0 });
      expect(run.counties.map(({ code, found }) => [code, found])).toEqual([
        [150784000000, 1],
        [OTHER_COUNTY, 1],
        [COUNTY, 1],
      ]);
    },
  );

  it('is told in words, and what it finds becomes a problem without a name', async () => {
    const run = await region.client.rectification.runQuery({ id: kept.get('warnings') ?? 0 });
    expect(run).toMatchObject({
      registerTitle: '预警',
      conditions: ['命中规则：R01 因病', '级别：红', '核实结果：未核实'],
    });
    const { items } = await region.client.rectification.queryRows({ id: run.id, limit: 50 });
    const elsewhere = items.find(({ name }) => name === '植2');
    if (!elsewhere) throw new Error('植2 is not found');
    const records = [{ countyCode: elsewhere.countyCode, id: elsewhere.id }];
    const { problems } = await region.client.rectification.decide({
      ...{ requestId: id(), id: run.id, records, verdict: 'problem', unit: '旗农牧局', rectifyBy: '2022-09-30' },
    });
    const made = await region.client.rectification.one({ number: problems[0] ?? '' });
    expect(made).toMatchObject({ regionCode: OTHER_COUNTY, wording: '举一反三发现：因病红色预警没有核实（预警 植2）' });
  });

  it('holds a problem about a case until the case passes', async () => {
    const about = await planned('Q-4');
    const own = await county.client.rectification.addQuery({
      ...{ requestId: id(), number: 'Q-4', register: 'cases', ...QUERIES.cases },
    });
    const records = [{ countyCode: COUNTY / 1e6, id: 1 }];
    await county.client.rectification.decide({ requestId: id(), id: own.id, records, verdict: 'subject' });
    await move('begin', about);
    expect(await hindrances(about, 'submit')).toHaveLength(1);
    await server.shouwang.db.bulk(systemActor('植入'), async (tx) => {
      await tx.run(sql`update cases set planned_on = '2022-03-01' where county_code = ${COUNTY / 1e6} and id = 1`);
      return { result: undefined, audit: [] };
    });
    expect(await hindrances(about, 'submit')).toEqual([]);
  });
});

describe('how it goes', () => {
  it('adds up to the rows of the area, and proposes a card for what is late, once', async () => {
    const overview = await county.client.rectification.overview({ area: COUNTY });
    const { total } = overview;
    expect(total.all).toBe((await register('problems').list({})).total);
    expect(total.open + total.closed).toBe(total.all);
    expect(overview.rows.reduce((all, row) => all + row.all, 0)).toBe(total.all);
    const late = overview.cards.find(({ number }) => number === 'D-1');
    expect(late).toMatchObject({ colour: 'red', reason: '超过整改时限较长' });
    const card = await county.client.rectification.proposeCard({ requestId: id(), number: 'D-1' });
    expect((await look(card, county, 'cards')).values).toMatchObject({ colour: 'red', problemNumber: 'D-1' });
    const again = county.client.rectification.proposeCard({ requestId: id(), number: 'D-1' });
    expect(await refusalOf(again)).toBe('rectification.no-card');
  });

  it('prints its forms, with numbers of persons and accounts masked', async () => {
    await problem('F-2', { problemWording: '152601198005010022 重复领取，账户 6228480402564890018' });
    expect((await county.client.rectification.one({ number: 'F-2' })).wording).not.toMatch(/198005010022|2564890018/);
    for (const form of ['plan', 'closing', 'acceptance', 'spread']) {
      const html = await (await county.get(`/rectification/papers/${form}?number=F-2`)).text();
      expect(html).toMatch(/问题编号/);
      expect(html).not.toMatch(/198005010022|2564890018/);
    }
    for (const form of ['lists', 'report'])
      for (const format of ['docx', 'xlsx', 'html'])
        expect((await county.get(`/rectification/ledgers/${form}?format=${format}`)).status).toBe(200);
  });

  it('shows both days of a term that moved, and that the level above agreed', async () => {
    const { termsBefore, rectifyBy } = await county.client.rectification.one({ number: 'D-1' });
    expect(rectifyBy).toBe('2022-08-31');
    expect(termsBefore).toMatchObject([{ day: '2022-04-30', isApproved: true }]);
  });
});

test('a card is given by the region alone', async () => {
  const card = { toUnit: '旗农牧局', regionCode: COUNTY, colour: 'yellow', reason: '逾期', proposedOn: '2022-05-02' };
  const key = await add('cards', card);
  const on = { doneOn: '2022-05-10' };
  expect(await refusalOf(move('give', key, league, on, 'cards'))).toBe('registers.not-moved');
  expect(await move('give', key, region, on, 'cards')).toBe('given');
  expect(await move('lift', key, region, { ...on, opinion: '已经整改' }, 'cards')).toBe('lifted');
});

test('another county sees nothing of it', async () => {
  const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  const { items } = await register('problems', stranger).list({});
  expect(items.map(({ values }) => values.number)).toEqual(['Q-1-J1', 'Q-3-J1']);
  for (const code of ['problem-claims', 'fix-measures', 'fix-checks', 'spread-checks', 'rules-made', 'cards'])
    expect((await register(code, stranger).list({})).items).toEqual([]);
  expect(await township.client.registers.problems?.list({ text: 'F-1' })).toMatchObject({ total: 1 });
});

describe('an inspector’s account', () => {
  it('sees the problems of its batch and what belongs to them, and nothing else', async () => {
    const auditor = await server.as({ role: 'auditor', areaCode: REGION });
    const security = await server.as({ role: 'security-administrator', areaCode: REGION });
    const all = (await register('problems', auditor).list({})).total ?? 0;
    const { accountId } = await auditor.client.accounts.me();
    const bind = (batch?: { source: 'audit'; documentNo: string }) =>
      security.client.rectification.setInspector({ requestId: id(), accountId, ...(batch ? { batch } : {}) });
    await bind({ source: 'audit', documentNo: '审〔2022〕9号' });
    const seen = await register('problems', auditor).list({});
    expect(seen.items.map(({ values }) => values.number)).toEqual(['S-1-1', 'S-1-2', 'S-1-3']);
    expect((await auditor.client.rectification.one({ number: 'S-1-1' })).unit).toBe('旗农牧局');
    expect(await refusalOf(auditor.client.rectification.one({ number: 'W-1' }))).toBe('rectification.not-found');
    for (const code of ['problem-claims', 'fix-measures', 'fix-checks', 'cards'])
      expect((await register(code, auditor).list({})).items).toEqual([]);
    // Whatever else the role may do is closed, and so is what the database holds.
    expect(await refusalOf(register('assets', auditor).list({}))).toBe('accounts.only-batch');
    expect(await refusalOf(auditor.client.rectification.overview({}))).toBe('accounts.only-batch');
    expect(await refusalOf(auditor.client.accounts.searchAudit({}))).toBe('accounts.only-batch');
    await bind({ source: 'audit', documentNo: '审〔2022〕3号' });
    expect(await auditor.client.rectification.one({ number: 'W-1' })).toMatchObject({ state: 'closed' });
    expect((await register('fix-checks', auditor).list({ text: 'W-1' })).total).toBe(6);
    await bind({ source: 'audit', documentNo: '没有这个文号' });
    expect((await register('problems', auditor).list({})).items).toEqual([]);
    await bind();
    expect((await register('problems', auditor).list({})).total).toBe(all);
    const officer = (await county.client.accounts.me()).accountId;
    const other = security.client.rectification.setInspector({ requestId: id(), accountId: officer });
    expect(await refusalOf(other)).toBe('accounts.no-inspector');
  });
});
