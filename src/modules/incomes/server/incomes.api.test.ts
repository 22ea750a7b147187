// A year of incomes in a county: sheets told in villages, what the year comes to, whose income asks for a look, and its closing.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import {
  COUNTY,
  idNumber,
  OTHER_COUNTY,
  openSmallRegistry,
  REGION,
  type SmallHousehold,
  VILLAGE,
} from '../../../../test/small-registry.ts';

const YEAR = 2021;
const NAMES = ['其其格', '巴图', '乌云', '那顺'];
/** Four lifted households of one person; by the registry each earned 14,000 in the year and 13,000 in the one before. */
const HOUSEHOLDS: SmallHousehold[] = NAMES.map((name, i) => ({
  ...{ number: `户000${i + 1}`, village: VILLAGE, kind: '脱贫户' },
  members: [{ name, id: idNumber(19800501 + i, 2 * i + 2) }],
}));

let server: TestServer;
let village: TestUser;
let county: TestUser;
let region: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();

beforeAll(async () => {
  server = await openSmallRegistry(HOUSEHOLDS);
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
});
afterAll(() => server.close());

async function keyOf(number: string) {
  const found = await server.shouwang.db.bulkRead((tx) =>
    tx.first(sql<{ countyCode: number; id: number }>`select county_code, id from households where number = ${number}`),
  );
  if (!found) throw new Error(`there is no household ${number}`);
  return found;
}

async function save(
  number: string,
  lines: Parameters<typeof county.client.incomes.saveSheet>[0]['lines'],
  more: object = {},
) {
  const key = await keyOf(number);
  const { version } = await village.client.incomes.sheet({ ...key, year: YEAR });
  const given = { requestId: id(), ...key, year: YEAR, members: 1, lines, collectedOn: '2022-01-10' };
  return village.client.incomes.saveSheet({ ...given, ...(version ? { version } : {}), ...more });
}

const add = async (code: string, values: Record<string, unknown>) =>
  county.client.registers[code]?.add({ requestId: id(), values });

const households = (
  look: 'fell' | 'missing' | 'negative' | 'wages-differ' | 'dibao-left-out' | 'shares-left-out' | 'all',
  user = county,
) => user.client.incomes.households({ area: COUNTY, year: YEAR, look });

describe('a sheet', () => {
  it('told in a village becomes the row of 家庭收支, and keeps what was told sealed', async () => {
    const saved = await save('户0001', [
      { item: 'sheep', quantity: 10, priceFen: 100_000 },
      { item: 'away-days', quantity: 30, priceFen: 20_000 },
      { item: 'feed-bought', amountFen: 300_000 },
    ]);
    expect(saved).toEqual({ netFen: 1_300_000, perHeadFen: 1_300_000 });
    const key = await keyOf('户0001');
    const sheet = await village.client.incomes.sheet({ ...key, year: YEAR });
    expect(sheet).toMatchObject({ number: '户0001', members: 1, collectedOn: '2022-01-10' });
    expect(sheet.current).toMatchObject({ wage: 600_000, business: 1_000_000, cost: 300_000, netFen: 1_300_000 });
    expect(sheet.lines).toHaveLength(3);
    const rows = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ kept: string }>`select encode(lines_sealed, 'escape') as kept from income_sheets`),
    );
    expect(rows.map(({ kept }) => kept).join()).not.toMatch(/sheep|away-days/);
    const { items } = (await county.client.registers['household-incomes']?.list({ area: COUNTY })) ?? { items: [] };
    expect(items).toMatchObject([{ values: { householdNumber: '户0001', businessIncomeFen: 1_000_000 } }]);
    // The page of the household says the same as the register, not what the registry had.
    const detail = await county.client.households.get(key);
    expect(detail.incomes[0]).toMatchObject({ year: YEAR, netFen: 1_300_000, previousNetFen: 1_300_000 });
  });

  it('is changed by who saw it as it is, and keeps what was told before', async () => {
    await save('户0001', [{ item: 'sheep', quantity: 8, priceFen: 100_000 }]);
    expect(await refusalOf(save('户0001', [], { version: '1' }))).toBe('incomes.changed');
    const kept = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ n: number }>`select count(*)::int as n from income_sheets where income_year = ${YEAR}`),
    );
    expect(kept).toEqual([{ n: 2 }]);
  });

  it('refuses half a line, a year that is not over, and a household of another county', async () => {
    expect(await refusalOf(save('户0002', [{ item: 'cattle', quantity: 2 }]))).toBe('incomes.half-line');
    expect(await refusalOf(save('户0002', [], { year: 2098 }))).toBe('incomes.year-not-over');
    const key = await keyOf('户0002');
    expect(await refusalOf(stranger.client.incomes.sheet({ ...key, year: YEAR }))).toBe('incomes.household-not-found');
  });
});

