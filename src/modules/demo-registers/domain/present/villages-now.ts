// What villages have and do today: toilets and what is wrong with them, works of the year, points that families earned, what the village
// itself earns.

import { inWan, inYuan, openSheet, type Sheet } from '../sheet.ts';
import { type Ground, presentRandom, turn } from './ground.ts';

const pad = (n: number) => String(n).padStart(2, '0');

/** Toilets of this year; and troubles of every kind and age with old ones that had none at T0. */
function toilets({ clock, full }: Ground): Sheet[] {
  const toilet = openSheet(
    'toilets',
    '户厕编号,嘎查村代码,户编号,性质,建设方式,厕所类型,位置,建成年度,开工日期,完工日期,验收日期,补助金额,防冻措施,冬季可用,卫生厕所,使用状态',
  );
  const issue = openSheet(
    'toilet-issues',
    '户厕编号,问题来源,问题类别,问题描述,发现日期,整改方式,整改期限,整改完成日期,乡镇验收日期,旗县验收日期,农户认可',
  );
  for (const { county, villages, lively, families } of full)
    lively.forEach((village, v) => {
      const own = families.filter(({ villageCode }) => villageCode === village).slice(0, 4);
      own.forEach(({ number }, i) => {
        const done = clock.day(-150 + v * 3);
        toilet.add({
          ...{
            户厕编号: `CN${county}${pad(v)}${pad(i)}`,
            嘎查村代码: village,
            户编号: number,
            性质: '户厕',
            建设方式: i % 2 ? '改建' : '新建',
          },
          ...{
            厕所类型: '三格',
            位置: '院内',
            建成年度: Number(done.slice(0, 4)),
            开工日期: clock.day(-190 + v * 3),
            完工日期: done,
          },
          ...{
            验收日期: i % 3 === 2 ? undefined : clock.day(-120 + v * 3),
            补助金额: inYuan(300_000),
            防冻措施: '深埋保温',
          },
          ...{ 冬季可用: i % 4 === 3 ? '否' : '是', 卫生厕所: '是', 使用状态: '使用' },
        });
      });
      const at = villages.indexOf(village) + 1;
      for (let i = 0; i < 3; i++) {
        const n = v * 3 + i;
        const found = -20 - (n % 11) * 9;
        const due = found + turn([15, 60, 45, 120], n);
        const isMended = n % 3 !== 0;
        const mended = Math.min(found + 12, -1);
        issue.add({
          ...{
            户厕编号: `CS${county}${String(at).padStart(4, '0')}${pad(1 + i)}`,
            问题来源: turn(['入户排查', '农户反映', '上级督查'], n),
          },
          ...{
            问题类别: turn(['冻裂', '不好用', '不能用', '不会用'], n),
            问题描述: '抽水泵损坏，冬季无法使用',
            发现日期: clock.day(found),
          },
          ...{
            整改方式: turn(['立行立改', '限期整改', '管护'], n),
            整改期限: clock.day(due),
            整改完成日期: isMended ? clock.day(mended) : undefined,
          },
          ...(isMended && n % 2 ? { 乡镇验收日期: clock.day(mended), 农户认可: '是' } : {}),
          旗县验收日期: isMended && n % 4 === 1 ? clock.day(0) : undefined,
        });
      }
    });
  return [toilet.sheet, issue.sheet];
}

function works({ clock, counties }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'village-works',
    '嘎查村代码,事项,批次,计划年度,列入计划日期,建成日期,处理方式,覆盖户数,保洁员数,年度经费,运行情况',
  );
  for (const { lively, isFull } of counties)
    lively.slice(0, isFull ? 24 : 6).forEach((village, i) => {
      const isBuilt = i % 3 !== 0;
      add({
        ...{
          嘎查村代码: village,
          事项: i % 2 ? '人畜分离' : '村容村貌',
          批次: 1,
          计划年度: clock.year,
          列入计划日期: `${clock.year}-01-20`,
        },
        ...{
          建成日期: isBuilt ? clock.day(-15 - i * 3) : undefined,
          处理方式: i % 2 ? '资源化利用' : undefined,
          覆盖户数: 30 + i,
        },
        ...{
          保洁员数: 2,
          年度经费: inWan(3_000_000),
          运行情况: isBuilt ? (i % 7 === 1 ? '不正常' : '正常') : undefined,
        },
      });
    });
  return sheet;
}

