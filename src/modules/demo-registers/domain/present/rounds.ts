// The round of this quarter in the league, and whom it counts to the key groups.

import { openSheet, type Sheet } from '../sheet.ts';
import { type Ground, LEAGUE, REGION } from './ground.ts';

/** The number of the round, by which its visits are written down. */
export const roundNumber = (today: string) => `JC${today.slice(0, 4)}${quarterOf(today)}`;

const quarterOf = (today: string) => Math.ceil(Number(today.slice(5, 7)) / 3);

function rounds({ clock }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'sweeps',
    '轮次编号,地区代码,轮次名称,年度,季度,轮次类型,开始日期,结束日期,乡级复核比例,县级复核比例,盟级复核比例,文号,下发日期',
  );
  const quarter = quarterOf(clock.today);
  const kind = quarter % 2 === 0 ? '集中摸排' : '集中监测';
  add({
    ...{ 轮次编号: roundNumber(clock.today), 地区代码: LEAGUE, 年度: clock.year, 季度: quarter, 轮次类型: kind },
    ...{
      轮次名称: `${clock.year} 年${'一二三四'[quarter - 1]}季度${kind}`,
      开始日期: clock.day(-20),
      结束日期: clock.day(18),
    },
    ...{
      乡级复核比例: 20,
      县级复核比例: 5,
      盟级复核比例: 1,
      文号: `演示发〔${clock.year}〕31 号`,
      下发日期: clock.day(-20),
    },
  });
  return sheet;
}

/** The ten groups as far as facts tell them: [name, all of these, one of these, income below, and]. */
const GROUPS = [
  ['脱贫户', '脱贫户', '', '', ''],
  ['收入低或明显下降户', '', '', 9000, '纯收入比上年下降'],
  ['老年单独生活户', '全是 60 岁以上老人', '', '', ''],
  ['农村低保户', '有低保对象', '', '', ''],
  ['残疾人家庭', '有残疾人', '', '', ''],
  ['多子女在学家庭', '有在校学生、有 6 岁以下儿童', '', '', ''],
  ['务工不稳家庭', '有劳动力而无人务工', '脱贫户、监测对象（风险未消除）', '', ''],
  ['大病支出较大户', '有大病或慢性病人', '', 12_000, ''],
  ['有预警未核实户', '', '', '', '有未核实的预警'],
  ['久未消除风险的监测对象', '监测对象（风险未消除）', '', '', '有劳动力而久未消除风险'],
] as const;

function rules({ clock }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'sweep-rules',
    '规则编号,地区代码,人群名称,清单,须同时具备,至少具备一项,人均纯收入低于,并且,启用日期',
  );
  GROUPS.forEach(([name, all, any, below, signal], i) => {
    add({
      ...{
        规则编号: `ZD${String(i + 1).padStart(2, '0')}`,
        地区代码: REGION,
        人群名称: name,
        清单: '十类重点人群',
        须同时具备: all,
      },
      ...{ 至少具备一项: any, 人均纯收入低于: below, 并且: signal, 启用日期: `${clock.year}-01-10` },
    });
  });
  return sheet;
}

export const roundSheets = (ground: Ground): Sheet[] => [rounds(ground), rules(ground)];