describe('a year', () => {
  it('is added up over rows of the register and, where there is none, of the registry', async () => {
    const { total, deciles, bins, causes } = await county.client.incomes.overview({ area: COUNTY, year: YEAR });
    // 8,000 by the sheet, 14,000 each of the three others.
    expect(total).toMatchObject({ lifted: 4, households: 4, members: 4, netFen: 5_000_000, fell: 1 });
    expect(deciles.reduce((sum, tenth) => sum + tenth.households, 0)).toBe(4);
    expect(deciles[0]).toMatchObject({ netFen: 800_000 });
    expect(bins.flatMap(({ fromFen, households: n }) => (n > 0 ? [[fromFen, n]] : []))).toEqual([
      [700_000, 1],
      [1_000_000, 3],
    ]);
    // Of the year before only the sum is known, as the registry has it: 13,000.
    expect(causes).toEqual([{ cause: 'unknown', households: 1, lostFen: 500_000 }]);
  });

  it('tells who fell and what was lost, once the year before has its row', async () => {
    await add('household-incomes', {
      ...{ householdNumber: '户0001', incomeYear: YEAR - 1, yearEndMembers: 1, wageIncomeFen: 900_000 },
      ...{ businessIncomeFen: 900_000, propertyIncomeFen: 0, transferIncomeFen: 0, businessCostFen: 0 },
    });
    const { items } = await households('fell');
    expect(items).toMatchObject([
      { number: '户0001', headName: '其其格', perHeadFen: 800_000, lastPerHeadFen: 1_800_000, cause: 'wage' },
    ]);
    const { causes, total } = await county.client.incomes.overview({ area: COUNTY, year: YEAR });
    expect(causes).toEqual([{ cause: 'wage', households: 1, lostFen: 1_000_000 }]);
    // 18,000 by its row, and of the three others 13,000 each by 上年纯收入.
    expect(total).toMatchObject({ lastNetFen: 5_700_000, lastMembers: 4 });
  });

  it('asks about lifted households without any income, not about those that were never poor', async () => {
    await add('household-statuses', {
      householdNumber: '户0004',
      status: 'lifted',
      startedOn: '2019-12-31',
      endedOn: '2020-12-31',
    });
    const { total } = await county.client.incomes.overview({ area: COUNTY, year: YEAR });
    expect(total).toMatchObject({ lifted: 3, households: 3 });
    const before = await county.client.incomes.overview({ area: COUNTY, year: YEAR - 1 });
    expect(before.total).toMatchObject({ lifted: 3, households: 1 });
    const missing = await county.client.incomes.households({ area: COUNTY, year: YEAR - 1, look: 'missing' });
    expect(missing.items.map(({ number }) => number)).toEqual(['户0002', '户0003']);
    const asked = { area: COUNTY, year: YEAR - 1, look: 'missing' as const, limit: 1 };
    const { items, next = '', total: of } = await county.client.incomes.households(asked);
    expect([items, of]).toMatchObject([[{ number: '户0002' }], 2]);
    const rest = await county.client.incomes.households({ ...asked, cursor: next });
    expect(rest.items.map(({ number }) => number)).toEqual(['户0003']);
    expect(rest.next).toBeUndefined();
  });

  it('is held against jobs and dividends that other registers know of', async () => {
    const person = { householdNumber: '户0002', name: '巴图' };
    const job = {
      number: 'W-1',
      ...person,
      jobForm: 'away',
      organisedBy: 'self',
      startedOn: '2021-01-01',
      leftOn: '2021-12-31',
    };
    await add('employment-spells', { ...job, workRegionCode: '110000', monthlyIncomeFen: 400_000 });
    const payout = { number: 'F-1', householdNumber: '户0003', name: '乌云', payoutKind: 'dividend', period: '2021' };
    await add('household-payouts', { ...payout, paidOn: '2021-11-01', amountFen: 600_000 });
    expect((await households('wages-differ')).items).toMatchObject([
      { number: '户0002', knownFen: 4_800_000, givenFen: 1_000_000 },
    ]);
    // By the registry: 5,000 of producing and 100 of property.
    expect((await households('shares-left-out')).items).toMatchObject([
      { number: '户0003', knownFen: 600_000, givenFen: 510_000 },
    ]);
    expect((await households('dibao-left-out')).items).toEqual([]);
    expect((await households('negative')).items).toEqual([]);
  });

  it('stands beside what else the household lives on, what asks for a look first', async () => {
    const key = await keyOf('户0002');
    const loan = {
      number: 'L-1',
      householdNumber: '户0002',
      name: '巴图',
      loanProduct: 'lifted-credit',
      lender: '示例银行',
    };
    const terms = { loanAmountFen: 5_000_000, lentOn: '2021-03-01', dueOn: '2022-03-01', loanPurpose: '养羊' };
    await add('micro-loans', { ...loan, ...terms });
    server.moveClock(new Date('2022-04-01T04:00:00Z'));
    const { rows } = await village.client.incomes.living(key);
    expect(rows.map(({ what, doubt, person }) => [what, doubt, person])).toEqual([
      ['job', 'ended', '巴图'],
      ['loan', 'overdue', '巴图'],
    ]);
    expect(await refusalOf(stranger.client.incomes.living(key))).toBe('incomes.household-not-found');
    server.moveClock();
  });

  it('by a setting of the county asks sooner or later', async () => {
    const setting = { requestId: id(), regionCode: COUNTY, key: 'fell.share' as const, value: 6000, basis: '旗县试行' };
    await county.client.incomes.saveSetting({ ...setting, effectiveFrom: '2099-01-01' });
    expect((await households('fell')).items).toHaveLength(1);
    server.moveClock(new Date('2099-06-01T04:00:00Z'));
    expect((await households('fell')).items).toEqual([]);
    server.moveClock();
  });

  it('is of its own area: another county sees nothing of it', async () => {
    expect(await refusalOf(households('all', stranger))).toBe('regions.not-found');
    const own = await stranger.client.incomes.overview({ year: YEAR });
    expect(own.total).toMatchObject({ lifted: 0, households: 0 });
  });
});

