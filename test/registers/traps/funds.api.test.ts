// The traps of money (domain/registers §4), each by its number, and the terms of its way.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dues } from '../../../src/app/registers/dues.ts';
import { registerTools } from '../../../src/app/registers/tools.ts';
import { tendMessages } from '../../../src/modules/messages/server/index.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { importSet } from '../../../src/platform/server/registers/import-set.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { COUNTY, openSmallRegistry, REGION } from '../../small-registry.ts';
import { HOUSEHOLD } from '../example-rows.ts';

const LEAGUE = 150_900_000_000;
const WAN = 1_000_000;
const FILES: Record<string, string> = {
  'fund-arrangements': `安排编号,地区代码,预算年度,资金种类,来源层级,文号,安排日期,安排金额
A1,${REGION},2022,衔接资金,中央,内财农1号,2021-11-05,2000
A2,${REGION},2022,衔接资金,自治区,内财农2号,2022-03-10,1000
A3,${REGION},2022,统筹整合,中央,内财农3号,2022-03-10,600`,
  // 内财农4号 carries two sources, and last year's date on this year's money.
  'fund-issuances': `下达编号,接收地区代码,下达地区代码,预算年度,资金种类,来源层级,指标文号,下达日期,下达金额(万元),提前下达
I1,${COUNTY},${REGION},2022,衔接资金,中央,内财农4号,2021-12-10,1000,是
I2,${COUNTY},${REGION},2022,衔接资金,自治区,内财农4号,2021-12-10,500,是
I3,${COUNTY},${REGION},2022,统筹整合,中央,内财农5号,2022-03-20,600,
I4,${LEAGUE},${REGION},2022,衔接资金,自治区,内财农6号,2022-05-01,300,`,
  projects: `项目编号,旗县代码,项目名称,项目类别,计划年度,列入计划日期,计划总投资,开工日期,完工日期
P1,${COUNTY},育肥场,产业发展,2022,2022-02-20,900,2022-03-01,2022-05-20
P2,${COUNTY},水渠,乡村建设行动,2022,2022-02-20,900,2022-03-01,
P3,${COUNTY},大棚,产业发展,2022,2022-02-20,900,,`,
  'fund-allocations': `分配编号,下达编号,项目编号,分配日期,分配金额
L1,I1,P1,2022-01-10,700
L2,I2,P2,2022-01-12,400
L3,I3,P3,2022-04-01,600`,
  'fund-payments': `支付编号,分配编号,支付日期,支付金额,收款方,支付类别
V1,L2,2022-03-05,4000000,某公司,进度款
V2,L2,2022-03-20,-1000000,某公司,退回
V3,L2,2022-04-20,1000000,某公司,进度款
V4,L3,2022-04-20,2000000,某合作社,预付`,
};

let server: TestServer;
let folder: string;
let region: TestUser;
let county: TestUser;

async function load(files: Record<string, string>) {
  const given = [];
  for (const [register, text] of Object.entries(files)) {
    const name = `${register}.csv`;
    await writeFile(path.join(folder, name), text);
    given.push({ path: path.join(folder, name), name, register });
  }
  const { db, keys } = server.shouwang;
  const { catalogue, regions, subjects } = registerTools;
  const { files: read } = await importSet(db, keys, systemActor('test'), {
    catalogue,
    regions,
    subjects,
    files: given,
  });
  return Object.fromEntries(read.map(({ kind, refused }) => [kind, refused]));
}

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-traps-'));
  expect(await load(FILES)).toEqual(Object.fromEntries(Object.keys(FILES).map((kind) => [kind, {}])));
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const flow = async (asked: object) =>
  (await region.client.money.flow({ year: 2022, asOf: '2022-05-31', kind: 'transition', ...asked })).total;

