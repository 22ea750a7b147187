// How villages are governed today: schemes of points with what their shops offer, statutes, stars and credit of families, red-and-white
// events; what villages propose for next year; and this year's assessment of counties, drawn up.

import { inWan, inYuan, openSheet, type Sheet } from '../sheet.ts';
import { type Ground, REGION, turn } from './ground.ts';
import { RULES } from './villages-now.ts';

/** Most hold a scheme in force; some are on the way to one, and one has none. */
const ROAD = ['起草日期', '会议通过日期', '备案日期', '施行日期'] as const;
const GOODS = [
  ['洗衣液', '瓶', 10],
  ['食用油', '桶', 30],
  ['大米', '袋', 40],
] as const;

function schemes({ clock, full }: Ground): Sheet[] {
  const template = openSheet('point-rule-templates', '旗县代码,规则编号,积分类别,行为,分值,频次上限,生效日期');
  const scheme = openSheet(
    'point-schemes',
    '嘎查村代码,版本,细则来源,每户年度记分上限,清零规则,会议纪要编号,到会户代表,起草日期,会议通过日期,备案日期,施行日期',
  );
  const good = openSheet('shop-goods', '嘎查村代码,物品编号,物品名称,计量单位,兑换分值,上架日期');
  const supply = openSheet('shop-supplies', '进货编号,嘎查村代码,物品编号,进货日期,数量,来源,购买金额,捐赠方');
  for (const { code, lively } of full) {
    RULES.forEach(([kind, deed, value], i) => {
      const rule = { 旗县代码: code, 规则编号: `M${i + 1}`, 积分类别: kind, 行为: deed, 分值: value };
      template.add({ ...rule, 频次上限: '每月1次', 生效日期: clock.day(-520) });
    });
    lively.slice(0, -1).forEach((village, v) => {
      const reached = v % 10 === 8 ? 1 + (Math.floor(v / 10) % 3) : ROAD.length;
      const days = ROAD.slice(0, reached).map((step, i) => [step, clock.day(-490 + i * 10)] as const);
      scheme.add({
        ...{ 嘎查村代码: village, 版本: 1, 细则来源: v % 3 ? '参照旗县模板' : '本嘎查村制定', 每户年度记分上限: 300 },
        ...{ 清零规则: turn(['不清零', '年末清零', '季末清零'], v) },
        ...(reached > 1 ? { 会议纪要编号: `会纪〔${clock.year - 1}〕${v + 1}号`, 到会户代表: 40 + v } : {}),
        ...Object.fromEntries(days),
      });
      if (reached < ROAD.length) return;
      GOODS.forEach(([name, unit, price], i) => {
        const of = { 嘎查村代码: village, 物品编号: `W${i + 1}` };
        good.add({ ...of, 物品名称: name, 计量单位: unit, 兑换分值: price, 上架日期: clock.day(-440) });
        const given = (v + i) % 4 === 3;
        supply.add({
          ...{ ...of, 进货编号: `JH${village}${i + 1}`, 进货日期: clock.day(-30 + i), 数量: 20 + ((v + i) % 5) * 6 },
          ...(given
            ? { 来源: '捐赠', 捐赠方: '演示爱心企业' }
            : { 来源: '购买', 购买金额: inYuan(40_000 + i * 15_000) }),
        });
      });
    });
  }
  return [template.sheet, scheme.sheet, good.sheet, supply.sheet];
}

function customs({ clock, full }: Ground): Sheet[] {
  const statute = openSheet('village-statutes', '嘎查村代码,版本,会议通过日期,会议纪要编号,备案日期,群众组织');
  const star = openSheet('star-ratings', '户编号,评定年度,星级,评定日期,会议纪要编号,评定依据');
  const credit = openSheet('credit-ratings', '户编号,评定机构,信用等级,授信额,评定日期,有效期至,评定依据,农户同意采集');
  const event = openSheet(
    'custom-events',
    '户编号,类型,报备日期,约定桌数,约定金额,办理日期,实际桌数,实际金额,红白理事会意见',
  );
  for (const { lively, families } of full) {
    lively.forEach((village, v) => {
      statute.add({
        ...{ 嘎查村代码: village, 版本: 1, 会议通过日期: clock.day(-600 + v), 会议纪要编号: `规约${v + 1}号` },
        ...{ 备案日期: v % 6 === 5 ? undefined : clock.day(-580 + v), 群众组织: '红白理事会、道德评议会、村民议事会' },
      });
    });
    const known = new Set(lively);
    const own = families.filter(({ villageCode }) => known.has(villageCode));
    own.forEach(({ number: 户编号 }, f) => {
      if (f % 2 === 0)
        star.add({
          ...{
            户编号,
            评定年度: clock.year - 1,
            星级: turn(['五星', '四星', '三星'], f / 2),
            评定日期: clock.day(-300),
          },
          ...{ 会议纪要编号: '评议1号', 评定依据: '上年积分和村民评议' },
        });
      if (f % 5 === 0)
        credit.add({
          ...{ 户编号, 评定机构: '演示农商行', 信用等级: turn(['四星', '三星', '五星'], f / 5) },
          ...{ 授信额: inYuan(3_000_000 + (f % 4) * 1_000_000), 评定日期: clock.day(-340 + (f % 7)) },
          ...{
            有效期至: clock.day(25 + (f % 7) * 20),
            评定依据: '家庭资产和信用记录',
            农户同意采集: f % 15 ? '是' : '否',
          },
        });
      if (f % 40 === 3) {
        const isHeld = f % 80 === 3;
        event.add({
          ...{ 户编号, 类型: turn(['婚事', '丧事', '其他'], f), 报备日期: clock.day(-40 + (f % 30)) },
          ...{ 约定桌数: 12, 约定金额: inYuan(1_500_000), 红白理事会意见: '按村规民约从简办理' },
          ...(isHeld ? { 办理日期: clock.day(-5), 实际桌数: 11, 实际金额: inYuan(1_380_000) } : {}),
        });
      }
    });
  }
  return [statute.sheet, star.sheet, credit.sheet, event.sheet];
}

