// Words and roles of village teams that several registers, papers and pages share.

import { OFFICERS, type Role } from '../../../kernel/operation.ts';

export const TOWNSHIP = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];
export const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
export const VILLAGE = ['village-worker', ...OFFICERS] as const satisfies readonly Role[];

export const POSTS = { 'first-secretary': '第一书记', 'team-leader': '工作队长', member: '队员' } as const;
export type Post = keyof typeof POSTS;

/** What a day of a member is (registers §15); the first five are days in post. */
export const ATTEND_KINDS = {
  'in-village': '在村',
  field: '包村走访',
  camp: '牧点',
  training: '培训',
  'official-trip': '因公离村',
  rest: '轮休',
  leave: '请假',
  holiday: '休息日',
  absent: '缺岗',
} as const;
export type AttendKind = keyof typeof ATTEND_KINDS;
export const COUNTING: readonly AttendKind[] = ['in-village', 'field', 'camp', 'training', 'official-trip'];
/** As a cell of the month's sheet shows it. */
export const ATTEND_MARKS: Readonly<Record<AttendKind, string>> = {
  'in-village': '√',
  field: '走',
  camp: '牧',
  training: '训',
  'official-trip': '公',
  rest: '休',
  leave: '假',
  holiday: '／',
  absent: '缺',
};

/** What a punch may say of itself. */
export const PUNCH_KINDS = { 'in-village': '在村', field: '包村走访', camp: '牧点' } as const;
export type PunchKind = keyof typeof PUNCH_KINDS;

export const LEAVE_KINDS = {
  personal: '事假',
  sick: '病假',
  annual: '年休假',
  family: '婚丧产育探亲',
  rest: '轮休',
  training: '参加培训',
  'official-trip': '因公离村',
} as const;
export type LeaveKind = keyof typeof LEAVE_KINDS;

export const PUNCH_CONCERNS = {
  'no-reason': '营地以外打卡，没有写事由',
  'same-device': '同一部手机为两人打卡',
  'too-far': '一小时内两次打卡相距过远',
  'clock-ahead': '手机时间比收到时间还晚',
} as const;
export type PunchConcern = keyof typeof PUNCH_CONCERNS;

/** Facts that prove a task; each is counted from the records of its slice. */
export const EVIDENCE = {
  visits: '帮扶走访',
  'sweep-visits': '集中监测入户',
  clues: '上报线索',
  verifications: '入户核实',
  measures: '帮扶措施',
  emergencies: '应急走访',
  diaries: '驻村日志',
  projects: '项目',
  spells: '务工就业',
  works: '嘎查村环境设施',
  points: '积分记录',
  economy: '集体经济',
} as const;
export type Evidence = keyof typeof EVIDENCE;

export const ASPECTS = ['基层党建', '产业发展', '就业创业', '乡村建设', '乡村治理', '为民服务'] as const;

export const GRADES = { excellent: '优秀', good: '称职', basic: '基本称职', poor: '不称职' } as const;
export type Grade = keyof typeof GRADES;

export const DIMENSIONS = {
  days: '驻村时间',
  economy: '集体经济发展',
  villagers: '群众评价',
  results: '工作实效',
} as const;
export type Dimension = keyof typeof DIMENSIONS;

/** What a slip says of a member. */
export const MARKS = { excellent: '满意', good: '比较满意', basic: '一般', poor: '不满意' } as const;
export type Mark = keyof typeof MARKS;

export const CAUTION_KINDS = { talk: '约谈', warning: '警示', recall: '召回' } as const;
export type CautionKind = keyof typeof CAUTION_KINDS;

export const GAPS = {
  'no-team': '没有驻村工作队',
  'no-first-secretary': '没有第一书记',
  'no-handover': '离任没有交接清单',
  'long-leave': '长期请假',
  'not-insured': '没有人身意外保险',
  'no-checkup': '今年没有体检',
} as const;
export type Gap = keyof typeof GAPS;

export const TEAM_FORMS = {
  roster: '驻村工作队花名册',
  leaves: '请假审批单',
  diaries: '工作日志',
  tasks: '任务完成台账',
  assessment: '考核表（四维）',
  care: '关爱保障台账',
} as const;
export type TeamForm = keyof typeof TEAM_FORMS;
