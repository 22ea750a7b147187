// The example of the data contract (§10, money), followed from the budget to the household and back.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { COUNTY, idNumber, OTHER_COUNTY, openSmallRegistry, REGION, VILLAGE } from '../../../../test/small-registry.ts';
import { registerTools } from '../../../app/registers/tools.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { importSet } from '../../../platform/server/registers/import-set.ts';

const FILES: Record<string, string> = {
  'fund-arrangements': `安排编号,地区代码,预算年度,资金种类,来源层级,文号,安排日期,安排金额
A1,150000000000,2022,衔接资金,中央,示例1号,2021-11-05,3526.17
A2,150000000000,2022,衔接资金,自治区,示例2号,2022-03-10,5149.83`,
  'fund-issuances': `下达编号,接收地区代码,下达地区代码,预算年度,资金种类,来源层级,指标文号,下达日期,下达金额(万元),收回下达编号
I1,150923000000,150000000000,2022,衔接资金,中央,示例4号,2022-04-01,1000,
I2,150900000000,150000000000,2022,衔接资金,自治区,示例5号,2022-04-02,800,
I3,150923000000,150900000000,2022,衔接资金,自治区,示例6号,2022-04-20,500,
I4,150981000000,150900000000,2022,衔接资金,自治区,示例7号,2022-04-21,300,
I5,150981000000,150900000000,2022,衔接资金,自治区,示例8号,2022-05-10,-40,I4`,
  projects: `项目编号,旗县代码,项目名称,项目类别,计划年度,列入计划日期,计划总投资,开工日期,完工日期,是否到户,形成资产
P1,150923000000,肉羊育肥场,产业发展,2022,2022-02-20,900,2022-04-28,,是,是
P2,150923000000,村组道路,乡村建设行动,2022,2022-02-20,450,,,,
P3,150981000000,马铃薯储窖,产业发展,2022,2022-03-01,300,,2022-05-29,,`,
  'fund-allocations': `分配编号,下达编号,项目编号,分配日期,分配金额
L1,I1,P1,2022-04-10,700
L2,I3,P2,2022-04-25,400
L3,I4,P3,2022-05-12,260`,
  'fund-payments': `支付编号,分配编号,支付日期,支付金额,收款方,支付类别
V1,L1,2022-05-10,"3,000,000.00",示例公司,进度款
V2,L3,2022-05-30,1000000,示例合作社,进度款
V3,L1,2022-05-31,-200000,示例公司,退回
V4,L2,2022-05-20,50000,示例公司,预付`,
  'project-beneficiaries': `项目编号,户编号,受益年度,受益方式,受益日期,受益人数,受益金额
P1,H0,2022,入股分红,2022-05-15,2,1200
P1,H0,2022,到户补助,2022-05-20,1,800
P1,H1,2022,入股分红,2022-05-15,1,600`,
  assets: `资产编号,所在地区代码,资产名称,资产类别,来源项目编号,形成年度,登记日期,原值
Z1,${VILLAGE},育肥舍,经营性,P1,2022,2022-05-25,5000000`,
  'asset-contracts': `合同编号,资产编号,经营方,经营方式,开始日期,截止日期,年约定收益
H1,Z1,示例公司,租赁,2022-05-26,2025-05-25,400000`,
  'asset-incomes': `合同编号,期次,应收日期,应收金额,到账日期,实收金额
H1,1,2022-05-27,10000,2022-05-28,10000`,
  'asset-distributions': `资产编号,分配年度,用途,分配对象,方案日期,分配金额,发放日期
Z1,2022,分红,H0,2022-05-29,300,2022-05-30`,
};

const WAN = 1_000_000;
const ASKED = { year: 2022, kind: 'transition', asOf: '2022-05-31' } as const;
let server: TestServer;
let folder: string;
let region: TestUser;
let county: TestUser;
let stranger: TestUser;

async function loadFiles(): Promise<void> {
  const files = [];
  for (const [register, text] of Object.entries(FILES)) {
    const name = `${register}.csv`;
    await writeFile(path.join(folder, name), text);
    files.push({ path: path.join(folder, name), name, register });
  }
  const { db, keys } = server.shouwang;
  const { catalogue, regions, subjects } = registerTools;
  const { files: read } = await importSet(db, keys, systemActor('test'), { catalogue, regions, subjects, files });
  expect(read.map(({ kind, refused }) => [kind, refused])).toEqual(Object.keys(FILES).map((kind) => [kind, {}]));
}

