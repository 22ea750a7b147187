// Assessments, monitoring, subsistence allowances (lines 3, 4, 12, 21, 22).

import { type FigureDefinition, figure } from '../figure.ts';

const grade = (ago: string, name: string, alias: string, years: string): FigureDefinition =>
  figure(`assessment.grade.${ago}`, name, '等次', {
    aliases: [alias],
    date: 'S',
    rollUp: 'top',
    form: 'word',
    reads: ['assessment-results'],
    lines: [3],
    text: `国家对自治区${years}综合评价的等次，时点前已公布的。`,
  });

const CLUES = ['clue-records', 'clues', 'cases'] as const;

export const monitoringFigures: readonly FigureDefinition[] = [
  grade('three_years_ago', '省级考核综合评价等次(三年前)', 'assessment.grade.2019', '三年前'),
  grade('two_years_ago', '省级考核综合评价等次(两年前)', 'assessment.grade.2020', '两年前'),
  grade('last_year', '省级考核评估综合评价等次(上年)', 'assessment.grade.2021', '上年'),
  figure('assessment.good_years', '连续评为“好”的年数(推算)', '年', {
    date: 'S',
    rollUp: 'top',
    reads: ['assessment-results'],
    lines: [3],
    text: '从最近一次国家综合评价往回数，连续为“好”的年数；中间缺一年即断开。',
  }),
  figure('monitoring.identified', '应识尽识', '断言', {
    date: 'Y',
    rollUp: 'ratio',
    lowest: 'village',
    digits: 1,
    down: true,
    claim: '尽',
    reads: CLUES,
    lines: [4],
    text: '当年发现的风险线索中，截至时点已处理的占比；系统上办理的线索与台账一并计算。全部处理才称“尽”。',
  }),
  figure('monitoring.taken_in', '应纳尽纳', '断言', {
    date: 'Y',
    rollUp: 'ratio',
    lowest: 'village',
    digits: 1,
    down: true,
    claim: '尽',
    reads: CLUES,
    lines: [4],
    text: '当年发现、截至时点核实属实的户中，已纳入监测的占比。',
  }),
  figure('monitoring.helped', '应帮尽帮', '断言', {
    date: 'S',
    rollUp: 'ratio',
    lowest: 'village',
    digits: 1,
    down: true,
    claim: '尽',
    settings: ['monitored.cleared'],
    reads: ['household-statuses', 'help-measures', 'case_measures'],
    lines: [4],
    text: '时点上的监测对象中，每一项风险都有对应措施的占比；因学、因病、因残、住房、饮水按规定的措施类别，其他按措施针对的风险。只在户籍表上标为监测对象的不计。',
  }),
  figure('monitoring.mass_relapse', '不发生规模性返贫', '个', {
    date: 'Y',
    rollUp: 'sum',
    settings: ['relapse.mass', 'income.line', 'monitored.cleared'],
    reads: ['household-statuses', 'household-incomes'],
    lines: [4],
    text: '当年返贫户数超过界线（脱贫和监测户数乘以设定比例）的旗县数。返贫户：风险消除后当年又纳入监测的，或者脱贫户上一收入年度不低于、最近收入年度低于监测范围的。',
  }),
  figure('household.dibao.persons', '脱贫人口和监测人口纳入低保', '万人', {
    date: 'M',
    rollUp: 'sum',
    lowest: 'village',
    digits: 2,
    settings: ['monitored.cleared', 'dibao.tekun'],
    reads: ['dibao-roster', 'household-statuses', 'households'],
    lines: [4],
    text: '各旗县不晚于时点的最近一期低保名册上，属于时点上脱贫户或监测户的人数，一人计一次；没有匹配到人的行不计。',
  }),
  figure('sweep.rounds', '全年集中监测和集中摸排', '轮', {
    date: 'L',
    rollUp: 'top',
    reads: ['schedule-items'],
    lines: [12],
    text: '自治区当年工作安排中，截至时点已下发的集中监测和集中摸排的轮数。',
  }),
  figure('sweep.key_groups', '重点人群', '类', {
    date: 'L',
    rollUp: 'top',
    reads: ['list-items'],
    lines: [21],
    text: '当年“十类重点人群”清单中在用的条目数。',
  }),
  figure('sweep.q4_lists', '四季度工作调度方面', '个', {
    date: 'L',
    rollUp: 'top',
    reads: ['list-items'],
    lines: [21],
    text: '当年“四季度工作调度”清单中在用的条目数。',
  }),
  figure('sharing.meetings', '厅际联席会议(按季度)', '次', {
    date: 'L',
    rollUp: 'top',
    reads: ['schedule-items'],
    lines: [22],
    text: '自治区当年工作安排中，截至时点已下发的厅际联席会议次数。',
  }),
];
