// What was found wrong and by when it is to be right, and how the years before were assessed.

import { openSheet, type Sheet } from '../sheet.ts';
import { type Ground, LEAGUE, type PresentCounty, REGION, turn } from './ground.ts';

const pad = (n: number) => String(n).padStart(2, '0');

const FOUND = [
  '项目资金支付进度偏慢',
  '监测对象识别不及时',
  '资产收益分配未公示',
  '驻村工作队管理不严',
  '公益性岗位在岗不规范',
  '小额信贷用途跟踪不到位',
];

function problemsOf({ clock }: Ground, { county, code, lively, isFull }: PresentCounty, add: ProblemAdd): void {
  for (let i = 0; i < (isFull ? 18 : 4); i++) {
    const due = turn([-40, 3, 26, 75, -5, 55], i);
    const done = i % 3 === 1 ? clock.day(Math.min(due, 0) - 6) : undefined;
    add({
      ...{ 问题编号: `WT${county}${clock.year}${pad(i + 1)}`, 地区代码: i % 4 === 3 ? turn(lively, i) : code },
      ...{
        问题来源: turn(['国家考核评估', '审计', '自治区督查', '自查', '信访', '12317'], i),
        反馈日期: clock.day(-160 + i * 3),
      },
      ...{
        反馈文号: `演示督〔${clock.year}〕${i + 1} 号`,
        问题原文: `${turn(FOUND, i)}，涉及 ${1 + (i % 5)} 个嘎查村。`,
        问题类别: turn(['资金', '监测', '资产', '驻村', '就业'], i),
      },
      ...{
        问题性质: turn(['个性', '共性'], i),
        牵头单位: '旗县乡村振兴局',
        责任单位: turn(['旗县财政局', '苏木乡镇人民政府'], i),
        责任岗位: '分管',
      },
      ...{
        整改类型: turn(['立行立改', '限期', '长期'], i),
        整改时限: clock.day(due),
        整改措施: '建立台账，逐项整改，按月调度',
      },
      ...{
        整改完成日期: done,
        销号日期: done && i % 2 ? clock.day(Math.min(due, 0) - 2) : undefined,
        举一反三发现数: i % 3,
      },
      建章立制: done ? '修订管护办法' : undefined,
    });
  }
}

const PROBLEM =
  '问题编号,地区代码,问题来源,反馈日期,反馈文号,问题原文,问题类别,问题性质,牵头单位,责任单位,责任岗位,整改类型,整改时限,整改措施,整改完成日期,销号日期,举一反三发现数,建章立制';
type ProblemAdd = ReturnType<typeof openSheet<typeof PROBLEM>>['add'];

function assessments({ clock, counties }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'assessment-results',
    '地区代码,年度,考核类别,考核名称,评价层级,等次,得分,名次,公布日期,文号',
  );
  for (const back of [3, 2, 1]) {
    const year = clock.year - back;
    const of = { 年度: year, 考核类别: '综合评价', 公布日期: `${year + 1}-04-18`, 考核名称: `${year} 年度成效考核` };
    add({ ...of, 地区代码: REGION, 评价层级: '国家', 等次: '好', 文号: '演示考〔1〕号' });
    add({
      ...of,
      地区代码: LEAGUE,
      评价层级: '自治区',
      等次: back === 2 ? '较好' : '好',
      得分: 92 - back,
      名次: 2 + back,
    });
    counties.forEach(({ code }, i) => {
      const rank = ((i * 5 + back * 3) % counties.length) + 1;
      add({
        ...{
          ...of,
          地区代码: code,
          评价层级: '盟市',
          等次: rank <= 4 ? '好' : rank <= counties.length - 2 ? '较好' : '一般',
        },
        ...{ 得分: 97 - rank, 名次: rank },
      });
    });
  }
  return sheet;
}

export function oversightSheets(ground: Ground): Sheet[] {
  const problems = openSheet('problems', PROBLEM);
  for (const county of ground.counties) problemsOf(ground, county, problems.add);
  return [problems.sheet, assessments(ground)];
}
