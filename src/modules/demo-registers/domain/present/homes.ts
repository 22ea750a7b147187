// What families earned last year and the year before, what insurance paid them, what help they had, and who lives in a resettlement site.

import { inWan, inYuan, openSheet, type Sheet } from '../sheet.ts';
import { type Ground, type PresentCounty, presentRandom, turn } from './ground.ts';

/** Net income a head, fen: last year, and how much of it there was the year before. */
const PER_HEAD = 1_842_000;
const GROWTH = 0.072;

function incomes({ clock, families }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'household-incomes',
    '户编号|收入年度|年末人口|工资性收入|生产经营性收入|财产性收入|转移性收入|生产经营性支出|理赔收入|合规自付支出|采集日期',
  );
  const random = presentRandom(20, 0);
  const lifted = families.filter(({ isLifted }) => isLifted);
  lifted.forEach(({ number, members }, i) => {
    const level = 0.5 + random.next();
    const parts = [46, 28, 4, 22].map((part) => (part / 100) * (0.7 + 0.6 * random.next()));
    // Here and there a family fell below the year before: what the early warning looks for.
    const fell = i % 19 === 7 ? 0.55 : 1;
    for (const [year, share] of [
      [clock.year - 2, 1 / (1 + GROWTH)],
      [clock.year - 1, fell],
    ] as const) {
      const [wage = 0, business = 0, property = 0, transfer = 0] = parts.map((part) =>
        Math.round(PER_HEAD * members * level * share * part),
      );
      const cost = Math.round(business * 0.45);
      add({
        ...{
          户编号: number,
          收入年度: year,
          年末人口: members,
          工资性收入: inYuan(wage),
          财产性收入: inYuan(property),
        },
        ...{ 生产经营性收入: inYuan(business + cost), 转移性收入: inYuan(transfer), 生产经营性支出: inYuan(cost) },
        ...(i % 23 === 5 ? { 理赔收入: inYuan(280_000), 合规自付支出: inYuan(930_000) } : {}),
        采集日期: `${year}-11-20`,
      });
    }
  });
  return sheet;
}

type Insured = { county: number; code: string; persons: number };

/** Policies of this year and the last wherever T0 had one, and what they paid to families shown in depth. */
function insurance({ clock, full }: Ground, insured: readonly Insured[]): Sheet[] {
  const policy = openSheet(
    'insurance-policies',
    '保单号|旗县代码|险种|保险机构|起保日期|保障截止日期|参保人数|覆盖人数|保费|资金种类|覆盖对象',
  );
  const year = String(clock.year % 100);
  const running = new Set<string>();
  for (const [i, { county, code, persons }] of insured.entries())
    for (const back of [1, 0]) {
      // Every ninth county is late with this year's.
      if (back === 0 && i % 9 === 8) continue;
      const number = `BD${county}-${Number(year) - back}`;
      running.add(number);
      policy.add({
        ...{ 保单号: number, 旗县代码: code, 险种: '防贫保', 保险机构: '示例财产保险公司' },
        ...{ 起保日期: clock.day(-340 - back * 365), 保障截止日期: clock.day(24 - back * 365), 参保人数: persons },
        ...{
          覆盖人数: persons * 4,
          保费: inWan(persons * 10_000),
          资金种类: '衔接资金',
          覆盖对象: '脱贫户、监测对象和农村牧区常住人口',
        },
      });
    }
  const claim = openSheet(
    'insurance-claims',
    '赔案号|保单号|户编号|人编号|姓名|出险日期|事由|损失金额|赔付金额|赔付日期',
  );
  for (const { county, persons } of full)
    persons
      .filter((_, i) => i % 29 === 3)
      .forEach((person, i) => {
        const lost = -25 - i * 14;
        if (lost < -640) return;
        const number = `BD${county}-${lost < -340 ? Number(year) - 1 : Number(year)}`;
        if (!running.has(number)) return;
        claim.add({
          ...{ 赔案号: `LP${county}${String(i + 1).padStart(3, '0')}`, 保单号: number, 户编号: person.household },
          ...{
            人编号: person.number,
            姓名: person.name,
            出险日期: clock.day(lost),
            事由: turn(['因病', '因自然灾害', '因意外事故', '因学'], i),
          },
          ...{
            损失金额: inYuan(1_800_000 + i * 50_000),
            赔付金额: inYuan(520_000 + i * 21_000),
            赔付日期: clock.day(lost + 18 + (i % 4) * 9 > 0 ? 0 : lost + 18),
          },
        });
      });
  return [policy.sheet, claim.sheet];
}

