// What projects of last year left behind: assets, whose they are, who runs them until when, what came in, how it was shared out, and
// what was found by those who went to look. Assets of before go on under new contracts.

import { deal } from '../deal.ts';
import { inYuan, openSheet, type Sheet } from '../sheet.ts';
import { type Ground, turn } from './ground.ts';
import type { Work } from './works.ts';

const ASSET =
  '资产编号,所在地区代码,资产名称,资产类别,资产形态,来源项目编号,形成年度,登记日期,数量,计量单位,原值,投用日期,使用年限,主管部门,管护单位,管护费用来源,年度管护经费,资产状况,分类处置';
const OPERATORS = ['农牧业开发有限公司', '养殖专业合作社', '种植专业合作社', '家庭农牧场'];
/** When contracts run out, in days from today, in turn; and when their yearly payment is due. */
const ENDS = [400, 26, 700, 75, -18, 330, 5, 520];
const DUES = [-40, -75, 12, -14, -110, 40, -25, 6];
const CONDITIONS = ['正常', '正常', '低效', '正常', '闲置', '正常', '正常', '损毁'];
const PURPOSES = ['公益岗', '小型公益', '集体积累'];

/** A contract of T0, as its row says. */
export type OldContract = { number: string; asset: string; place: string; yearly: string; until: string };

type Sheets = ReturnType<typeof openSheets>;

function openSheets() {
  return {
    assets: openSheet('assets', ASSET),
    rights: openSheet('asset-rights', '资产编号,权利,权利人,权利人类别,份额,开始日期'),
    contracts: openSheet('asset-contracts', '合同编号,资产编号,经营方,经营方式,开始日期,截止日期,年约定收益,缴款时间'),
    incomes: openSheet('asset-incomes', '合同编号,期次,应收日期,应收金额,到账日期,实收金额'),
    distributions: openSheet('asset-distributions', '资产编号,分配年度,用途,分配对象,方案日期,分配金额,发放日期'),
    checks: openSheet('asset-checks', '资产编号,巡查日期,巡查人,资产状况,发现问题,整改完成日期'),
  };
}

type Lease = { contract: string; asset: string; village: string; fen: number; from: string; year: number; i: number };

/** A contract with the payment of this year: in time, late, missing, or not yet due; what came in is shared out or waits for it. */
function lease(sheets: Sheets, { clock }: Ground, { contract, asset, village, fen, from, year, i }: Lease): void {
  const due = turn(DUES, i);
  const isPaid = due < 0 && i % 8 !== 3 && i % 8 !== 6;
  sheets.contracts.add({
    ...{
      合同编号: contract,
      资产编号: asset,
      经营方: `示例${turn(OPERATORS, i)}`,
      经营方式: i % 4 === 3 ? '承包' : '租赁',
    },
    ...{
      开始日期: from,
      截止日期: clock.day(turn(ENDS, i) + ((i * 5) % 17)),
      年约定收益: inYuan(fen),
      缴款时间: '按合同约定日期一次缴清',
    },
  });
  sheets.incomes.add({
    ...{ 合同编号: contract, 期次: `${year}`, 应收日期: clock.day(due), 应收金额: inYuan(fen) },
    ...(isPaid ? { 到账日期: clock.day(due + (i % 8 === 1 ? 20 : -3)), 实收金额: inYuan(fen) } : {}),
  });
  if (isPaid && i % 3 !== 1)
    share(sheets, asset, village, fen, year, clock.day(due + 25), i % 2 === 0 ? clock.day(due + 38) : undefined);
}

function share(
  { distributions }: Sheets,
  ...[asset, village, fen, year, decidedOn, givenOn]: [string, string, number, number, string, string | undefined]
): void {
  deal(fen, [40, 25, 35]).forEach((part, n) => {
    const purpose = turn(PURPOSES, n);
    distributions.add({
      ...{ 资产编号: asset, 分配年度: year, 用途: purpose, 分配对象: `${village}${purpose}`, 方案日期: decidedOn },
      ...{ 分配金额: inYuan(part), 发放日期: n === 2 ? undefined : givenOn },
    });
  });
}

