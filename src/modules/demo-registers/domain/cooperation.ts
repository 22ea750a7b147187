// Beijing and the region: money, firms and what they invested, parks, schools and hospitals, villages of the year, sales.

import { type DemoCounty, randomOf } from './counties.ts';
import { deal } from './deal.ts';
import { addUnits, type Directory } from './pairing.ts';
import { inWan, openSheet, type Sheet } from './sheet.ts';

const YI = 10_000_000_000;
const pad = (n: number) => String(n).padStart(2, '0');

function funds(national: readonly DemoCounty[]): Sheet {
  const { sheet, add } = openSheet('cooperation-funds', '资金编号,地区代码,年度,性质,出资方,金额,发生日期,文号');
  deal(
    Math.round(14.94 * YI),
    national.map(({ weight }) => weight),
  ).forEach((fen, i) => {
    const { county, code } = national[i] as DemoCounty;
    const of = { 地区代码: code, 年度: 2022, 出资方: '北京市', 文号: '演示京蒙〔2022〕3号' };
    add({ ...of, 资金编号: `JM${county}P`, 性质: '计划', 金额: inWan(fen), 发生日期: '2022-02-15' });
    deal(fen, [55, 45]).forEach((part, t) => {
      add({
        ...of,
        资金编号: `JM${county}D${t}`,
        性质: '到位',
        金额: inWan(part),
        发生日期: t === 0 ? '2022-03-28' : '2022-05-20',
      });
    });
  });
  return sheet;
}

/** 97 landed in 2021; 40 invest in 2022: 22 of those, nine earlier ones, nine of this year. Two of this year have not invested yet. */
function firms(directory: Directory, national: readonly DemoCounty[]): Sheet[] {
  const landed = openSheet('cooperation-enterprises', '单位代码,旗县代码,来源区,行业,签约日期,落地日期,协议投资');
  const invested = openSheet('cooperation-investments', '投资编号,单位代码,旗县代码,协议日期,到位日期,投资金额');
  const codes = addUnits(directory, 'BJ', 120, '北京企业', '民营企业');
  const dayOf = (i: number) =>
    i < 97 ? `2021-${pad(1 + (i % 12))}-1${i % 9}` : i < 109 ? '2019-08-20' : `2022-0${1 + (i % 4)}-18`;
  const placeOf = (i: number) => (national[i % national.length] as DemoCounty).code;
  codes.forEach((code, i) => {
    landed.add({
      单位代码: code,
      旗县代码: placeOf(i),
      来源区: '朝阳区',
      行业: '农畜产品加工',
      签约日期: dayOf(i).replace(/^2019/, '2019'),
      落地日期: dayOf(i),
      协议投资: inWan(20_000_000_00),
    });
  });
  const investing = [
    ...Array(22).keys(),
    ...[97, 98, 99, 100, 101, 102, 103, 104, 105],
    ...[109, 110, 111, 112, 113, 114, 115, 116, 117],
  ];
  deal(
    Math.round(7.1486 * YI),
    investing.map((i) => 1 + (i % 5)),
  ).forEach((fen, n) => {
    const i = investing[n] ?? 0;
    invested.add({
      投资编号: `TZ${pad(n + 1)}`,
      单位代码: codes[i],
      旗县代码: placeOf(i),
      协议日期: '2022-01-10',
      到位日期: i >= 109 ? '2022-05-10' : `2022-0${2 + (i % 4)}-20`,
      投资金额: inWan(fen),
    });
  });
  for (let n = 0; n < 41; n++)
    invested.add({
      投资编号: `TX${pad(n + 1)}`,
      单位代码: codes[n + 30],
      旗县代码: placeOf(n + 30),
      协议日期: '2022-03-15',
      投资金额: inWan(300_000_000),
    });
  return [landed.sheet, invested.sheet];
}

function parks(national: readonly DemoCounty[]): Sheet {
  const { sheet, add } = openSheet('parks', '园区编号,旗县代码,园区名称,共建方,挂牌日期,退出日期,入园企业数');
  for (let i = 0; i < 54; i++)
    add({
      ...{
        园区编号: `YQ${pad(i + 1)}`,
        旗县代码: national[i % national.length]?.code,
        园区名称: `示例京蒙协作产业园${i + 1}`,
        共建方: '北京市示例区',
      },
      ...{
        挂牌日期: i < 2 ? '2022-04-12' : '2019-10-15',
        退出日期: i === 53 ? '2020-11-30' : undefined,
        入园企业数: 2 + (i % 7),
      },
    });
  return sheet;
}