/** What was done for families in earlier years, as the ledgers kept before the cases have it. */
function history({ clock, full }: Ground): Sheet[] {
  const measure = openSheet(
    'help-measures',
    '措施编号|户编号|措施类别|针对风险|具体措施|开始日期|结束日期|帮扶金额|责任单位',
  );
  const clue = openSheet(
    'clue-records',
    '线索编号|户编号|发现渠道|来源部门|发现日期|处理日期|处理结果|核实日期|核实结果|不纳入原因',
  );
  const kinds = [
    ['产业帮扶', '因产业项目失败', '庭院经济-小养殖'],
    ['就业帮扶', '因务工就业不稳', '推荐到帮扶车间就业'],
    ['健康帮扶', '因病', '大病二次报销'],
    ['社会帮扶', '缺劳动力', '邻里结对照料'],
  ] as const;
  for (const { county, families } of full) {
    families
      .filter((_, i) => i % 3 === 0)
      .forEach(({ number }, i) => {
        const [kind, risk, what] = turn(kinds, i);
        const from = -700 + (i % 40) * 12;
        measure.add({
          ...{
            措施编号: `CS${county}${String(i + 1).padStart(4, '0')}`,
            户编号: number,
            措施类别: kind,
            针对风险: risk,
            具体措施: what,
          },
          ...{
            开始日期: clock.day(from),
            结束日期: i % 2 ? clock.day(from + 200) : undefined,
            帮扶金额: inYuan(150_000 + (i % 9) * 40_000),
          },
          责任单位: '苏木乡镇人民政府',
        });
      });
    families
      .filter((_, i) => i % 7 === 2)
      .forEach(({ number }, i) => {
        const found = -420 + i * 3;
        const isTrue = i % 3 !== 0;
        clue.add({
          ...{
            线索编号: `XS${county}${String(i + 1).padStart(3, '0')}`,
            户编号: number,
            来源部门: i % 4 === 2 ? '医保' : undefined,
          },
          ...{
            发现渠道: turn(['农户自主申报', '干部走访排查', '部门筛查预警', '社会监督'], i),
            发现日期: clock.day(found),
          },
          ...{ 处理日期: clock.day(found + 2), 处理结果: isTrue ? '立案' : '不立案', 核实日期: clock.day(found + 9) },
          ...{ 核实结果: isTrue ? '属实' : '不属实', 不纳入原因: '家庭收入稳定，未达到监测条件' },
        });
      });
  }
  return [measure.sheet, clue.sheet];
}

export const siteOf = (county: number) => `AZ${county}01`;

/** One site in each county shown in depth, with families who moved in years ago and some that have only just come. */
function sites({ clock, full }: Ground): Sheet[] {
  const site = openSheet(
    'relocation-sites',
    '安置点编号|嘎查村代码|安置点名称|安置点类型|入住日期|套数|设计户数|设计人数|建筑面积|配套设施|管理机构',
  );
  const household = openSheet(
    'relocation-households',
    '户编号|安置点编号|搬迁身份|安置方式|入住日期|迁出日期|迁出嘎查村代码|户籍已迁|旧房已拆|后扶措施',
  );
  for (const county of full) {
    const { lively } = county;
    const number = siteOf(county.county);
    site.add({
      ...{
        安置点编号: number,
        嘎查村代码: lively[0],
        安置点名称: '幸福家园安置点（示例）',
        安置点类型: '乡镇',
      },
      ...{
        入住日期: '2022-10-20',
        套数: 60,
        设计户数: 60,
        设计人数: 130,
        建筑面积: 3600,
        管理机构: '幸福家园社区服务站',
      },
      配套设施: '供水、供电、供暖、道路、卫生、便民服务',
    });
    moversOf(county).forEach((family, i) => {
      household.add({
        ...{
          户编号: family.number,
          安置点编号: number,
          搬迁身份: i % 5 === 4 ? '同步搬迁' : '建档立卡',
          安置方式: '集中',
        },
        ...{
          入住日期: i % 12 === 11 ? clock.day(-80) : '2023-10-25',
          迁出日期: i % 17 === 16 ? clock.day(-30) : undefined,
        },
        ...{ 户籍已迁: i % 4 === 3 ? '否' : '是', 旧房已拆: i % 7 === 6 ? '否' : '是' },
        后扶措施: turn(['产业、就业', '就业、社会保障', '社会保障', ''], i),
      });
    });
  }
  return [site.sheet, household.sheet];
}

/** Families that moved: those of the fullest villages. */
function moversOf({ families, lively }: PresentCounty) {
  const near = new Set(lively.slice(0, 8));
  return families.filter(({ villageCode, isLifted }) => isLifted && near.has(villageCode)).slice(0, 40);
}

export function homeSheets(ground: Ground, insured: readonly Insured[]): Sheet[] {
  return [incomes(ground), ...insurance(ground, insured), ...history(ground), ...sites(ground)];
}
