// Contracts that tie households to firms (registers §7): whether they were kept, by the payouts alone; the firms they are with; and who
// could work and has none.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkageDues } from '../../../src/modules/linkage/server/index.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { COUNTY, idNumber, NEXT_VILLAGE, OTHER_COUNTY, openSmallRegistry, VILLAGE } from '../../small-registry.ts';
import { formText } from '../form-text.ts';

let server: TestServer;
let county: TestUser;
let township: TestUser;
let village: TestUser;
const id = () => crypto.randomUUID();
const TODAY = '2022-05-31';
const FIRM = 'QY-1';

/** The eighth lives in the next village, where nobody has a contract; the ninth is not lifted. */
beforeAll(async () => {
  server = await openSmallRegistry(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({
      ...{ number: `户${n}`, village: n === 8 ? NEXT_VILLAGE : VILLAGE, kind: n === 9 ? '一般农户' : '脱贫户' },
      members: [{ name: `甲${n}`, id: idNumber(19800501, n) }],
    })),
  );
  server.moveClock(new Date(`${TODAY}T04:00:00Z`));
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  township = await server.as({ role: 'township-officer', areaCode: 150923101000 });
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  const firm = { code: FIRM, name: '草原乳业', kind: 'private', regionCode: COUNTY };
  await add('organisations', { ...firm, foundedOn: '2015-01-01' });
  const title = { organisationCode: FIRM, regionCode: COUNTY, title: 'leading', level: 'county-level', batch: '一' };
  await add('recognitions', { ...title, recognisedOn: '2020-01-01', supportFrom: '2021-01-01' });
  await contract('X1', '户1');
  await contract('X2', '户2');
  await contract('X3', '户3');
  await contract('X4', '户4', { organisationCode: null, agreedYearlyFen: null, startedOn: '2021-11-01' });
  await contract('X5', '户5', { through: '2022-01-31' });
  await contract('XV', null, { villageCode: VILLAGE, agreedYearlyFen: 200_000 });
  await pay('F1', '户1', 'X1', 100_000);
  await pay('F2', '户2', 'X2', 40_000);
  await pay('F4', '户5', 'X5', 100_000, { period: '2020' });
  await pay('F5', '户6', 'XV', 100_000);
  await pay('F6', '户1', 'XV', 100_000);
});
afterAll(() => server.close());

const add = async (code: string, values: Record<string, unknown>, user = county) => {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return user.client.registers[code]?.add({ requestId: id(), values: filled });
};
const contract = (number: string, householdNumber: string | null, more: Record<string, unknown> = {}) =>
  add('linkage-contracts', {
    ...{ number, businessEntity: '草原乳业', organisationCode: FIRM, householdNumber, linkageWay: 'order' },
    ...{ startedOn: '2021-01-01', agreedYearlyFen: 100_000, ...more },
  });
const pay = (number: string, householdNumber: string, agreementNumber: string, amountFen: number, more: object = {}) =>
  add('household-payouts', {
    ...{ number, householdNumber, name: `甲${householdNumber.slice(1)}`, payoutKind: 'linkage', period: '2021' },
    ...{ paidOn: '2021-12-20', amountFen, agreementNumber, ...more },
  });
type Need = NonNullable<Parameters<TestUser['client']['linkage']['contracts']>[0]['need']>;
const numbersOf = async (need: Need, user = county) => {
  const { rows, counts } = await user.client.linkage.contracts({ need });
  expect(counts[need]).toBe(rows.length);
  return rows.map(({ number }) => number).sort();
};
const moved = async (user: TestUser, code: string, text: string, move: string, values: object, opinion?: string) => {
  const row = (await county.client.registers[code]?.list({ text }))?.items[0];
  if (!row) throw new Error(`no row ${text}`);
  const { countyCode, id: of, version } = row;
  return user.client.registers[code]?.move({
    ...{ requestId: id(), move, records: [{ countyCode, id: of, version }], doneOn: TODAY },
    ...{ values: values as Record<string, unknown>, ...(opinion ? { opinion } : {}) },
  });
};