beforeAll(async () => {
  const households = [0, 1].map((n) => ({
    ...{ number: `H${n}`, village: VILLAGE },
    members: [
      { name: `王秀英${n}`, id: idNumber(19700101, n * 2) },
      { name: `李海龙${n}`, id: idNumber(19700102, n * 2 + 1) },
    ],
  }));
  server = await openSmallRegistry(households);
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-money-'));
  await loadFiles();
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the way down', () => {
  it('shows what is left at each step, and adds up', async () => {
    const { total, rows } = await region.client.money.flow(ASKED);
    expect(total).toMatchObject({
      ...{ arrangedFen: 8676 * WAN, toCountyFen: 1760 * WAN, allocatedFen: 1360 * WAN, unallocatedFen: 400 * WAN },
      ...{ waitingFen: (8676 - 1800 + 40) * WAN, paidFen: 385 * WAN, projects: 3, startedProjects: 2 },
    });
    expect(total.waitingFen + total.unallocatedFen + total.unpaidFen + total.paidFen).toBe(total.arrangedFen);
    expect(rows.map(({ code }) => code)).toEqual([REGION, 150_900_000_000]);
  });

  it('a county sees its own money: received, in projects, paid', async () => {
    const { total, rows } = await county.client.money.flow(ASKED);
    expect(total).toMatchObject({ receivedFen: 1500 * WAN, unallocatedFen: 400 * WAN, paidFen: 285 * WAN });
    expect(rows).toHaveLength(1);
  });

  it('from an amount or the number of a document alone, in the own area', async () => {
    const found = async (text: string, user = county) =>
      (await user.client.money.find({ text })).map(({ what, number, projectNumber }) => [what, number, projectNumber]);
    expect(await found('700万')).toEqual([['allocation', 'L1', 'P1']]);
    expect(await found('3,000,000')).toEqual([['payment', 'V1', 'P1']]);
    expect(await found('1000')).toEqual([['document', 'I1', undefined]]);
    expect(await found('示例6号')).toEqual([['document', 'I3', undefined]]);
    expect(await found('700万', stranger)).toEqual([]);
    expect(await found('没有的')).toEqual([]);
  });

  it('compares counties, the one first with which most lies', async () => {
    const { rows } = await region.client.money.flow({ ...ASKED, by: 'counties' });
    expect(rows[0]).toMatchObject({ code: COUNTY, unallocatedFen: 400 * WAN });
    expect(rows.map(({ code }) => code)).toContain(150_981_000_000);
  });

  it('asks as of a day, and by source', async () => {
    const early = await region.client.money.flow({ ...ASKED, asOf: '2022-04-20' });
    expect(early.total).toMatchObject({ toCountyFen: 1500 * WAN, allocatedFen: 700 * WAN, paidFen: 0 });
    const central = await region.client.money.flow({ ...ASKED, source: 'central' });
    expect(central.total).toMatchObject({ arrangedFen: 3526.17 * WAN, toCountyFen: 1000 * WAN });
  });

  it('pages through projects', async () => {
    const first = await region.client.money.projects({ ...ASKED, limit: 2 });
    const second = await region.client.money.projects({ ...ASKED, limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(['P1', 'P2', 'P3']);
    const { items } = await region.client.money.projects({ ...ASKED, state: 'waiting' });
    expect(items.map(({ number }) => number)).toEqual(['P2']);
  });

  it('another area is refused or empty', async () => {
    expect(await refusalOf(county.client.money.flow({ ...ASKED, area: OTHER_COUNTY }))).toBe('regions.not-found');
    expect((await stranger.client.money.flow(ASKED)).total).toMatchObject({ toCountyFen: 0, paidFen: 0 });
    expect(await refusalOf(stranger.client.money.project({ number: 'P1' }))).toBe('money.project-not-found');
    expect(await refusalOf(stranger.client.money.document({ number: 'I1' }))).toBe('money.document-not-found');
  });
});

describe('both ways', () => {
  it('from a document to its projects, and to what the receiver gave on', async () => {
    const first = await region.client.money.document({ number: 'I1' });
    expect(first).toMatchObject({ allocatedFen: 700 * WAN, paidFen: 280 * WAN, takenBackFen: 0, onward: [] });
    const league = await region.client.money.document({ number: 'I2' });
    expect(league.onward.map(({ number }) => number)).toEqual(['I3', 'I4', 'I5']);
    expect((await region.client.money.document({ number: 'I4' })).takenBackFen).toBe(40 * WAN);
  });

  it('from a project to its money, households and asset', async () => {
    const project = await county.client.money.project({ number: 'P1' });
    expect(project).toMatchObject({ plannedFen: 900 * WAN, allocatedFen: 700 * WAN, paidFen: 280 * WAN });
    expect(project.gained).toEqual({ households: 2, persons: 4, personTimes: 4, amountFen: 260_000 });
    expect(project.spent[0]?.payments.map(({ number }) => number)).toEqual(['V1', 'V3']);
    expect(project.assets[0]).toMatchObject({ number: 'Z1', receivedFen: 1_000_000, distributedFen: 30_000 });
    expect(project.villages).toEqual([
      { code: VILLAGE, name: expect.any(String), isSite: false, households: 2, personTimes: 4 },
    ]);
    const road = await county.client.money.project({ number: 'P2' });
    expect(road.doubts).toEqual(['2022-05-20 已经支付，但没有开工日期']);
  });

  it('from a household to every document that paid for it', async () => {
    const { items } = await county.client.households.list({ area: COUNTY });
    const household = items.find(({ number }) => number === 'H0');
    const key = { countyCode: household?.countyCode ?? 0, id: household?.id ?? 0 };
    const { rows, totalFen, years } = await county.client.money.ofHousehold(key);
    expect(rows.map(({ what, amountFen, documents }) => [what, amountFen, documents])).toEqual([
      ['distribution', 30_000, ['示例4号']],
      ['project', 80_000, ['示例4号']],
      ['project', 120_000, ['示例4号']],
    ]);
    expect(totalFen).toBe(230_000);
    expect(years).toEqual([{ year: 2022, amountFen: 230_000, rows: 3 }]);
    expect((await stranger.client.money.ofHousehold(key)).rows).toEqual([]);
  });
});

describe('concerns', () => {
  it('tell what stands out, by the settings of the day', async () => {
    const { counts, rows } = await region.client.money.concerns({ ...ASKED, asOf: '2022-07-15' });
    expect(counts).toMatchObject({
      ...{ 'behind-curve': 2, 'not-passed-on': 1, unallocated: 2, 'started-unpaid': 0, 'paid-not-started': 1 },
      ...{ 'industry-share': 0, 'not-started': 1, 'not-accepted': 1, 'not-settled': 0, 'asset-missing': 0 },
    });
    expect(rows.find(({ concern }) => concern === 'not-passed-on')).toMatchObject({
      subject: 'I2',
      amountFen: 40 * WAN,
    });
    expect(rows.find(({ concern, regionCode }) => concern === 'behind-curve' && regionCode === COUNTY)).toMatchObject({
      regionCode: COUNTY,
      by: 3100,
      colour: 'red',
    });
    expect(rows.find(({ concern }) => concern === 'paid-not-started')).toMatchObject({
      subject: 'P2',
      amountFen: 50_000 * 100,
    });
  });

  it('are quiet under a written reason, for those who may give one', async () => {
    const input = {
      requestId: crypto.randomUUID(),
      concern: 'paid-not-started',
      subject: 'P2',
      regionCode: COUNTY,
    } as const;
    const reason = { reason: '预付款按合同支付，月底开工', until: '2099-12-31' };
    expect(await refusalOf(stranger.client.money.explain({ ...input, ...reason }))).toBe('regions.not-found');
    const earlier = { ...input, ...reason, year: 2021 };
    expect(await refusalOf(county.client.money.explain(earlier))).toBe('money.concern-not-found');
    await county.client.money.explain({ ...input, ...reason, year: 2022, requestId: crypto.randomUUID() });
    const { counts, rows } = await county.client.money.concerns({ ...ASKED, asOf: '2022-07-15' });
    expect(counts['paid-not-started']).toBe(0);
    const own = rows.find(({ concern, subject }) => concern === 'paid-not-started' && subject === 'P2');
    expect(own?.reason?.text).toBe(reason.reason);
  });

  it('are held against the county’s own setting from its day on', async () => {
    const setting = { regionCode: COUNTY, key: 'days.unallocated', value: 5000, basis: '旗县文件' };
    const past = { requestId: crypto.randomUUID(), ...setting, effectiveFrom: '2022-01-01' };
    expect(await refusalOf(county.client.money.saveSetting(past))).toBe('money.setting-past');
    const later = { requestId: crypto.randomUUID(), ...setting, effectiveFrom: '2099-01-01' };
    await county.client.money.saveSetting(later);
    const before = await county.client.money.concerns({ ...ASKED, asOf: '2098-12-31' });
    const after = await county.client.money.concerns({ ...ASKED, asOf: '2099-01-01' });
    expect([before.counts.unallocated, after.counts.unallocated]).toEqual([2, 2]);
    expect(after.settings.find(({ key }) => key === 'days.unallocated')).toMatchObject({
      value: 5000,
      basis: '旗县文件',
    });
  });
});
