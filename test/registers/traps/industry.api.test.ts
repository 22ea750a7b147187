// The traps of industry (domain/registers §7) that loans are in, each by its number, and a loan clerk's morning.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dues } from '../../../src/app/registers/dues.ts';
import { registerTools } from '../../../src/app/registers/tools.ts';
import type { LoanNeed } from '../../../src/modules/industry/domain/loans/loan-needs.ts';
import { tendMessages } from '../../../src/modules/messages/server/index.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { importSet } from '../../../src/platform/server/registers/import-set.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  openSmallRegistry,
  type SmallHousehold,
  VILLAGE,
} from '../../small-registry.ts';
import { formText } from '../form-text.ts';

const household = (n: number, birth: number, kind: SmallHousehold['kind'] = '脱贫户'): SmallHousehold => ({
  ...{ number: `户${n}`, village: n === 9 ? NEXT_VILLAGE : VILLAGE, kind },
  members: [{ name: `甲${n}`, id: idNumber(birth, n), relation: '户主' }],
});
const HOUSEHOLDS = [
  household(1, 19800501),
  household(2, 19800501),
  household(3, 19800501),
  household(4, 19550101),
  household(5, 19800501, '一般农户'),
  household(9, 19800501),
];
const LOANS = `借款编号,户编号,人编号,姓名,贷款产品,贷款机构,贷款金额(元),放款日期,到期日期,展期至,结清日期,贷款用途,贴息金额,逾期起日,用途核查日期,用途核查结果
D1,户1,户11,甲1,脱贫人口小额信贷,信用社,50000,2021-06-05,2022-06-04,,,种玉米,1000,,2021-06-20,相符
D2,户2,户21,甲2,脱贫人口小额信贷,信用社,30000,2020-05-01,2022-05-01,,,买羊,,,2020-05-20,入股
D3,户3,户31,甲3,脱贫人口小额信贷,信用社,60000,2022-04-15,2026-04-14,,,养牛,1500,,,
D4,户4,户41,甲4,富民贷,农行,80000,2022-05-20,2024-05-19,,,大棚,,,,
D5,户4,户41,甲4,富民贷,农行,40000,2022-05-21,2024-05-19,,,大棚,,,,
D6,户5,户51,甲5,脱贫人口小额信贷,信用社,20000,2022-05-10,2022-08-20,,,小卖部,,,,
D7,户1,户11,甲1,脱贫人口小额信贷,信用社,20000,2019-06-05,2021-06-04,,2021-06-01,种玉米,,,2019-06-20,相符
D9,户9,户91,甲9,富民贷,农行,40000,2021-06-15,2022-05-01,2022-06-25,,大棚,,,2021-07-01,相符`;
const NOW = new Date('2022-05-31T02:00:00Z');

let server: TestServer;
let folder: string;
let county: TestUser;
let village: TestUser;