describe('registers §7 trap 1: a paper with names and nothing paid', () => {
  it('is red for the year that is over, whatever else was paid; half is half', async () => {
    expect(await numbersOf('unpaid')).toEqual(['X3', 'X5']);
    expect(await numbersOf('partly')).toEqual(['X2']);
    const { year, total } = await county.client.linkage.contracts({});
    // X4 stood two months of the year and is not asked for; the village's is kept by whoever it paid.
    expect({ year, ...total }).toEqual({
      ...{ year: 2021, contracts: 5, households: 5, paidHouseholds: 3, unpaid: 2, partly: 1 },
      ...{ promisedFen: 600_000, paidFen: 340_000 },
    });
  });

  it('is not mended by a word: what is said to be kept without a payout stands out', async () => {
    const checked = { agreementNumber: 'X3', year: 2021, checkedOn: '2022-01-10' };
    expect(await refusalOf(Promise.resolve(add('linkage-checks', { ...checked, found: 'broken' }, village)))).toBe(
      'registers.refused',
    );
    await add('linkage-checks', { ...checked, found: 'kept' }, village);
    expect(await numbersOf('said-kept')).toEqual(['X3']);
    expect(await numbersOf('unpaid')).toEqual(['X3', 'X5']);
  });

  it('is confirmed by somebody else, with a day by which it is to be paid', async () => {
    const broken = { agreementNumber: 'X5', year: 2021, found: 'broken', cause: '奶价下跌', checkedOn: '2022-01-10' };
    await add('linkage-checks', { ...broken, remedyBy: '2022-04-30' }, township);
    expect(await refusalOf(moved(township, 'linkage-checks', 'X5', 'confirm', {}))).toBe('registers.not-moved');
    await moved(county, 'linkage-checks', 'X5', 'confirm', {});
    expect(await numbersOf('remedy-late')).toEqual(['X5']);
    await pay('F7', '户5', 'X5', 100_000, { paidOn: '2022-05-20' });
    expect(await numbersOf('remedy-late')).toEqual([]);
    expect(await numbersOf('unpaid')).toEqual(['X3']);
  });

  it('is told to the village: to register by the end of the year, to look in January, to see to the day set', async () => {
    const told = async (key: string, on: string) => {
      const found = linkageDues.find((due) => due.key === key);
      return server.shouwang.db.bulkRead(async (tx) => found?.rows(tx, on));
    };
    expect(await told('linkage.pay', '2021-12-28')).toHaveLength(2);
    expect(await told('linkage.pay', '2022-01-07')).toHaveLength(2);
    expect(await told('linkage.check', '2022-01-28')).toEqual([{ placeCode: VILLAGE, dueOn: '2022-01-31' }]);
    expect(await told('linkage.ending', '2022-01-20')).toEqual([{ placeCode: VILLAGE, dueOn: '2022-01-31' }]);
  });
});

describe('rules of contracts', () => {
  it('pay a household once a period, and no other household', async () => {
    await pay('F8', '户2', 'X2', 40_000);
    expect(await numbersOf('paid-twice')).toEqual(['X2']);
    await pay('F9', '户9', 'X3', 100_000);
    expect(await numbersOf('paid-stranger')).toEqual(['X3']);
    expect(await numbersOf('unpaid')).toEqual(['X3']);
  });

  it('name a sum and a firm', async () => {
    expect(await numbersOf('no-amount')).toEqual(['X4']);
    expect(await numbersOf('no-entity')).toEqual(['X4']);
  });

  it('are witnessed by another than who wrote them, and end', async () => {
    expect(await refusalOf(moved(county, 'linkage-contracts', 'X4', 'witness', {}))).toBe('registers.not-moved');
    await moved(township, 'linkage-contracts', 'X4', 'witness', {});
    await moved(county, 'linkage-contracts', 'X4', 'dissolve', {}, '合作社停办');
    expect(await numbersOf('no-entity')).toEqual([]);
  });

  it('stay in their area', async () => {
    const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect((await stranger.client.linkage.contracts({})).rows).toEqual([]);
    expect((await stranger.client.linkage.entity({ code: FIRM })).rows).toEqual([]);
  });
});

