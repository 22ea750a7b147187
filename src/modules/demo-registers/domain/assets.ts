// Assets that public money made: one row a thing, at its original value. Those of 2012 to 2020 add up to the three ledgers that were published;
// later ones, cancelled ones and what no longer stands are beside them.

import { type DemoCounty, randomOf } from './counties.ts';
import { deal } from './deal.ts';
import type { DemoProject } from './projects.ts';
import { dayBetween, inYuan, openSheet, type Sheet } from './sheet.ts';

const ASSET =
  '资产编号,所在地区代码,资产名称,资产类别,资产形态,来源项目编号,形成年度,登记日期,注销日期,数量,计量单位,原值,管护单位,资产状况,分类处置,处置方式,处置日期,处置批复文号';
const RIGHT = '资产编号,权利,权利人,权利人类别,份额,开始日期';
const CONTRACT = '合同编号,资产编号,经营方,经营方式,开始日期,截止日期,年约定收益,缴款时间';
const INCOME = '合同编号,期次,应收日期,应收金额,到账日期,实收金额';
const DISTRIBUTION = '资产编号,分配年度,用途,分配对象,方案日期,分配金额,发放日期';

type Ledger = { kind: string; letter: string; count: number; fen: number; names: readonly string[] };

/** 245.1106, 297.8841 and 58.2791 亿元. */
const LEDGERS: readonly Ledger[] = [
  {
    kind: '经营性',
    letter: 'J',
    count: 9_000,
    fen: 2_451_106_000_000,
    names: ['养殖棚圈', '温室大棚', '冷库', '加工厂房', '光伏电站', '机井配套'],
  },
  {
    kind: '公益性',
    letter: 'G',
    count: 15_000,
    fen: 2_978_841_000_000,
    names: ['村组道路', '饮水工程', '卫生室', '文化室', '排水渠'],
  },
  { kind: '到户类', letter: 'D', count: 6_000, fen: 582_791_000_000, names: ['到户肉牛', '到户基础母羊', '到户棚圈'] },
];
const OPERATORS = ['农牧业开发有限公司', '养殖专业合作社', '种植专业合作社', '家庭农牧场'];

type Sheets = {
  assets: ReturnType<typeof openSheet<typeof ASSET>>;
  rights: ReturnType<typeof openSheet<typeof RIGHT>>;
  contracts: ReturnType<typeof openSheet<typeof CONTRACT>>;
  incomes: ReturnType<typeof openSheet<typeof INCOME>>;
  distributions: ReturnType<typeof openSheet<typeof DISTRIBUTION>>;
};

function spread(counties: readonly DemoCounty[], count: number): DemoCounty[] {
  const counts = deal(
    count,
    counties.map(({ weight }) => weight),
  );
  return counties.flatMap((county, c) => Array.from({ length: counts[c] ?? 0 }, () => county));
}

/** `whose`: rights, contracts and income are kept for these counties, where the demonstration's households live. */
function ledger(
  sheets: Sheets,
  counties: readonly DemoCounty[],
  { kind, letter, count, fen, names }: Ledger,
  whose: ReadonlySet<number>,
): void {
  const places = spread(counties, count);
  const random = randomOf(10, letter.charCodeAt(0));
  const values = deal(
    fen,
    places.map(() => 0.2 + random.next() ** 3 * 6),
  );
  places.forEach((county, i) => {
    const number = `${county.county}Z${letter}${String(i + 1).padStart(5, '0')}`;
    const year = random.between(2012, 2020);
    const village = random.pick(county.villages);
    const isDisposed = i % 97 === 11;
    const isIdle = kind === '经营性' && random.chance(0.04);
    sheets.assets.add({
      ...{
        资产编号: number,
        所在地区代码: village,
        资产名称: `${random.pick(names)}（${(i % 60) + 1}）`,
        资产类别: kind,
      },
      ...{ 资产形态: kind === '到户类' ? '生物' : '固定', 形成年度: year, 登记日期: `${year}-12-2${i % 9}` },
      ...{
        数量: 1,
        计量单位: '项',
        原值: inYuan(values[i] ?? 0),
        管护单位: kind === '到户类' ? '' : '嘎查村集体经济组织',
      },
      ...{ 资产状况: isIdle ? '闲置' : '正常', 分类处置: isIdle ? '盘活' : '巩固' },
      ...(isDisposed ? { 处置方式: '报废', 处置日期: '2021-09-10', 处置批复文号: '演示资〔2021〕6号' } : {}),
    });
    if (!whose.has(county.county) || isDisposed) return;
    if (kind !== '到户类') own(sheets, number, village, year);
    if (kind === '经营性' && !isIdle) operate(sheets, number, village, values[i] ?? 0, random.next());
  });
}