beforeAll(async () => {
  server = await openSmallRegistry(HOUSEHOLDS);
  server.moveClock(NOW);
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-loans-'));
  const file = { path: path.join(folder, 'micro-loans.csv'), name: 'micro-loans.csv', register: 'micro-loans' };
  await writeFile(file.path, LOANS);
  const { db, keys } = server.shouwang;
  const { files } = await importSet(db, keys, systemActor('test'), { ...registerTools, files: [file] });
  expect(files.map(({ refused }) => refused)).toEqual([{}]);
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const numbersOf = async (need: LoanNeed, user = county) => {
  const { rows, counts } = await user.client.industry.loans({ need });
  expect(counts[need]).toBe(rows.length);
  return rows.map(({ number }) => number);
};
const rowOf = async (number: string) => {
  const found = await county.client.registers['micro-loans']?.list({ text: number });
  const row = found?.items.find(({ values }) => values.number === number);
  if (!row) throw new Error(`no loan ${number}`);
  return row;
};
const move = async (user: TestUser, name: string, number: string, values: object, opinion?: string) => {
  const { countyCode, id, version } = await rowOf(number);
  return user.client.registers['micro-loans']?.move({
    ...{ requestId: crypto.randomUUID(), move: name, records: [{ countyCode, id, version }], doneOn: '2022-05-31' },
    ...{ values: values as Record<string, unknown>, ...(opinion ? { opinion } : {}) },
  });
};

describe('a loan clerk’s morning', () => {
  it('begins with what is overdue, due, and not looked at; what is settled asks for nothing', async () => {
    expect(await numbersOf('overdue')).toEqual(['D2']);
    expect(await numbersOf('due-7')).toEqual(['D1']);
    expect(await numbersOf('due-30')).toEqual(['D9']);
    expect(await numbersOf('due-90')).toEqual(['D6']);
    expect(await numbersOf('unchecked')).toEqual(['D3']);
    const { running, balanceFen, overdueFen, overdueShare } = await county.client.industry.loans({});
    expect({ running, balanceFen, overdueFen, overdueShare }).toEqual({
      ...{ running: 7, balanceFen: 32_000_000, overdueFen: 3_000_000, overdueShare: 937 },
    });
  });

  it('names nobody in full, and keeps to the own area', async () => {
    const { rows } = await county.client.industry.loans({});
    expect(rows.every(({ name }) => name === '甲*')).toBe(true);
    expect(await numbersOf('due-30', village)).toEqual([]);
  });

  it('notes whom it spoke to, with what was said; the newest stands beside the loan', async () => {
    expect(await refusalOf(move(village, 'follow-up', 'D1', {}))).toBe('registers.move-unexplained');
    await move(village, 'follow-up', 'D1', {}, '已备好钱');
    await move(village, 'follow-up', 'D1', {}, '六月三日还');
    const { rows } = await county.client.industry.loans({ need: 'due-7' });
    expect(rows).toMatchObject([
      { number: 'D1', state: 'lent', followed: { on: '2022-05-31', opinion: '六月三日还' } },
    ]);
  });

  it('checks the use once, extends, and settles: each leaves its list', async () => {
    await move(village, 'check-purpose', 'D3', { purposeCheckResult: 'diverted' });
    expect(await numbersOf('unchecked')).toEqual([]);
    expect(await numbersOf('misused')).toEqual(['D2', 'D3']);
    await move(county, 'extend', 'D6', { extendedTo: '2023-05-10' });
    expect(await numbersOf('due-90')).toEqual([]);
    expect((await rowOf('D6')).state).toBe('extended');
    expect(await refusalOf(move(village, 'settle', 'D1', {}))).toBe('registers.no-move');
    await move(county, 'settle', 'D1', {});
    expect(await numbersOf('due-7')).toEqual([]);
    expect((await rowOf('D1')).state).toBe('settled');
  });

  it('is told to the village three days before the term', async () => {
    const next = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    for (const day of ['2022-06-21', '2022-06-22']) {
      server.moveClock(new Date(`${day}T01:00:00Z`));
      await tendMessages(server.api.services, server.shouwang.db, { dues });
    }
    const { items } = await next.client.messages.list({ state: 'unread' });
    expect(items.map(({ facts }) => facts.text)).toContain('小额信贷还款：1 笔将于 2022-06-25 到期，须由本级办理。');
    server.moveClock(NOW);
  });
});

describe('registers §7 traps', () => {
  it('2: borrowed by a household and used by a firm is red until it is settled', async () => {
    expect((await numbersOf('misused'))[0]).toBe('D2');
  });

  it('6: a loan for a herd that falls due in spring is told before it fails', async () => {
    expect(await numbersOf('before-autumn')).toEqual(['D3']);
  });
});

describe('registers §7 traps of what a county recognises', () => {
  const add = (code: string, values: Record<string, unknown>) =>
    county.client.registers[code]?.add({ requestId: crypto.randomUUID(), values });
  const list = async (code: string, asked: object) => (await county.client.registers[code]?.list(asked))?.items ?? [];
  const workshop = (number: string, aidedByBeijing: boolean, more: object = {}) =>
    add('workshops', {
      ...{
        number,
        villageCode: VILLAGE,
        workshopName: `车间${number}`,
        openedOn: '2021-01-01',
        aidedByBeijing,
        ...more,
      },
    });

  it('3: workshops aided by Beijing are marked in the one register, not listed in another', async () => {
    await workshop('C1', true);
    await workshop('C2', false);
    await workshop('C3', false, { closedOn: '2021-12-31' });
    expect(await list('workshops', {})).toHaveLength(3);
    expect(
      registerTools.catalogue.registers.filter(({ title }) => title.includes('车间')).map(({ code }) => code),
    ).toEqual(['workshops', 'workshop-months']);
    const rows = await list('workshops', { filters: { aidedByBeijing: 'true' } });
    expect(rows.map(({ values }) => values.number)).toEqual(['C1']);
  });

  it('4: a closed workshop is told as closed and asked for no report; an open one that is silent is', async () => {
    const stateOf = async (number: string) => (await list('workshops', { text: number }))[0]?.state;
    expect([await stateOf('C1'), await stateOf('C3')]).toEqual(['opened', 'closed']);
    const { rows } = await county.client.employment.needs({ need: 'workshop-silent' });
    expect(rows.map(({ subject }) => subject).sort()).toEqual(['C1', 'C2']);
    const inForce = await list('workshops', { asOf: '2022-05-31' });
    expect(inForce.map(({ values }) => values.number).sort()).toEqual(['C1', 'C2']);
  });

  it('5: only products of the list count as assisted; what buyers took is another scope', async () => {
    const product = { regionCode: COUNTY, supplier: '草原乳业', recognisedOn: '2022-02-01' };
    await add('assisted-products', { ...product, number: 'P1', productName: '奶豆腐', validThrough: '2022-03-31' });
    const sale = (salesMonth: string, productName: string, salesAmountFen: number, productNumber?: string) =>
      add('product-sales', {
        ...{
          regionCode: COUNTY,
          salesMonth,
          supplier: '草原乳业',
          productName,
          salesChannel: 'canteen',
          salesAmountFen,
        },
        ...(productNumber ? { productNumber } : {}),
      });
    await sale('2022-01-01', '奶豆腐', 1_000_000, 'P1');
    await sale('2022-03-01', '奶豆腐', 2_000_000, 'P1');
    await sale('2022-04-01', '奶豆腐', 4_000_000, 'P1');
    await sale('2022-03-01', '全县牛肉', 80_000_000);
    const taken = { regionCode: COUNTY, month: '2022-03-01', buyer: '某单位', salesChannel: 'canteen' };
    for (const [productScope, purchaseAmountFen] of [
      ['assisted', 2_000_000],
      ['other', 500_000],
    ] as const)
      await add('consumption-records', { ...taken, buyerArea: 'beijing', productScope, purchaseAmountFen });
    const { total, doubts } = await county.client.industry.sales({});
    expect(total).toMatchObject({ listedFen: 2_000_000, unlistedFen: 85_000_000 });
    expect(total).toMatchObject({ beijingFen: 2_500_000, assistedFen: 2_000_000 });
    expect(doubts.map(({ doubt, month }) => `${doubt} ${month}`)).toEqual([
      'no-product 2022-03',
      'lapsed 2022-04',
      'not-yet 2022-01',
    ]);
    const next = dues.find(({ key }) => key === 'industry.product-ending');
    const told = (on: string) => server.shouwang.db.bulkRead(async (tx) => next?.rows(tx, on));
    expect(await told('2022-02-01')).toEqual([{ placeCode: COUNTY, dueOn: '2022-01-30' }]);
    expect(await told('2022-05-01')).toEqual([]);
  });

  it('a title is monitored every two years, and ends where it is cancelled', async () => {
    await add('organisations', { code: 'QY-1', name: '草原乳业', kind: 'private', regionCode: COUNTY });
    const title = {
      organisationCode: 'QY-1',
      regionCode: COUNTY,
      title: 'leading',
      level: 'county-level',
      batch: '一',
    };
    await add('recognitions', { ...title, recognisedOn: '2020-06-10' });
    const monitor = dues.find(({ key }) => key === 'industry.title-monitor');
    const told = () => server.shouwang.db.bulkRead(async (tx) => monitor?.rows(tx, '2022-05-31'));
    expect(await told()).toEqual([{ placeCode: COUNTY, dueOn: '2022-06-10' }]);
    const [row] = await list('recognitions', {});
    const { countyCode = 0, id = 0, version = '' } = row ?? {};
    await county.client.registers.recognitions?.move({
      ...{
        requestId: crypto.randomUUID(),
        move: 'monitor',
        records: [{ countyCode, id, version }],
        doneOn: '2022-05-31',
      },
      ...{ values: {}, opinion: '合格' },
    });
    expect(await told()).toEqual([]);
  });
});

describe('rules of micro-loans', () => {
  it.each([
    ['limit', ['D3']],
    ['total', ['D4', 'D5']],
    ['subsidy', ['D3']],
    ['term', ['D3']],
    ['age', ['D4', 'D5']],
    ['household', ['D6']],
    ['second', ['D4', 'D5']],
  ] as const)('%s', async (need, numbers) => {
    expect((await numbersOf(need)).sort()).toEqual([...numbers]);
  });
});

describe('forms by their usual names', () => {
  it.each([
    ['workshops', ['帮扶车间台账'], []],
    ['months', ['帮扶车间月报'], []],
    ['loans', ['小额信贷台账', 'D4'], ['D7']],
    ['overdue', ['逾期清单', 'D2', '30'], ['D4', 'D1 ']],
    ['subsidy', ['贴息花名册', 'D3'], ['D4']],
    ['courtyards', ['庭院经济台账'], []],
    ['products', ['帮扶产品目录'], []],
    ['sales', ['消费帮扶销售月报'], []],
  ] as const)('%s', async (form, words, missing) => {
    server.moveClock(NOW);
    const text = await formText(county, `/industry/forms/${form}`);
    for (const word of words) expect(text).toContain(word);
    for (const word of missing) expect(text).not.toContain(word);
  });
});

describe('the road to a loan', () => {
  const applications = (user: TestUser) => user.client.registers['loan-applications'];
  const apply = async (number: string, householdNumber: string, wantedFen = 3_000_000) =>
    applications(county)?.add({
      requestId: crypto.randomUUID(),
      values: {
        ...{
          number,
          householdNumber,
          name: `甲${householdNumber.at(-1)}`,
          loanProduct: 'lifted-credit',
          lender: '信用社',
        },
        ...{ wantedFen, loanPurpose: '买羊', appliedOn: '2022-04-20', personNumber: `${householdNumber}1` },
      },
    });
  const step = async (name: string, number: string, values: object = {}, opinion?: string) => {
    const found = (await applications(county)?.list({ text: number }))?.items[0];
    if (!found) throw new Error(`no application ${number}`);
    const { countyCode, id, version } = found;
    return applications(county)?.move({
      ...{ requestId: crypto.randomUUID(), move: name, records: [{ countyCode, id, version }], doneOn: '2022-05-31' },
      ...{ values: values as Record<string, unknown>, ...(opinion ? { opinion } : {}) },
    });
  };
  const hindered = async (name: string, number: string, values: object = {}) => {
    const answer = await step(name, number, values).catch(
      (error: { data?: { details?: { refused?: unknown } } }) => error,
    );
    return JSON.stringify(answer);
  };
  const due = () =>
    server.shouwang.db.bulkRead(async (tx) =>
      dues.find(({ key }) => key === 'industry.loan-application')?.rows(tx, '2022-05-31'),
    );

  it('is asked for, rated, granted and lent; none skips a step, and it waits no longer than its term', async () => {
    await apply('S1', '户9');
    expect(await due()).toEqual([{ placeCode: NEXT_VILLAGE, dueOn: '2022-05-20' }]);
    expect(await refusalOf(step('credit', 'S1', { creditFen: 2_000_000 }))).toBe('registers.not-moved');
    await step('rate', 'S1', { rating: 'good' });
    // The household has a loan that is not settled.
    expect(await hindered('credit', 'S1', { creditFen: 2_000_000 })).toContain('还有贷款没有结清');
    await move(county, 'settle', 'D9', {});
    expect(await refusalOf(step('credit', 'S1', { creditFen: 4_000_000 }))).not.toBe(undefined);
    await step('credit', 'S1', { creditFen: 2_000_000 });
    expect(await refusalOf(step('lend', 'S1', { loanNumber: 'D1' }))).toBe('industry.loan-of-another');
    await step('refuse', 'S1', {}, '改向农行申请');
    expect(await due()).toEqual([]);
  });

  it('ends before the bank for who may not have one: asked for too much, never poor, too old', async () => {
    await apply('S2', '户3', 6_000_000);
    expect(await hindered('rate', 'S2', { rating: 'good' })).toContain('申请金额超过限额');
    await apply('S3', '户5');
    await step('rate', 'S3', { rating: 'fair' });
    expect(await hindered('credit', 'S3', { creditFen: 1_000_000 })).toContain('不是脱贫户');
    await apply('S4', '户4');
    await step('rate', 'S4', { rating: 'fair' });
    expect(await hindered('credit', 'S4', { creditFen: 1_000_000 })).toContain('18 至 65 周岁');
    await apply('S5', '户2');
    await step('rate', 'S5', { rating: 'none' });
    expect(await hindered('credit', 'S5', { creditFen: 1_000_000 })).toContain('不予评级');
  });
});