describe('closing a year', () => {
  const closing = () => ({ requestId: id(), regionCode: COUNTY, year: YEAR });

  it('waits for a word where households are missing', async () => {
    const asked = { ...closing(), year: YEAR - 1 };
    expect(await refusalOf(county.client.incomes.closeYear(asked))).toBe('incomes.households-missing');
    const given = { ...asked, requestId: id(), note: '两户外出联系不上' };
    expect(await county.client.incomes.closeYear(given)).toEqual({ households: 1, members: 1, netFen: 1_800_000 });
  });

  it('keeps what it stood at, and lets no sheet of it be told any more', async () => {
    expect(await county.client.incomes.closeYear(closing())).toMatchObject({ households: 3 });
    expect(await refusalOf(county.client.incomes.closeYear(closing()))).toBe('incomes.already-closed');
    expect(await refusalOf(save('户0002', []))).toBe('incomes.year-closed');
    const { total } = await county.client.incomes.overview({ area: COUNTY, year: YEAR });
    expect(total.closing).toMatchObject({ households: 3, netFen: total.netFen });
    expect(await refusalOf(county.client.incomes.closeYear({ ...closing(), regionCode: VILLAGE }))).toBe(
      'incomes.not-a-county',
    );
    expect(await refusalOf(stranger.client.incomes.closeYear(closing()))).toBe('regions.not-found');
  });

  it('is opened again by who stands above the county, with the reason', async () => {
    const reason = '漏采三户，需要补报';
    await region.client.incomes.reopenYear({ ...closing(), reason });
    expect(await refusalOf(region.client.incomes.reopenYear({ ...closing(), reason }))).toBe('incomes.not-closed');
    await save('户0002', [{ item: 'monthly-pay', quantity: 12, priceFen: 400_000 }]);
    expect((await households('wages-differ')).items).toEqual([]);
  });
});