function institutions(directory: Directory, national: readonly DemoCounty[]): Sheet {
  const { sheet, add } = openSheet('institution-pairs', '单位代码,旗县代码,类型,北京单位,开始日期,结束日期');
  for (const [letters, count, kind] of [
    ['XX', 478, '学校'],
    ['YY', 323, '医院'],
  ] as const) {
    national.forEach((county, c) => {
      const own = Math.floor(count / national.length) + (c < count % national.length ? 1 : 0);
      addUnits(directory, `${letters}${county.county}`, own, kind, kind, county.code).forEach((code, i) => {
        const position = c + i * national.length;
        // The last ten of each have ended.
        const ended = position >= count - 10 ? '2021-06-30' : undefined;
        add({
          单位代码: code,
          旗县代码: county.code,
          类型: kind,
          北京单位: `北京示例${kind}${position % 90}`,
          开始日期: '2020-09-01',
          结束日期: ended,
        });
      });
    });
  }
  return sheet;
}

function villages(counties: readonly DemoCounty[]): Sheet {
  const { sheet, add } = openSheet('demo-villages', '嘎查村代码,计划年度,主题,计划投入,批准日期');
  const national = counties.filter(({ lifted }) => lifted === 'national');
  for (let i = 0; i < 100; i++) {
    const county = national[i % national.length] as DemoCounty;
    add({
      嘎查村代码: county.villages[Math.floor(i / national.length) * 3],
      计划年度: 2022,
      主题: '乡村振兴示范',
      计划投入: inWan(150_000_000),
      批准日期: '2022-03-10',
    });
  }
  return sheet;
}

const CHANNELS = ['832平台', '电商', '单位食堂', '批发'];

/** 77.8513 亿元 of recognised products in 2021, and others; 103.7264 亿元 bought by Beijing, after 71.9 the year before. */
function sales(lifted: readonly DemoCounty[]): Sheet[] {
  const products = openSheet('assisted-products', '产品编号,旗县代码,产品名称,供应商,认定日期,取消日期');
  const sold = openSheet('product-sales', '旗县代码,销售月份,供应商,产品名称,产品编号,销售渠道,销售金额');
  const bought = openSheet('consumption-records', '旗县代码,消费月份,采购方地区,采购方,销售渠道,产品范围,采购金额');
  const months = lifted.flatMap((county) => Array.from({ length: 12 }, (_, m) => ({ county, m })));
  const weights = months.map(({ county, m }) => county.weight * (0.6 + randomOf(50 + m, county.county).next()));
  for (const { county, code } of lifted) {
    const of = { 旗县代码: code, 供应商: `示例供应商${county}`, 认定日期: '2020-06-01' };
    products.add({ ...of, 产品编号: `CP${county}`, 产品名称: '牛羊肉' });
    products.add({ ...of, 产品编号: `CQ${county}`, 产品名称: '杂粮', 取消日期: '2020-12-31' });
  }
  deal(Math.round(77.8513 * YI), weights).forEach((fen, i) => {
    const { county, m } = months[i] as (typeof months)[number];
    const of = {
      旗县代码: county.code,
      销售月份: `2021-${pad(m + 1)}`,
      供应商: `示例供应商${county.county}`,
      销售渠道: CHANNELS[m % 4],
    };
    sold.add({ ...of, 产品名称: '牛羊肉', 产品编号: `CP${county.county}`, 销售金额: inWan(fen) });
    if (m % 3 === 0)
      sold.add({ ...of, 产品名称: '杂粮', 产品编号: `CQ${county.county}`, 销售金额: inWan(Math.round(fen / 5)) });
  });
  for (const [year, total] of [
    [2020, 71.9],
    [2021, 103.7264],
  ] as const)
    deal(Math.round(total * YI), weights).forEach((fen, i) => {
      const { county, m } = months[i] as (typeof months)[number];
      bought.add({
        旗县代码: county.code,
        消费月份: `${year}-${pad(m + 1)}`,
        采购方地区: '北京市',
        采购方: '示例单位',
        销售渠道: CHANNELS[m % 4],
        产品范围: '帮扶产品',
        采购金额: inWan(fen),
      });
    });
  return [products.sheet, sold.sheet, bought.sheet];
}

export function cooperationSheets(counties: readonly DemoCounty[], directory: Directory): Sheet[] {
  const national = counties.filter(({ lifted }) => lifted === 'national');
  const lifted = counties.filter((county) => county.lifted !== undefined);
  return [
    funds(national),
    ...firms(directory, national),
    parks(national),
    institutions(directory, national),
    villages(counties),
    ...sales(lifted),
  ];
}
