// The numbered traps of registers §6, and what ledgers, one asset and its lists say of the same rows.

import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { assetsDues } from '../../../src/modules/assets/server/index.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { officeDay } from '../../office-day.ts';
import { COUNTY, OTHER_COUNTY, openSmallRegistry, VILLAGE } from '../../small-registry.ts';
import { HOUSEHOLD } from '../example-rows.ts';

let server: TestServer;
let county: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  const project = { regionCode: COUNTY, projectName: '棚圈建设', projectKind: 'industry', linkageWays: ['order'] };
  await add('projects', { number: 'P-1', ...project });
  for (const [number, fen, more] of [
    ['A-1', 30_000_000, { sourceProjectNumber: 'P-1', publicPartFen: 20_000_000, otherPartFen: 10_000_000 }],
    ['A-2', 20_000_000, { sourceProjectNumber: 'P-1', assetCondition: 'idle', department: '农牧局' }],
    ['A-3', 10_000_000, { sourceProjectNumber: 'P-1', upkeepUnit: null, assetKind: 'public-benefit' }],
    ['E-1', 50_000_000, { assetForm: 'equity', assetName: '入股合作社' }],
    ['C-1', 5_000_000, { regionCode: COUNTY, assetKind: 'public-benefit', assetName: '旗县级泵站' }],
  ] as const)
    await asset(number, fen, more);
  await contract('K-1', 'A-1', 'leased', '2099-12-31');
  await contract('K-E', 'E-1', 'invested', '2021-12-31');
});
afterAll(() => server.close());

function register(code: string) {
  const found = county.client.registers[code];
  if (!found) throw new Error(`there is no register ${code}`);
  return found;
}

const add = (code: string, values: Record<string, unknown>) => register(code).add({ requestId: id(), values });

function asset(number: string, originalValueFen: number, more: Record<string, unknown> = {}) {
  const values = { number, regionCode: VILLAGE, assetName: `棚圈 ${number}`, assetKind: 'operating', formedIn: 2018 };
  const rest = { registeredOn: '2018-12-31', originalValueFen, upkeepUnit: '嘎查村集体经济组织' };
  return add('assets', { ...values, ...rest, ...more });
}

function contract(number: string, assetNumber: string, operatingWay: string, through: string) {
  const values = { number, assetNumber, operator: '示例合作社', operatingWay, startedOn: '2021-01-01', through };
  return add('asset-contracts', { ...values, agreedIncomeFen: 1_000_000 });
}

const one = (number: string, user = county) => user.client.assets.one({ number });

test('registers §6 trap 1: one project makes many assets, and many grants one', async () => {
  const found = await one('A-1');
  expect(found.project).toMatchObject({ number: 'P-1', assets: 3, assetsFen: 60_000_000 });
  expect(found).toMatchObject({ publicFen: 20_000_000, otherFen: 10_000_000, originalFen: 30_000_000 });
});

test('registers §6 trap 2: ledgers add up original values; what a thing is worth today is reckoned beside it', async () => {
  await asset('N-1', 40_000_000, { inUseFrom: '2012-01-01', usefulYears: 5 });
  expect(await one('N-1')).toMatchObject({ originalFen: 40_000_000, netFen: 0 });
  const { total } = await county.client.assets.ledger({ area: COUNTY });
  expect(total.originalFen).toBe(155_000_000);
});

test('registers §6 trap 3: more than arrived is refused, and a dividend before the first income is told', async () => {
  const dividend = { assetNumber: 'A-1', distributionYear: 2021, purpose: 'dividend', schemeOn: '2021-06-01' };
  const given = { ...dividend, recipient: HOUSEHOLD.number, amountFen: 500_000 };
  expect(await refusalOf(add('asset-distributions', given))).toBe('registers.refused');
  const income = { contractNumber: 'K-1', instalment: '2021', dueOn: '2021-12-10', amountDueFen: 1_000_000 };
  await add('asset-incomes', { ...income, arrivedOn: '2021-12-10', amountReceivedFen: 1_000_000 });
  await add('asset-distributions', given);
  const more = { ...dividend, recipient: '示例合作社', amountFen: 600_000 };
  expect(await refusalOf(add('asset-distributions', more))).toBe('registers.refused');
  const found = await one('A-1');
  expect(found.doubts.join()).toMatch(/2021-06-01 分红时还没有收益到账/);
  expect(found.years).toEqual([{ year: 2021, dueFen: 1_000_000, receivedFen: 1_000_000, distributedFen: 500_000 }]);
  expect(found.shared).toMatchObject([{ to: '其其格', purpose: 'dividend', amountFen: 500_000 }]);
});

test('registers §6 trap 4: a share whose contract is over does not pass at its full value', async () => {
  const { doubts, netFen } = await one('E-1');
  expect(netFen).toBe(50_000_000);
  expect(doubts.join()).toMatch(/入股合同已解除或到期，股权仍按原值登记/);
});

test('registers §6 trap 5: the number of another book is kept beside our own, and is not the key', async () => {
  const key = { regionCode: VILLAGE, remark: '三资台账编号 SZ-77' };
  await asset('S-1', 0, key);
  expect(await one('S-1')).toMatchObject({ number: 'S-1', remark: '三资台账编号 SZ-77' });
  expect(await refusalOf(asset('S-1', 0, key))).toBe('registers.exists');
});

