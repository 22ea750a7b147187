// The traps of projects (domain/registers §5): each is a way in which figures of projects go wrong, and what keeps them right here.

import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerTools } from '../../../src/app/registers/tools.ts';
import { exifSegment } from '../../../src/kernel/photos/tiff.ts';
import { findFigure } from '../../../src/modules/figures/domain/definitions/index.ts';
import { answerFigure, openReading } from '../../../src/modules/figures/server/answer.ts';
import { FORMS } from '../../../src/modules/money/domain/forms.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { importSet } from '../../../src/platform/server/registers/import-set.ts';
import type { TestServer, TestUser } from '../../harness.ts';
import { COUNTY, idNumber, NEXT_VILLAGE, openSmallRegistry, REGION, VILLAGE } from '../../small-registry.ts';

const FILES: Record<string, string> = {
  'fund-arrangements': `安排编号,地区代码,预算年度,资金种类,来源层级,文号,安排日期,安排金额
A1,150000000000,2022,衔接资金,中央,示例1号,2021-11-05,2000`,
  'fund-issuances': `下达编号,接收地区代码,下达地区代码,预算年度,资金种类,来源层级,指标文号,下达日期,下达金额(万元)
I0,150923000000,150000000000,2021,衔接资金,中央,示例0号,2021-04-01,100
I1,150923000000,150000000000,2022,衔接资金,中央,示例1号,2022-04-01,1500`,
  projects: `项目编号,旗县代码,实施嘎查村代码,项目名称,项目类别,建设性质,计划年度,列入计划日期,计划总投资,计划开工日期,开工日期,完工日期,实施单位,联农带农方式,附件
S1,150923000000,${VILLAGE},牧道硬化（1）,乡村建设行动,新建,2022,2022-02-20,150,2022-05-01,,,交通局,,
S2,150923000000,${VILLAGE},牧道硬化（2）,乡村建设行动,新建,2022,2022-02-20,150,,,,交通局,,
S3,150923000000,${VILLAGE},牧道硬化（3）,乡村建设行动,新建,2022,2022-02-20,150,,,,交通局,,
T1,150923000000,${VILLAGE}、${NEXT_VILLAGE},两村棚圈,产业发展,新建,2022,2022-02-20,900,,2022-04-28,,农牧局,订单,
Y1,150923000000,${VILLAGE},隔年饮水,乡村建设行动,新建,2022,2022-02-20,100,,2023-03-10,,水利局,,
D1,150923000000,${VILLAGE},饲草基地,产业发展,新建,2022,2022-02-20,80,,2022-05-31,,农牧局,订单,
D2,150923000000,${VILLAGE},草料加工,产业发展,新建,2022,2022-02-20,80,,2022-05-31,,农牧局,订单,开工照片.jpg`,
  'fund-allocations': `分配编号,下达编号,项目编号,分配日期,分配金额
L1,I1,T1,2022-04-10,900
L2,I0,Y1,2021-12-01,100
L3,I1,S1,2022-04-10,100
L4,I1,S2,2022-04-10,100
L5,I1,S3,2022-04-10,100`,
  'fund-payments': `支付编号,分配编号,支付日期,支付金额,收款方,支付类别
V1,L1,2022-05-10,3000000,示例公司,预付
V2,L1,2022-05-20,3000000,示例公司,进度款
V3,L1,2022-05-30,3000000,示例公司,结算`,
  'project-beneficiaries': `项目编号,户编号,受益年度,受益方式,受益日期,受益人数,受益金额
T1,H0,2022,订单,2022-05-10,2,100
T1,H1,2022,订单,2022-05-10,2,100
T1,H1,2022,务工就业,2022-05-20,1,200`,
};

/** What each form tells of these records. */
const FOUND: Record<string, string[]> = {
  plan: ['隔年饮水', '900', '交通局'],
  progress: ['T1', '900', '2022-04-28'],
  beneficiaries: ['王秀英0', '订单', '100'],
  linkage: ['T1', '订单'],
};

