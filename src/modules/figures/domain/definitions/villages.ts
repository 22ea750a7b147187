// Policies, teams, construction, governance (lines 8 to 10, 15, 43, 46 to 48).

import { type FigureDefinition, figure } from '../figure.ts';

const listed = (id: string, name: string, unit: string, lines: number[], text: string): FigureDefinition =>
  figure(id, name, unit, { date: 'S', rollUp: 'top', reads: ['list-items'], lines, text });

export const villageFigures: readonly FigureDefinition[] = [
  figure('policy.supporting', '1+N配套政策文件', '件', {
    date: 'S',
    rollUp: 'top',
    reads: ['policies'],
    lines: [8],
    text: '文件集“1+N”中时点上有效、没有被替代的文件数，主文件在内。',
  }),
  figure('policy.main', '“1+N”中的主文件', '件', {
    date: 'S',
    rollUp: 'top',
    reads: ['policies'],
    lines: [8],
    text: '上述文件中的主文件数。',
  }),
  figure('team.members', '驻村第一书记和工作队员', '万名', {
    date: 'S',
    rollUp: 'distinct',
    lowest: 'village',
    digits: 1,
    reads: ['team-postings'],
    lines: [9],
    text: '时点上在任的驻村人数，一人几个身份计一次，请假的在内。',
  }),
  listed('team.key_tasks', '驻村帮扶重点任务', '项', [46], '“驻村重点任务”清单中在用的条目数。'),
  listed('team.task_aspects', '重点任务方面', '个', [48], '当年“驻村任务清单”中在用条目的方面数。'),
  listed('team.tasks', '细化任务', '项', [48], '当年“驻村任务清单”中在用的条目数。'),
  listed('jingmeng.job_ways', '“六个一批”', '批', [43], '“六个一批”清单中在用的条目数。'),
  figure('toilet.rectified', '摸排整改问题厕所', '万个', {
    date: 'P',
    rollUp: 'sum',
    lowest: 'village',
    digits: 2,
    reads: ['toilets', 'toilet-issues'],
    lines: [10],
    text: '上年完成问题整改的户厕数，一座户厕计一次，公厕不计。',
  }),
  figure('toilet.built', '新建改造农村户厕', '万个', {
    date: 'P',
    rollUp: 'sum',
    lowest: 'village',
    digits: 2,
    reads: ['toilets'],
    lines: [10],
    text: '上年完工的新建和改建户厕数。',
  }),
  figure('garbage.villages', '建立生活垃圾收运处置体系的嘎查村', '个', {
    date: 'S',
    rollUp: 'sum',
    lowest: 'village',
    settings: ['garbage.day'],
    reads: ['village-works'],
    lines: [10],
    text: '时点上生活垃圾收运处置体系已建成、没有停用的嘎查村数。',
  }),
  figure('garbage.villages.plan', '计划新增垃圾收运处置体系的嘎查村', '个', {
    date: 'L',
    rollUp: 'sum',
    lowest: 'village',
    reads: ['village-works'],
    lines: [15],
    text: '计划年度为当年、截至时点已列入计划的生活垃圾嘎查村数，不论是否建成。',
  }),
  figure('sewage.villages.plan', '计划开展生活污水治理的村', '个', {
    date: 'L',
    rollUp: 'sum',
    lowest: 'village',
    reads: ['village-works'],
    lines: [15],
    text: '计划年度为当年、截至时点已列入计划的生活污水嘎查村数。',
  }),
  figure('governance.pilot_counties', '乡村治理试点旗县', '个', {
    date: 'S',
    rollUp: 'distinct',
    reads: ['governance-pilots'],
    lines: [10],
    text: '时点上的旗县级乡村治理试点数。',
  }),
  figure('governance.pilot_villages', '乡村治理试点村镇(苏木乡镇和嘎查村)', '个', {
    date: 'S',
    rollUp: 'sum',
    lowest: 'village',
    reads: ['governance-pilots'],
    lines: [10],
    text: '时点上的苏木乡镇和嘎查村乡村治理试点数。',
  }),
];