test('registers §6 trap 6: cattle that died or were sold are ended with a reason, not lost', async () => {
  const cattle = { assetKind: 'household-owned', assetForm: 'biological', assetCondition: 'lost' };
  const key = await asset('H-1', 0, cattle);
  expect((await one('H-1')).doubts.join()).toMatch(/应办理“注销”并写明原因，不登记为灭失/);
  const { version } = await register('assets').get(key);
  const end = { move: 'end', records: [{ ...key, version }], doneOn: '2022-03-01', values: {} };
  expect(await refusalOf(register('assets').move({ requestId: id(), ...end }))).toBe('registers.move-unexplained');
  await register('assets').move({ requestId: id(), ...end, opinion: '雪灾死亡' });
  const ended = await one('H-1');
  expect(ended).toMatchObject({ cancelledOn: '2022-03-01', deeds: [{ move: 'end', opinion: '雪灾死亡' }] });
  expect(ended.doubts).toEqual([]);
});

describe('ledgers', () => {
  it('by region and by department are sums of the same rows, down to the list', async () => {
    const byRegion = await county.client.assets.ledger({ area: COUNTY });
    const byDepartment = await county.client.assets.ledger({ area: COUNTY, by: 'department' });
    expect(byDepartment.total).toEqual(byRegion.total);
    expect(byRegion.rows.find(({ isOwn }) => isOwn)).toMatchObject({ things: 1, originalFen: 5_000_000 });
    expect(byDepartment.rows.find(({ group }) => group === '农牧局')).toMatchObject({ things: 1, idle: 1 });
    const { total } = byRegion;
    expect(total.inUse + total.idle + total.disposed).toBe(total.things);
    expect((await county.client.assets.list({ area: COUNTY })).total).toBe(total.things);
    expect((await county.client.assets.list({ area: COUNTY, own: 'true' })).total).toBe(1);
    expect((await county.client.assets.list({ area: COUNTY, standing: 'idle' })).items).toMatchObject([
      { number: 'A-2' },
    ]);
  });

  it('another county sees none of it', async () => {
    expect((await stranger.client.assets.ledger({})).total.things).toBe(0);
    expect(await refusalOf(one('A-1', stranger))).toBe('assets.not-found');
    expect(await refusalOf(stranger.client.assets.ledger({ area: COUNTY }))).toBe('regions.not-found');
  });

  it('pages by number', async () => {
    const first = await county.client.assets.list({ limit: 2 });
    const second = await county.client.assets.list({ limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(['A-1', 'A-2', 'A-3', 'C-1']);
  });
});

describe('what asks for action', () => {
  it('is found by what the registers say, and by days that a county may set', async () => {
    const needs = async () =>
      (await county.client.assets.needs({})).rows.map(({ need, subject }) => `${need} ${subject}`);
    const found = await needs();
    expect(found).toEqual(expect.arrayContaining(['idle A-2', 'no-keeper A-3', 'no-contract E-1']));
    expect(found).not.toContain('no-contract A-1');
    const soon = officeDay(100);
    await asset('R-1', 1000);
    await contract('K-R', 'R-1', 'leased', soon);
    expect(await needs()).not.toContain('contract-ending R-1');
    const setting = { key: 'contract.ending' as const, value: 120, basis: '试行办法' };
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    await county.client.assets.saveSetting({ requestId: id(), regionCode: COUNTY, effectiveFrom: today, ...setting });
    expect(await needs()).toContain('contract-ending R-1');
    expect((await county.client.assets.needs({ need: 'idle' })).rows.map(({ subject }) => subject)).toEqual(['A-2']);
  });
});

/** All that is written in the first sheet, row by row. */
async function wordsOf(response: Response): Promise<string[]> {
  expect(response.status).toBe(200);
  const book = new exceljs.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const words: string[] = [];
  book.worksheets[0]?.eachRow((row) => row.eachCell(({ value }) => words.push(String(value))));
  return words;
}

describe('forms', () => {
  test.each([
    'county-ledger',
    'department-ledger',
    'village-ledger',
    'inventory',
    'distribution',
    'idle',
    'treatment',
    'disposal',
  ])('%s is a workbook with title, and no number of a household', async (form) => {
    const words = await wordsOf(await county.get(`/assets/forms/${form}?area=${COUNTY}&year=2021`));
    expect(words[0]).toMatch(/^商都县.*(台账|登记表|花名册|审批表)$/);
    expect(words).not.toContain(HOUSEHOLD.number);
  });
});

it('terms that come near and those that are over are told to who has to act', async () => {
  for (const [number, through] of [
    ['D-1', officeDay(3)],
    ['D-2', officeDay(-7)],
    ['D-3', officeDay(-60)],
  ] as const) {
    await asset(number, 1000);
    await contract(`K-${number}`, number, 'leased', through);
  }
  const ending = assetsDues.find(({ key }) => key === 'assets.contract-ending');
  const rows = await server.shouwang.db.bulkRead((tx) => ending?.rows(tx, officeDay(0)) ?? Promise.resolve([]));
  expect(rows).toEqual([
    { placeCode: VILLAGE, dueOn: officeDay(3) },
    { placeCode: VILLAGE, dueOn: officeDay(-7) },
  ]);
});