describe('a firm', () => {
  it('shows whom it carries, what support it had and whether it keeps its word', async () => {
    const job = { number: 'W1', householdNumber: '户6', name: '甲6', jobForm: 'nearby', organisedBy: 'self' };
    await add('employment-spells', { ...job, employer: '草原乳业', workRegionCode: '150923', startedOn: '2022-03-01' });
    const loan = { number: 'D1', householdNumber: '户1', name: '甲1', loanProduct: 'fumin', lender: '农行' };
    const lent = { loanAmountFen: 5_000_000, lentOn: '2022-01-05', dueOn: '2023-01-04', loanPurpose: '养牛' };
    await add('micro-loans', { ...loan, ...lent, purposeCheckedOn: '2022-02-01', purposeCheckResult: 'invested' });
    const one = await county.client.linkage.entity({ code: FIRM });
    expect(one).toMatchObject({
      ...{ name: '草原乳业', titles: [{ title: 'leading', support: 'now' }] },
      carries: { households: 3, villages: 1, workers: 1 },
      invested: { loans: 1, fen: 5_000_000 },
    });
    expect(one.years.map(({ year, isOver, unpaid, promisedFen }) => ({ year, isOver, unpaid, promisedFen }))).toEqual([
      { year: 2022, isOver: false, unpaid: 4, promisedFen: 500_000 },
      { year: 2021, isOver: true, unpaid: 1, promisedFen: 600_000 },
    ]);
    expect(one.rows[0]).toMatchObject({ number: 'X3', word: 'unpaid', check: { found: 'kept' } });
    expect(await refusalOf(county.client.linkage.entity({ code: 'nobody' }))).toBe('linkage.entity-not-found');
  });

  it('is supported and carries nobody', async () => {
    const idle = 'QY-2';
    await add('organisations', { code: idle, name: '空壳公司', kind: 'private', regionCode: COUNTY });
    const title = { organisationCode: idle, regionCode: COUNTY, title: 'leading', level: 'county-level', batch: '二' };
    await add('recognitions', { ...title, recognisedOn: '2020-01-01', supportFrom: '2021-01-01' });
    // A title that is over supports nobody, whatever the days of the support say.
    const lapsed = { ...title, batch: '三', validThrough: '2021-12-31' };
    await add('recognitions', { ...lapsed, recognisedOn: '2019-01-01', supportFrom: '2021-01-01' });
    const { titles } = await county.client.linkage.entity({ code: idle });
    expect(titles.map(({ support }) => support)).toEqual(['now', 'before']);
    const names = async (look?: 'unpaid' | 'idle' | 'titled') =>
      (await county.client.linkage.entities({ ...(look ? { look } : {}) })).items.map(({ name }) => name);
    expect(await names('idle')).toEqual(['空壳公司']);
    expect(await names('unpaid')).toEqual(['草原乳业']);
    expect(await names()).toEqual(['草原乳业', '空壳公司']);
  });
});

describe('who could work and has no link', () => {
  const found = async (more: { cause?: 'ended'; who?: 'all' } = {}) =>
    (await county.client.linkage.unlinked(more)).items.map(({ number, cause }) => `${number} ${cause}`).sort();

  it('is told with the reason, and nobody else', async () => {
    await add('courtyards', { householdNumber: '户7', courtyardKind: 'garden', startedOn: '2022-04-01' });
    // 户4's contract was dissolved, 户5's is over but paid within the year, 户6 got money of the village's.
    expect(await found()).toEqual(['户4 ended', '户8 no-entity']);
    expect(await found({ cause: 'ended' })).toEqual(['户4 ended']);
    const away = { number: 'W8', householdNumber: '户8', name: '甲8', jobForm: 'away', organisedBy: 'self' };
    await add('employment-spells', { ...away, workRegionCode: '110000', startedOn: '2022-03-01' });
    expect(await found()).toEqual(['户4 ended', '户8 all-away']);
  });

  it('is proposed a link, visited by a day, and gone from the list once a contract is signed', async () => {
    const asked = { householdNumber: '户4', proposedOn: TODAY, unlinkedCause: 'ended', visitBy: '2022-06-10' };
    await add('linkage-proposals', asked, village);
    const visits = linkageDues.find(({ key }) => key === 'linkage.visit');
    const due = () => server.shouwang.db.bulkRead(async (tx) => visits?.rows(tx, TODAY));
    expect(await due()).toEqual([{ placeCode: VILLAGE, dueOn: '2022-06-10' }]);
    const rowOf4 = async () => (await county.client.linkage.unlinked({ text: '户4' })).items[0];
    expect(await rowOf4()).toMatchObject({ proposal: { visitBy: '2022-06-10' } });
    await moved(village, 'linkage-proposals', '', 'visit', { answer: 'declined' });
    expect(await due()).toEqual([]);
    expect(await rowOf4()).toMatchObject({ cause: 'unwilling' });
    await contract('X6', '户4', { startedOn: '2022-05-30' });
    expect(await rowOf4()).toBeUndefined();
  });

  it('is not paid a courtyard’s grant that nobody has looked at', async () => {
    const values = { householdNumber: '户7', courtyardKind: 'crop', startedOn: '2022-04-01', grantFen: 100_000 };
    expect(await refusalOf(Promise.resolve(add('courtyards', values)))).toBe('registers.refused');
  });
});

describe('forms by their usual names', () => {
  it.each([
    ['leading', ['龙头企业带动台账', '草原乳业', '旗县级'], []],
    ['contracts', ['利益联结协议台账', 'XV'], ['X5']],
    ['payouts', ['分红（兑现）花名册', 'X1', '1000'], []],
  ] as const)('%s', async (form, words, missing) => {
    const text = await formText(county, `/linkage/forms/${form}`);
    for (const word of words) expect(text).toContain(word);
    for (const word of missing) expect(text).not.toContain(word);
  });
});