export const RULES = [
  ['环境', '庭院干净整洁', 10],
  ['党建', '按时参加党员大会', 5],
  ['孝老爱亲', '赡养老人获好评', 15],
  ['互助', '帮助邻里生产', 8],
  ['移风易俗', '婚事新办丧事简办', 12],
  ['劳动致富', '外出务工满六个月', 20],
  ['扣分', '乱堆乱放不改正', 6],
] as const;

/** Points are earned before they are spent. */
function points({ clock, full }: Ground): Sheet[] {
  const rule = openSheet('point-rules', '嘎查村代码,规则编号,积分类别,行为,分值,频次上限,记分权限,生效日期');
  const entry = openSheet(
    'point-entries',
    '记录编号,户编号,嘎查村代码,记录类型,规则编号,发生日期,分值,兑换物品,数量,记录人,复核人',
  );
  for (const { county, lively, families } of full) {
    for (const village of lively)
      RULES.forEach(([kind, deed, value], i) => {
        rule.add({
          ...{
            嘎查村代码: village,
            规则编号: `G${i + 1}`,
            积分类别: kind,
            行为: deed,
            分值: value,
            频次上限: '每月1次',
          },
          ...{ 记分权限: '村积分评议小组', 生效日期: clock.day(-500) },
        });
      });
    const known = new Set(lively);
    families
      .filter(({ villageCode }) => known.has(villageCode))
      .forEach(({ number, villageCode }, f) => {
        const of = { 户编号: number, 嘎查村代码: villageCode, 记录人: '乌兰', 复核人: f % 4 ? '巴特尔' : undefined };
        const serial = `JF${county}${String(f + 1).padStart(4, '0')}`;
        [0, 1, 2, 3].forEach((n) => {
          const r = (f + n) % 6;
          entry.add({
            ...{
              ...of,
              记录编号: `${serial}${n}`,
              记录类型: '得分',
              规则编号: `G${r + 1}`,
              发生日期: clock.day(-120 + n * 28 - (f % 20)),
            },
            分值: RULES[r]?.[2],
          });
        });
        if (f % 6 === 1)
          entry.add({
            ...of,
            记录编号: `${serial}K`,
            记录类型: '扣分',
            规则编号: 'G7',
            发生日期: clock.day(-8),
            分值: 6,
          });
        if (f % 3 === 0)
          entry.add({
            ...{
              ...of,
              记录编号: `${serial}D`,
              记录类型: '兑换',
              发生日期: clock.day(-4),
              分值: 10,
              兑换物品: '洗衣液',
              数量: 1,
            },
          });
      });
  }
  return [rule.sheet, entry.sheet];
}

/** Two closed years; every eighth village earns less than the year before, some hardly anything. */
function economy({ clock, counties }: Ground): Sheet {
  const { sheet, add } = openSheet('collective-economy', '嘎查村代码,年度,总收入,经营性收入,资产总额,负债总额');
  for (const { county, villages, lively, isFull } of counties)
    (isFull ? villages : lively).forEach((village, i) => {
      const random = presentRandom(30, county * 1000 + i);
      const base = i % 11 === 4 ? 260 : random.between(500, 6_000);
      for (const back of [2, 1]) {
        const total = Math.round(base * (back === 1 ? (i % 8 === 3 ? 0.7 : 1.12) : 1)) * 10_000;
        add({
          ...{
            嘎查村代码: village,
            年度: clock.year - back,
            总收入: inWan(total),
            经营性收入: inWan(Math.round(total * 0.7)),
          },
          ...{ 资产总额: inWan(total * 14), 负债总额: inWan(i % 9 === 2 ? total * 5 : 0) },
        });
      }
    });
  return sheet;
}

function pilots({ clock, counties }: Ground): Sheet {
  const { sheet, add } = openSheet('governance-pilots', '地区代码,批次,试点内容,开始日期,验收日期,文号');
  for (const { lively, villages } of counties)
    lively
      .filter((village) => village !== villages[0] && village !== villages[1])
      .slice(0, 3)
      .forEach((village, i) => {
        add({
          ...{
            地区代码: village,
            批次: '第三批',
            试点内容: turn(['积分制', '清单制', '数字治理'], i),
            开始日期: clock.day(-420 + i * 60),
          },
          ...{ 验收日期: i === 0 ? clock.day(-30) : undefined, 文号: '演示治〔3〕号' },
        });
      });
  return sheet;
}

export function villageSheetsNow(ground: Ground): Sheet[] {
  return [...toilets(ground), works(ground), ...points(ground), economy(ground), pilots(ground)];
}
