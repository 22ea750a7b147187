// The numbered traps of registers §11: stock and flow, planned and paid in, kept and new are never one number.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { pairingDues } from '../../../src/modules/pairing/server/index.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { COUNTY, idNumber, OTHER_COUNTY, openSmallRegistry, REGION, VILLAGE } from '../../small-registry.ts';

let server: TestServer;
let region: TestUser;
let county: TestUser;
const id = () => crypto.randomUUID();
const WAN = 1_000_000;
const NAMES = ['那顺', '巴图', '乌云', '其其格'];
const HOUSEHOLD = {
  ...{ number: '户0001', village: VILLAGE },
  members: NAMES.map((name, i) => ({
    ...{ name, id: idNumber(19800501 + i, 2 * i + 2) },
    ...(i > 0 ? { relation: '其他亲属' } : {}),
  })),
};

const add = async (code: string, values: Record<string, unknown>, user = region) =>
  user.client.registers[code]?.add({ requestId: id(), values });
const year = (asked = 2022, user = region) => user.client.pairing.cooperation({ year: asked });

const firm = (organisationCode: string, regionCode: number, more: object = {}) =>
  add('cooperation-enterprises', { organisationCode, regionCode, signedOn: '2021-01-10', ...more });
const invest = (number: string, organisationCode: string, regionCode: number, more: object = {}) =>
  add('cooperation-investments', {
    ...{
      number,
      organisationCode,
      regionCode,
      amountFen: 100 * WAN,
      paidInOn: '2022-03-01',
      paidInEvidence: '银行回单',
    },
    ...more,
  });

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  server.moveClock(new Date('2022-07-15T04:00:00Z'));
  for (const code of ['B1', 'B2', 'B3'])
    await add('organisations', { code, name: `北京企业 ${code}`, kind: 'private', regionCode: REGION });
  await add('organisations', { code: 'SCHOOL', name: '第一中学', kind: 'school', regionCode: COUNTY });
  await firm('B1', COUNTY, { landedOn: '2021-03-01', agreedInvestmentFen: 900 * WAN });
  await firm('B1', OTHER_COUNTY, { landedOn: '2022-02-01' });
  await firm('B2', COUNTY, { landedOn: '2021-05-01' });
  await firm('B3', COUNTY);
});
afterAll(() => server.close());

test('registers §11 trap 1: who landed last year and who invests this year are two numbers; two plants are one firm', async () => {
  await invest('T1', 'B1', COUNTY);
  await invest('T2', 'B1', OTHER_COUNTY, { amountFen: 50 * WAN });
  await invest('T3', 'B2', COUNTY, { paidInOn: null, paidInEvidence: null, agreedOn: '2022-04-01' });
  const [before, now] = [await year(2021), await year()];
  expect(before.total).toMatchObject({ landed: 2, investing: 0, investment: 0 });
  expect(now.total).toMatchObject({
    stock: 2,
    landed: 1,
    investing: 1,
    'investing-new': 1,
    investment: 150 * WAN,
    agreed: 100 * WAN,
  });
  // One by one they are two, together one.
  expect((await year(2022, county)).total).toMatchObject({
    stock: 2,
    landed: 0,
    investing: 1,
    'investing-new': 0,
    investment: 100 * WAN,
  });
});

test('registers §11 trap 2: parks of before and new ones are those of today only as far as none closed', async () => {
  for (const [number, openedOn, leftOn] of [
    ['G1', '2020-01-01', null],
    ['G2', '2020-01-01', '2022-03-01'],
    ['G3', '2022-05-01', null],
  ])
    await add('parks', { number, regionCode: COUNTY, parkName: `园区 ${number}`, openedOn, leftOn });
  expect((await year()).total).toMatchObject({ 'parks-before': 2, 'parks-opened': 1, 'parks-closed': 1, parks: 2 });
});

test('registers §11 trap 3: assisted products and others that Beijing bought stay apart', async () => {
  const sale = {
    regionCode: COUNTY,
    month: '2022-05-01',
    buyerArea: 'beijing',
    buyer: '北京商场',
    salesChannel: 'wholesale',
  };
  await add('consumption-records', { ...sale, productScope: 'assisted', purchaseAmountFen: 30 * WAN });
  await add('consumption-records', { ...sale, productScope: 'other', purchaseAmountFen: 70 * WAN });
  await add('consumption-records', {
    ...sale,
    buyerArea: 'other',
    buyer: '上海商场',
    productScope: 'assisted',
    purchaseAmountFen: 5 * WAN,
  });
  expect((await year()).total).toMatchObject({ assisted: 30 * WAN, other: 70 * WAN });
});

