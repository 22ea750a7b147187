// Belts and clusters, leading enterprises, workshops, and the insurance that counties buy against falling back.

import { type DemoCounty, randomOf } from './counties.ts';
import { choose, deal } from './deal.ts';
import { addUnits, type Directory } from './pairing.ts';
import { inWan, openSheet, type Sheet } from './sheet.ts';

const pad = (n: number) => String(n).padStart(2, '0');

/** 20 belts and 15 clusters; two of each have no lifted county. */
function zones(counties: readonly DemoCounty[]): Sheet[] {
  const zone = openSheet('industry-zones', '区带编号,名称,类型,主导产品,设立日期');
  const member = openSheet('zone-members', '区带编号,旗县代码,纳入日期');
  const lifted = counties.filter((county) => county.lifted !== undefined);
  const others = counties.filter((county) => county.lifted === undefined);
  for (const [letter, kind, count] of [
    ['D', '产业带', 20],
    ['Q', '产业集群', 15],
  ] as const)
    for (let i = 0; i < count; i++) {
      const number = `QD${letter}${pad(i + 1)}`;
      zone.add({ 区带编号: number, 名称: `示例${kind}${i + 1}`, 类型: kind, 主导产品: '肉羊', 设立日期: '2020-05-01' });
      const group = i < 2 ? others : lifted;
      const own = choose(randomOf(60 + i, count), group, 5);
      for (const { code } of own) member.add({ 区带编号: number, 旗县代码: code, 纳入日期: '2020-06-01' });
    }
  return [zone.sheet, member.sheet];
}

/** 628 leading enterprises in force and supported; 31 are recognised by two levels, 55 have lapsed. */
function leading(counties: readonly DemoCounty[], directory: Directory): Sheet {
  const { sheet, add } = openSheet(
    'recognitions',
    '单位代码,旗县代码,称号,级别,批次,认定日期,有效截止日期,扶持开始日期,扶持终止日期,主导产业',
  );
  addUnits(directory, 'LT', 683, '龙头企业', '民营企业').forEach((code, i) => {
    const of = {
      单位代码: code,
      旗县代码: counties[i % counties.length]?.code,
      称号: '扶贫龙头企业',
      批次: '2020',
      认定日期: '2020-07-01',
      扶持开始日期: '2021-01-01',
      主导产业: '肉羊',
    };
    add({
      ...of,
      级别: '自治区级',
      有效截止日期: i < 628 ? '2025-12-31' : '2021-12-31',
      扶持终止日期: i < 628 ? undefined : '2021-12-31',
    });
    if (i < 31) add({ ...of, 级别: '盟市级', 有效截止日期: '2025-12-31' });
  });
  return sheet;
}

/** 276 open, 124 of them aided by Beijing and at work; 31 are closed. */
function workshops(counties: readonly DemoCounty[]): Sheet[] {
  const shop = openSheet('workshops', '车间编号,嘎查村代码,车间名称,车间形态,开办日期,关闭日期,京蒙援建');
  const month = openSheet('workshop-months', '车间编号,月份,是否开工,用工人数,脱贫监测用工人数');
  const lifted = counties.filter((county) => county.lifted !== undefined);
  for (let i = 0; i < 307; i++) {
    const county = lifted[i % lifted.length] as DemoCounty;
    const number = `CJ${String(i + 1).padStart(3, '0')}`;
    const isAided = i < 124 || (i >= 276 && i < 293);
    const village = county.villages[(i * 7) % county.villages.length];
    shop.add({
      车间编号: number,
      嘎查村代码: village,
      车间名称: `示例帮扶车间${i + 1}`,
      车间形态: '厂房',
      开办日期: '2020-06-01',
      关闭日期: i < 276 ? undefined : '2021-10-31',
      京蒙援建: isAided ? '是' : '否',
    });
    if (i >= 276) continue;
    for (const on of ['2022-04', '2022-05']) {
      const isRunning = isAided || i % 4 !== 0;
      month.add({
        车间编号: number,
        月份: on,
        是否开工: isRunning ? '是' : '否',
        用工人数: isRunning ? 10 + (i % 30) : 0,
        脱贫监测用工人数: isRunning ? 4 + (i % 9) : 0,
      });
    }
  }
  return [shop.sheet, month.sheet];
}

/** 86 counties insure 1,030,412 people; last year's policies have ended, four were renewed before they did. */
function policies(counties: readonly DemoCounty[]): Sheet {
  const { sheet, add } = openSheet(
    'insurance-policies',
    '保单号,旗县代码,险种,保险机构,起保日期,保障截止日期,参保人数,覆盖人数,保费,资金种类',
  );
  const lifted = counties.filter((county) => county.lifted !== undefined);
  const others = counties
    .filter((county) => county.lifted === undefined)
    .sort((a, b) => b.villages.length - a.villages.length || a.county - b.county);
  const insured = [...lifted, ...others.slice(0, 86 - lifted.length)];
  deal(
    1_030_412,
    insured.map(({ weight }) => weight),
  ).forEach((persons, i) => {
    const { county, code } = insured[i] as DemoCounty;
    const of = {
      旗县代码: code,
      险种: '防贫保',
      保险机构: '示例财产保险公司',
      覆盖人数: persons * 4,
      保费: inWan(persons * 10_000),
      资金种类: '衔接资金',
    };
    add({ ...of, 保单号: `BD${county}-22`, 起保日期: '2022-01-01', 保障截止日期: '2022-12-31', 参保人数: persons });
    if (i < 83)
      add({
        ...of,
        保单号: `BD${county}-21`,
        起保日期: '2021-01-01',
        保障截止日期: i < 4 ? '2022-06-30' : '2021-12-31',
        参保人数: Math.round(persons * 0.9),
      });
  });
  return sheet;
}

export function industrySheets(counties: readonly DemoCounty[], directory: Directory): Sheet[] {
  return [...zones(counties), leading(counties, directory), ...workshops(counties), policies(counties)];
}