/** None is approved yet: some wait for the township, some for the county. */
function proposals({ clock, full }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'project-proposals',
    '项目名称,嘎查村代码,拟实施年度,项目类别,建设性质,建设内容,计划总投资,计划受益户数,计划受益人数,绩效目标,村民会议日期,村公示开始,村公示结束,申报日期,乡公示开始,乡公示结束,乡审核日期',
  );
  const works = ['村道硬化', '饮水管网延伸', '护村护岸', '排水沟渠', '路灯安装', '便民桥'];
  for (const { lively } of full)
    lively.slice(2, 2 + works.length).forEach((village, v) => {
      add({
        ...{
          项目名称: `${works[v]}（演示）`,
          嘎查村代码: village,
          拟实施年度: clock.year + 1,
          项目类别: '乡村建设行动',
        },
        ...{ 建设性质: '新建', 建设内容: `${works[v]}一处`, 计划总投资: inWan((30 + v * 12) * 1_000_000) },
        ...{ 计划受益户数: 40 + v * 6, 计划受益人数: 96 + v * 14, 绩效目标: '年内建成投用' },
        ...{ 村民会议日期: clock.day(-60 + v), 村公示开始: clock.day(-58 + v), 村公示结束: clock.day(-47 + v) },
        ...(v % 3 === 0 ? {} : { 申报日期: clock.day(-45 + v) }),
        ...(v % 3 === 2
          ? { 乡公示开始: clock.day(-40 + v), 乡公示结束: clock.day(-29 + v), 乡审核日期: clock.day(-27 + v) }
          : {}),
      });
    });
  return sheet;
}

const INDICATORS = [
  ['1', '', '增收和就业', '', '', '', ''],
  ['1.1', '1', '就业目标完成率', 'employment.target_rate', 25, '比例', 100],
  ['1.2', '1', '产业项目数', 'project.industry.count', 15, '排名', ''],
  ['2', '', '资金项目资产', '', '', '', ''],
  ['2.1', '2', '支出进度', 'fund.spent_rate', 25, '比例', 90],
  ['2.2', '2', '开工率', 'project.start_rate', 20, '比例', 100],
  ['3', '', '乡村建设', '', '', '', ''],
  ['3.1', '3', '整改户厕', 'toilet.rectified', 15, '排名', ''],
] as const;

/** Drawn up: whoever looks at it issues and computes it. */
function assessment({ clock }: Ground): Sheet[] {
  const number = `YS${clock.year}`;
  const scheme = openSheet(
    'assessment-schemes',
    '方案编号,方案名称,版本,地区代码,年度,考核类别,考核对象,数据截止日期,录入截止日期,定等方式,好起点分,较好起点分,一般起点分,加分上限,扣分上限,否决后最高等次,缺项处理,最低计分权重,小分母,分母下降提示,异议期',
  );
  scheme.add({
    ...{
      方案编号: number,
      方案名称: `${clock.year}年旗县实绩考核（演示）`,
      版本: 1,
      地区代码: REGION,
      年度: clock.year,
    },
    ...{ 考核类别: '实绩考核', 考核对象: '旗县', 数据截止日期: clock.today, 录入截止日期: clock.today },
    ...{ 定等方式: '按分数线', 好起点分: 90, 较好起点分: 80, 一般起点分: 60, 加分上限: 5, 扣分上限: 10 },
    ...{
      否决后最高等次: '一般',
      缺项处理: '不计权重，按其余折算',
      最低计分权重: 40,
      小分母: 30,
      分母下降提示: 20,
      异议期: 5,
    },
  });
  const indicator = openSheet(
    'assessment-indicators',
    '方案编号,指标编号,上级指标编号,指标名称,数据来源,系统指标,权重,计分法,方向,满分值',
  );
  for (const [no, parent, name, figure, weight, method, full] of INDICATORS)
    indicator.add({
      ...{
        方案编号: number,
        指标编号: no,
        上级指标编号: parent,
        指标名称: name,
        权重: weight,
        计分法: method,
        满分值: full,
      },
      ...(figure ? { 数据来源: '系统指标', 系统指标: figure, 方向: '越高越好' } : { 数据来源: '分类（不计分）' }),
    });
  return [scheme.sheet, indicator.sheet];
}

export function governingSheets(ground: Ground): Sheet[] {
  return [...schemes(ground), ...customs(ground), proposals(ground), ...assessment(ground)];
}