describe('registers §4 traps', () => {
  it('1: arranged, issued, allocated and paid are four numbers', async () => {
    expect(await flow({})).toMatchObject({
      ...{ arrangedFen: 3000 * WAN, toCountyFen: 1500 * WAN, allocatedFen: 1100 * WAN, paidFen: 400 * WAN },
    });
  });

  it('2: money issued ahead belongs to its budget year, whatever the date of its paper', async () => {
    expect(await flow({ asOf: '2021-12-31' })).toMatchObject({ toCountyFen: 1500 * WAN });
    expect(await flow({ year: 2021 })).toMatchObject({ arrangedFen: 0, toCountyFen: 0 });
  });

  it('3: a paper with several sources is several rows, each with its own source', async () => {
    expect(await flow({ source: 'central' })).toMatchObject({ toCountyFen: 1000 * WAN, paidFen: 0 });
    expect(await flow({ source: 'region' })).toMatchObject({ toCountyFen: 500 * WAN, paidFen: 400 * WAN });
    const rows = await region.client.registers['fund-issuances']?.list({ text: 'I' });
    expect(rows?.items.filter(({ values }) => values.documentNo === '内财农4号')).toHaveLength(2);
  });

  it('4: paid is what left the treasury, not what is finished', async () => {
    const finished = await county.client.money.project({ number: 'P1' });
    expect(finished).toMatchObject({ allocatedFen: 700 * WAN, paidFen: 0 });
    const underWay = await county.client.money.project({ number: 'P2' });
    expect(underWay).toMatchObject({ allocatedFen: 400 * WAN, paidFen: 400 * WAN });
  });

  it('5: what comes back is a payment below zero, and never more than was paid', async () => {
    expect(await flow({ asOf: '2022-03-20' })).toMatchObject({ paidFen: 300 * WAN });
    const more = `支付编号,分配编号,支付日期,支付金额,收款方,支付类别\nV9,L2,2022-05-21,-9000000,某公司,退回`;
    expect(await load({ 'fund-payments': more })).toEqual({ 'fund-payments': { 'over-returned': 1 } });
    expect(await flow({})).toMatchObject({ paidFen: 400 * WAN });
  });

  it('6: pooled money is apart, and keeps its source', async () => {
    expect(await flow({ kind: 'integrated' })).toMatchObject({ toCountyFen: 600 * WAN, paidFen: 200 * WAN });
    expect(await flow({ kind: 'integrated', source: 'region' })).toMatchObject({ toCountyFen: 0 });
    expect(await flow({ kind: 'integrated', source: 'central' })).toMatchObject({ toCountyFen: 600 * WAN });
  });
});

describe('a second look', () => {
  const keyed = (row: { countyCode: number; id: number; version: string }) => ({
    countyCode: row.countyCode,
    id: row.id,
    version: row.version,
  });
  const checkedBy = async (user: TestUser, number: string) => {
    const issuances = user.client.registers['fund-issuances'];
    const found = await issuances?.list({ text: number });
    const records = (found?.items ?? []).map(keyed);
    return issuances?.move({
      requestId: crypto.randomUUID(),
      move: 'check',
      records,
      doneOn: '2022-05-20',
      values: {},
    });
  };

  it('at money is somebody else’s than who entered it', async () => {
    const values = {
      ...{ number: 'I9', receiverCode: LEAGUE, giverCode: REGION, budgetYear: 2022, fundKind: 'transition' },
      ...{ sourceLevel: 'region', documentNo: '内财农9号', issuedOn: '2022-05-11', amountFen: 100 * WAN },
    };
    await region.client.registers['fund-issuances']?.add({ requestId: crypto.randomUUID(), values });
    expect(await refusalOf(checkedBy(region, 'I9'))).toBe('registers.not-moved');
    const league = await server.as({ role: 'region-officer', areaCode: LEAGUE });
    expect(await checkedBy(league, 'I9')).toEqual({ moved: 1, refused: [] });
  });
});

describe('terms of the way', () => {
  const heard = async (user: TestUser) =>
    (await user.client.messages.list({ state: 'unread' })).items.map(({ kind, facts }) => [kind, facts.text]);
  const roundOn = async (day: string) => {
    server.moveClock(new Date(`${day}T01:00:00Z`));
    await tendMessages(server.api.services, server.shouwang.db, { dues });
  };

  it('are told three days before to who has to act, when they are over to the level above as well, and once', async () => {
    const league = await server.as({ role: 'region-officer', areaCode: LEAGUE });
    await roundOn('2022-05-27');
    await roundOn('2022-05-28');
    await roundOn('2022-05-28');
    expect(await heard(league)).toEqual([['due', '资金下达到旗县：1 笔将于 2022-05-31 到期，须由本级办理。']]);
    await roundOn('2022-06-01');
    expect(await heard(league)).toContainEqual(['overdue', '资金下达到旗县：1 笔超过期限，须由本级尽快办理。']);
  });
});