function own({ rights }: Sheets, number: string, village: string, year: number): void {
  rights.add({
    ...{ 资产编号: number, 权利: '所有', 权利人: `${village}嘎查村集体经济组织`, 权利人类别: '嘎查村集体' },
    ...{ 份额: 100, 开始日期: `${year}-12-31` },
  });
}

/** A lease with the income of 2021, and how the village shared it out. */
function operate(
  { contracts, incomes, distributions }: Sheets,
  number: string,
  village: string,
  fen: number,
  share: number,
): void {
  const contract = `${number}H`;
  const yearly = Math.max(100_000, Math.round(fen * (0.02 + 0.04 * share)));
  const until = share < 0.08 ? '2022-06-30' : share < 0.15 ? '2022-04-30' : '2025-12-31';
  contracts.add({
    ...{
      合同编号: contract,
      资产编号: number,
      经营方: `示例${OPERATORS[Math.floor(share * 4)] ?? ''}`,
      经营方式: '租赁',
    },
    ...{ 开始日期: '2021-01-01', 截止日期: until, 年约定收益: inYuan(yearly), 缴款时间: '每年 12 月 10 日前' },
  });
  const isPaid = share > 0.12;
  incomes.add({
    ...{ 合同编号: contract, 期次: '2021 年', 应收日期: '2021-12-10', 应收金额: inYuan(yearly) },
    ...(isPaid ? { 到账日期: dayBetween('2021-12-01', '2022-01-20', share), 实收金额: inYuan(yearly) } : {}),
  });
  if (!isPaid) return;
  const parts = deal(yearly, [40, 25, 35]);
  ['公益岗', '小型公益', '集体积累'].forEach((purpose, i) => {
    distributions.add({
      ...{ 资产编号: number, 分配年度: 2021, 用途: purpose, 分配对象: `${village}${purpose}`, 方案日期: '2022-01-25' },
      ...{ 分配金额: inYuan(parts[i] ?? 0), 发放日期: i === 2 ? undefined : '2022-02-15' },
    });
  });
}

/** Formed since 2021 by projects of that year; and registered once, cancelled since. */
function others({ assets }: Sheets, counties: readonly DemoCounty[], projects: readonly DemoProject[]): void {
  const makers = projects
    .filter(({ year, formsAsset, acceptedOn }) => year === 2021 && formsAsset && acceptedOn)
    .slice(0, 1900);
  makers.forEach(({ number, village, allocatedFen, kind }) => {
    assets.add({
      ...{
        资产编号: `${number}Z`,
        所在地区代码: village,
        资产名称: '项目形成的资产',
        资产类别: kind === '产业发展' ? '经营性' : '公益性',
      },
      ...{ 资产形态: '固定', 来源项目编号: number, 形成年度: 2021, 登记日期: '2022-01-15', 数量: 1, 计量单位: '项' },
      ...{
        原值: inYuan(Math.round(allocatedFen * 0.9)),
        管护单位: '嘎查村集体经济组织',
        资产状况: '正常',
        分类处置: '巩固',
      },
    });
  });
  spread(counties, 140).forEach((county, i) => {
    assets.add({
      ...{
        资产编号: `${county.county}ZX${i + 1}`,
        所在地区代码: county.villages[i % county.villages.length] ?? county.code,
      },
      ...{
        资产名称: '重复登记的资产',
        资产类别: '公益性',
        形成年度: 2018,
        登记日期: '2018-12-25',
        注销日期: '2021-08-20',
      },
      ...{ 数量: 1, 计量单位: '项', 原值: inYuan(30_000_000) },
    });
  });
}

export function assetSheets(
  counties: readonly DemoCounty[],
  projects: readonly DemoProject[],
  whose: ReadonlySet<number>,
): Sheet[] {
  const sheets: Sheets = {
    assets: openSheet('assets', ASSET),
    rights: openSheet('asset-rights', RIGHT),
    contracts: openSheet('asset-contracts', CONTRACT),
    incomes: openSheet('asset-incomes', INCOME),
    distributions: openSheet('asset-distributions', DISTRIBUTION),
  };
  for (const each of LEDGERS) ledger(sheets, counties, each, whose);
  others(sheets, counties, projects);
  return Object.values(sheets).map(({ sheet }) => sheet);
}