test('registers §11 trap 4: paid in at the region is not paid in at the county, and late money is told', async () => {
  const fund = (number: string, nature: string, regionCode: number, amount: number) =>
    add('cooperation-funds', {
      number,
      nature,
      regionCode,
      year: 2022,
      payer: '北京市',
      amountFen: amount * WAN,
      happenedOn: '2022-02-01',
    });
  await fund('Z1', 'planned', REGION, 1000);
  await fund('Z2', 'received', REGION, 800);
  await fund('Z3', 'planned', COUNTY, 200);
  await fund('Z4', 'received', COUNTY, 200);
  const { total, concerns, payers } = await year();
  expect(total).toMatchObject({ planned: 1200 * WAN, received: 1000 * WAN, 'received-county': 200 * WAN, issued: 0 });
  expect(payers).toEqual([{ payer: '北京市', plannedFen: 1200 * WAN, receivedFen: 1000 * WAN }]);
  expect(concerns.filter(({ concern }) => concern === 'fund-late')).toMatchObject([
    { regionCode: REGION, amountFen: 200 * WAN },
  ]);
  expect((await year(2022, county)).concerns).toEqual([]);
});

test('registers §11 trap 5: who was brought to work this year and who was kept from the last are told apart', async () => {
  const job = { householdNumber: HOUSEHOLD.number, jobForm: 'away', organisedBy: 'beijing', jobChannel: 'cooperation' };
  await add('employment-spells', { ...job, number: 'W1', name: '那顺', startedOn: '2021-06-01' });
  await add('employment-spells', { ...job, number: 'W2', name: '巴图', startedOn: '2022-03-01' });
  await add('employment-spells', { ...job, number: 'W3', name: '乌云', startedOn: '2021-02-01', leftOn: '2021-12-01' });
  await add('employment-spells', {
    ...job,
    number: 'W4',
    name: '其其格',
    startedOn: '2022-03-01',
    organisedBy: 'self',
  });
  const { total, ways } = await year();
  expect(total).toMatchObject({ 'labour-new': 1, 'labour-kept': 1 });
  expect(ways).toEqual([{ way: 'cooperation', begun: 1, kept: 1 }]);
});

test('registers §11 trap 6: a number of Beijing’s own system is kept and found', async () => {
  await add('parks', { number: 'BJ/2022-京蒙-07', regionCode: COUNTY, parkName: '园区 07', openedOn: '2022-06-01' });
  const found = await region.client.registers.parks?.list({ area: REGION, text: 'BJ/2022-京蒙-07' });
  expect(found?.items).toHaveLength(1);
});

test('a school with two partners is one school and two pairs; what cannot be right asks for a look', async () => {
  for (const beijingUnit of ['北京一中', '北京二中'])
    await add('institution-pairs', {
      organisationCode: 'SCHOOL',
      regionCode: COUNTY,
      kind: 'school',
      beijingUnit,
      startedOn: '2021-09-01',
    });
  await add('institution-pairs', {
    organisationCode: 'SCHOOL',
    regionCode: COUNTY,
    kind: 'hospital',
    beijingUnit: '北京医院',
    startedOn: '2021-09-01',
  });
  await invest('T4', 'B1', COUNTY, { amountFen: 900 * WAN, paidInEvidence: null });
  await invest('T5', 'B3', COUNTY);
  const { total, concerns } = await year(2022, county);
  expect(total).toMatchObject({ schools: 1, 'school-pairs': 2, hospitals: 1 });
  expect(concerns.map(({ concern, subject }) => `${concern} ${subject}`)).toEqual([
    'before-landing T5',
    'equals-agreed T4',
    'no-evidence T4',
    'wrong-kind 北京医院',
  ]);
});

test('a county says that money came, the league that it did', async () => {
  const found = await county.client.registers['cooperation-investments']?.list({ area: COUNTY, text: 'T3' });
  const [row] = found?.items ?? [];
  if (!row) throw new Error('T3 is not there');
  const { countyCode, id: recordId, version } = row;
  const move = (user: TestUser) =>
    user.client.registers['cooperation-investments']?.move({
      ...{ requestId: id(), move: 'pay-in', records: [{ countyCode, id: recordId, version }] },
      ...{ doneOn: '2022-07-01', values: { paidInEvidence: '验资报告' } },
    });
  expect(await refusalOf(move(county) as Promise<unknown>)).toBe('http.forbidden');
  // Who entered it does not confirm it.
  expect(await refusalOf(move(region) as Promise<unknown>)).toBe('registers.not-moved');
  await move(await server.as({ role: 'region-officer', areaCode: 150900000000 }));
  expect((await year()).total).toMatchObject({ agreed: 0 });
});