function form(sheets: Sheets, ground: Ground, work: Work, i: number): void {
  const { clock } = ground;
  const asset = `${work.number}Z`;
  const isOperating = work.kind === '产业发展';
  const condition = turn(CONDITIONS, i);
  const formed = clock.day(work.handedOver ?? work.accepted ?? -200);
  sheets.assets.add({
    ...{ 资产编号: asset, 所在地区代码: work.village, 资产名称: `${work.name}（${work.year} 年）`, 资产形态: '固定' },
    ...{ 资产类别: isOperating ? '经营性' : '公益性', 来源项目编号: work.number, 形成年度: Number(formed.slice(0, 4)) },
    ...{ 登记日期: formed, 数量: 1, 计量单位: '处', 原值: inYuan(work.totalFen), 投用日期: formed, 使用年限: 20 },
    ...{
      主管部门: '旗县农牧和科技局',
      管护单位: '嘎查村集体经济组织',
      管护费用来源: isOperating ? '资产收益' : '财政预算',
    },
    ...{ 年度管护经费: inYuan(300_000), 资产状况: condition, 分类处置: condition === '正常' ? '巩固' : '盘活' },
  });
  const owner = `${work.village}嘎查村集体经济组织`;
  for (const right of isOperating ? ['所有', '收益'] : ['所有'])
    sheets.rights.add({
      ...{ 资产编号: asset, 权利: right, 权利人: owner, 权利人类别: '嘎查村集体', 份额: 100, 开始日期: formed },
    });
  if (!isOperating || condition === '闲置') return;
  const fen = Math.round(work.totalFen * 0.04);
  const of = { asset, village: work.village, fen, year: clock.year, i };
  lease(sheets, ground, { ...of, contract: `${asset}H`, from: formed });
}

function inspect({ checks }: Sheets, { clock }: Ground, asset: string, i: number): void {
  const found = turn(CONDITIONS, i);
  const isBad = found === '损毁' || found === '闲置';
  checks.add({
    ...{ 资产编号: asset, 巡查日期: clock.day(-95 - (i % 20)), 巡查人: '乌兰', 资产状况: '正常' },
  });
  checks.add({
    ...{ 资产编号: asset, 巡查日期: clock.day(-6 - (i % 25)), 巡查人: '乌兰', 资产状况: found },
    ...{ 发现问题: isBad ? '棚顶破损，无人使用' : undefined },
    整改完成日期: isBad && i % 16 === 4 ? clock.day(-1) : undefined,
  });
}

/** `old`: contracts of T0 of the counties shown in depth; those that ran out are followed by new ones, but every twelfth. */
export function assetSheetsNow(ground: Ground, works: readonly Work[], old: readonly OldContract[]): Sheet[] {
  const { clock } = ground;
  const sheets = openSheets();
  works
    .filter(({ formsAsset, handedOver, accepted }) => formsAsset && (handedOver ?? accepted) !== undefined)
    .forEach((work, i) => {
      form(sheets, ground, work, i);
      inspect(sheets, ground, `${work.number}Z`, i);
    });
  const first = clock.year - 1 > 2025 ? clock.year - 1 : 2026;
  old.forEach(({ number, asset, place, yearly, until }, i) => {
    const fen = Math.round(Number(yearly) * 100);
    for (let year = 2023; year < first && `${year}-12-31` <= until; year++) {
      sheets.incomes.add({
        ...{ 合同编号: number, 期次: `${year}`, 应收日期: `${year}-12-10`, 应收金额: yearly },
        ...{ 到账日期: `${year}-12-08`, 实收金额: yearly },
      });
      share(sheets, asset, place, fen, year, `${year + 1}-01-20`, `${year + 1}-02-12`);
    }
    if (i % 12 === 7) return;
    const from = `${first}-01-01`;
    lease(sheets, ground, { contract: `${asset}N`, asset, village: place, fen, from, year: clock.year, i });
    if (i % 4 === 0) inspect(sheets, ground, asset, i);
  });
  return Object.values(sheets).map(({ sheet }) => sheet);
}