const ASKED = { area: COUNTY, year: 2022, kind: 'transition', asOf: '2022-06-30' } as const;
const PORTRAIT = readFileSync(path.join(import.meta.dirname, '../../cases/photo-exif-orientation-word/portrait.jpg'));
const ACTOR = systemActor('test');
let server: TestServer;
let folder: string;
let county: TestUser;
let region: TestUser;

async function load(records: Record<string, string>) {
  const files = [];
  for (const [register, text] of Object.entries(records)) {
    const name = `${register}.csv`;
    await writeFile(path.join(folder, name), text);
    files.push({ path: path.join(folder, name), name, register });
  }
  const { db, keys } = server.shouwang;
  const { catalogue, regions, subjects } = registerTools;
  return importSet(db, keys, ACTOR, { catalogue, regions, subjects, files });
}

beforeAll(async () => {
  server = await openSmallRegistry(
    [VILLAGE, NEXT_VILLAGE].map((village, n) => ({
      ...{ number: `H${n}`, village },
      members: [{ name: `王秀英${n}`, id: idNumber(19700101, n * 2) }],
    })),
  );
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-traps-'));
  const { files } = await load(FILES);
  expect(files.map(({ kind, refused }) => [kind, refused])).toEqual(Object.keys(FILES).map((kind) => [kind, {}]));
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  region = await server.as({ role: 'region-officer', areaCode: REGION });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const project = (number: string) => county.client.money.project({ number });
const concerns = () => county.client.money.concerns(ASKED);

it('registers §5 trap 1: one work in pieces stands out, a project of two villages counts its beneficiaries by village', async () => {
  const { rows } = await concerns();
  expect(rows.filter(({ concern }) => concern === 'split')).toMatchObject([
    { subject: 'S1', by: 3, amountFen: 450_000_000, regionCode: COUNTY },
  ]);
  const { villages, gained } = await project('T1');
  expect(villages).toMatchObject([
    { code: VILLAGE, isSite: true, households: 1, personTimes: 2 },
    { code: NEXT_VILLAGE, isSite: true, households: 1, personTimes: 3 },
  ]);
  expect(gained.households).toBe(2);
});

it('registers §5 trap 2: the year of the plan, of the money and of the beginning are three', async () => {
  const late = await project('Y1');
  expect([late.planYear, late.spent[0]?.year, late.startedOn]).toEqual([2022, 2021, '2023-03-10']);
  // Asked for the money of 2022 it got none; asked for that of 2021 it got a hundred.
  const of = async (year: number) =>
    (await county.client.money.projects({ ...ASKED, year, text: 'Y1' })).items.map(({ allocatedFen }) => allocatedFen);
  expect([await of(2022), await of(2021)]).toEqual([[0], [100_000_000]]);
});

it('registers §5 trap 3: how many projects are of industry is a count, what share is theirs is money', async () => {
  const value = (name: string) =>
    server.shouwang.db.bulkRead(async (tx) => {
      const definition = findFigure(name);
      if (!definition) throw new Error(`there is no figure ${name}`);
      return (await answerFigure(tx, await openReading(tx, { area: COUNTY, day: '2022-05-31' }), definition)).value;
    });
  const [all, industry, share] = await Promise.all(
    ['project.count', 'project.industry.count', 'fund.industry_share'].map(value),
  );
  expect([all, industry, share]).toEqual(['5', '1', '900000000/1500000000']);
});

it('registers §5 trap 4: names change between library, plan and contract, the number is the key', async () => {
  const again = `项目编号,旗县代码,项目名称,项目类别\nT1,150923000000,肉牛标准化棚圈建设项目,产业发展`;
  const { files } = await load({ projects: again });
  expect(files[0]).toMatchObject({ new: 0, changed: 1 });
  const renamed = await project('T1');
  expect(renamed).toMatchObject({ name: '肉牛标准化棚圈建设项目', allocatedFen: 900_000_000, planYear: 2022 });
  expect(renamed.gained.households).toBe(2);
});

it('registers §5 trap 5: a beneficiary is not counted again on each stage payment', async () => {
  const { spent, gained } = await project('T1');
  expect(spent.flatMap(({ payments }) => payments)).toHaveLength(3);
  expect(gained).toMatchObject({ households: 2, persons: 2, personTimes: 5, amountFen: 40_000 });
});

it('registers §5 trap 6: a beginning on the day the report is due is doubted until a photo tells', async () => {
  expect((await project('D1')).doubts).toEqual([
    '开工日期 2022-05-31 是月报截止日，没有开工照片等附件，请以照片日期核对',
  ]);
  expect((await project('D2')).doubts).toEqual([]);
  const taken = exifSegment({ orientation: 1, takenOn: '2022-06-12' });
  const fileIds = [
    await county.upload('开工.jpg', Buffer.concat([PORTRAIT.subarray(0, 2), taken, PORTRAIT.subarray(2)])),
  ];
  const { countyCode, id } = await project('D1');
  const of = { register: 'projects', countyCode, id, stage: 'other' } as const;
  await county.client.registerPhotos.attach({ requestId: crypto.randomUUID(), ...of, fileIds });
  expect((await project('D1')).doubts).toEqual(['开工日期 2022-05-31 是月报截止日，最早的照片拍摄于 2022-06-12']);
});

it('the year on a line of months tells which are late', async () => {
  const asked = { area: COUNTY, year: 2022, asOf: '2022-07-01' };
  const { total, late, rows } = await county.client.money.timeline(asked);
  expect([total, late, rows[0]?.number, rows[0]?.isLate]).toEqual([7, 1, 'S1', true]);
  expect((await county.client.money.timeline({ ...asked, projectKind: 'industry' })).total).toBe(3);
});

it('the map of a year tells each village its projects, and what of them is late', async () => {
  const asked = { area: COUNTY, year: 2022, asOf: '2022-07-01' };
  const { by, total, unplaced, places } = await county.client.money.projectMap(asked);
  expect([by, total.projects, total.late, unplaced]).toEqual(['village', 7, 1, 0]);
  const at = (code: number) => places.find((place) => place.code === code);
  expect(at(VILLAGE)).toMatchObject({ projects: 7, late: 1 });
  expect(at(NEXT_VILLAGE)).toMatchObject({ projects: 1, late: 0, plannedFen: 900_000_000 });
  expect(places.filter(({ projects }) => projects > 0)).toHaveLength(2);
  const of = (village: number) => county.client.money.timeline({ ...asked, village });
  const next = await of(NEXT_VILLAGE);
  expect([next.rows.map(({ number }) => number), next.villageName]).toEqual([['T1'], at(NEXT_VILLAGE)?.name]);
  expect((await of(0)).total).toBe(0);
  // Of an area below the county, what is built there.
  expect((await county.client.money.projectMap({ ...asked, area: NEXT_VILLAGE })).total.projects).toBe(1);
  const whole = await region.client.money.projectMap({ year: 2022, asOf: '2022-07-01' });
  expect(whole.places.find(({ code }) => code === COUNTY)).toMatchObject({ projects: 7, late: 1 });
  expect(whole.by).toBe('county');
});

it.each(Object.keys(FORMS))('the form %s opens with its rows, for the county alone', async (form) => {
  const response = await county.get(`/money/forms/${form}?area=${COUNTY}&year=2022`);
  expect(response.status).toBe(200);
  const file = path.join(folder, `${form}.xlsx`);
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  const rows = (await readXlsx(await readFile(file))).sheets[0]?.rows ?? [];
  const told = rows
    .flat()
    .map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')))
    .join(' ');
  expect(rows[0]?.[0]).toContain(FORMS[form as keyof typeof FORMS]);
  for (const word of FOUND[form] ?? []) expect(told).toContain(word);
});

it('what is overdue stands out by the days that are set, and is quiet under a reason', async () => {
  const late = (await county.client.money.concerns({ ...ASKED, asOf: '2022-08-01' })).rows;
  expect(late.filter(({ concern }) => concern === 'not-started').map(({ subject, by }) => [subject, by])).toEqual([
    ['S1', 53],
    ['S2', 53],
    ['S3', 53],
  ]);
  const { counts } = await concerns();
  expect(counts).toMatchObject({ 'not-accepted': 0, 'library-idle': 0, split: 1 });
});