test('the page counts what the published figures count, and comes as a workbook', async () => {
  const { total } = await year();
  const ids = {
    'jingmeng.fund': 'received',
    'jingmeng.enterprises': 'investing',
    'jingmeng.investment': 'investment',
    'jingmeng.parks': 'parks',
  } as const;
  const told = await region.client.figures.list({ area: REGION, day: '2022-07-15', ids: Object.keys(ids) });
  for (const [figure, metric] of Object.entries(ids)) {
    const value = told.figures.find((one) => one.id === figure)?.value;
    expect({ figure, value: Number(value) }).toEqual({ figure, value: total[metric as 'parks'] });
  }
  const book = await region.get('/pairing/cooperation/report?year=2022&format=xlsx');
  expect(book.headers.get('content-type')).toContain('spreadsheetml');
});

test('what was promised to Beijing is held against the numbers of the year, never against what somebody typed', async () => {
  const promise = (number: string, item: string, promised: number) =>
    add('cooperation-agreements', {
      ...{
        number,
        item,
        promised,
        regionCode: COUNTY,
        year: 2022,
        partner: '北京市通州区',
        agreementTitle: '协作协议',
      },
      ...{ signedOn: '2022-02-10', endsOn: '2022-12-31' },
    });
  await promise('X1', 'investment', 3000);
  await promise('X2', 'schools', 0);
  const told = async () =>
    (await year(2022, county)).agreements.map(({ number, done, share }) => [number, done, share]);
  const [investment] = (await told()).filter(([number]) => number === 'X1');
  expect(investment).toEqual(['X1', 1200, 40]);
  expect((await told()).find(([number]) => number === 'X2')?.[2]).toBe(undefined);
  // Above it the promise stands beside the county’s own number.
  expect((await region.client.pairing.cooperation({ year: 2022, area: 150_900_000_000 })).agreements).toMatchObject([
    { number: 'X1', regionCode: COUNTY, done: 1200 },
    { number: 'X2' },
  ]);
  const due = (key: string, on: string) =>
    server.shouwang.db.bulkRead(async (tx) => pairingDues.find((one) => one.key === key)?.rows(tx, on));
  expect(await due('pairing.agreement', '2022-10-20')).toHaveLength(2);
  // The county wrote none of it down: it may not check it either, the league does.
  const row = (await county.client.registers['cooperation-agreements']?.list({ text: 'X1' }))?.items[0];
  if (!row) throw new Error('no promise');
  const { countyCode, id: recordId, version } = row;
  const check = (user: TestUser) =>
    user.client.registers['cooperation-agreements']?.move({
      ...{ requestId: id(), move: 'check', records: [{ countyCode, id: recordId, version }], doneOn: '2022-07-15' },
      values: { checkResult: 'unmet' },
    });
  expect(await refusalOf(Promise.resolve(check(county)))).not.toBe(undefined);
  const league = await server.as({ role: 'region-officer', areaCode: 150_900_000_000 });
  await check(league);
  expect(await due('pairing.agreement', '2022-10-20')).toHaveLength(1);
});

test('a county with money from Beijing tells it of every quarter, and of the year of itself', async () => {
  const due = (on: string) =>
    server.shouwang.db.bulkRead(async (tx) => pairingDues.find(({ key }) => key === 'pairing.quarter')?.rows(tx, on));
  await add('cooperation-funds', {
    ...{
      number: 'Z9',
      regionCode: COUNTY,
      year: 2022,
      nature: 'planned',
      payer: '北京市',
      amountFen: WAN,
      happenedOn: '2022-01-20',
    },
  });
  const counties = async (on: string) => (await due(on))?.map(({ placeCode, dueOn }) => `${placeCode} ${dueOn}`);
  expect(await counties('2022-07-05')).toContain(`${COUNTY} 2022-07-10`);
  const report = {
    regionCode: COUNTY,
    year: 2022,
    period: 'q2',
    reportedOn: '2022-07-02',
    progressText: '资金到位六成',
  };
  await add('cooperation-reports', report, county);
  // Written is not sent.
  expect(await counties('2022-07-05')).toContain(`${COUNTY} 2022-07-10`);
  const row = (await county.client.registers['cooperation-reports']?.list({}))?.items[0];
  if (!row) throw new Error('no report');
  const { countyCode, id: recordId, version } = row;
  await county.client.registers['cooperation-reports']?.move({
    ...{ requestId: id(), move: 'send', records: [{ countyCode, id: recordId, version }], doneOn: '2022-07-06' },
    values: { receiver: '北京市支援合作办' },
  });
  expect(await counties('2022-07-05')).not.toContain(`${COUNTY} 2022-07-10`);
  expect(await counties('2022-12-01')).toContain(`${COUNTY} 2022-12-15`);
});
