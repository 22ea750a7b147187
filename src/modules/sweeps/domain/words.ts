// Words of rounds (domain/registers §1): kinds, lists, how a household was seen, what came of it.

import { keysOf } from '../../../kernel/input.ts';

export const SWEEP_KINDS = {
  'focus-monitoring': '集中监测',
  'full-sweep': '集中摸排',
  special: '专项排查',
} as const;
export type SweepKind = keyof typeof SWEEP_KINDS;

/** Lists in the order in which a household on several of them is counted once: strata of samples go by the first. */
export const SWEEP_LISTS = {
  'new-object': '新识别监测对象',
  measures: '帮扶措施',
  'look-back': '已消除回头看',
  'data-quality': '数据质量',
  'key-group': '十类重点人群',
  ordinary: '一般农牧户',
} as const;
export type SweepList = keyof typeof SWEEP_LISTS;
export const LIST_CODES = keysOf(SWEEP_LISTS);

/** The lists of the fourth quarter. */
export const FIVE_LISTS: readonly SweepList[] = ['new-object', 'ordinary', 'measures', 'look-back', 'data-quality'];

export const VISIT_MODES = {
  'in-person': '入户',
  phone: '电话',
  video: '视频',
  'relative-answers': '亲属代答',
} as const;
export type VisitMode = keyof typeof VISIT_MODES;

export const VISIT_RESULTS = {
  'no-risk': '无风险',
  clue: '发现线索',
  'already-monitored': '已是监测对象',
  'dept-issue': '转部门办理',
  'data-issue': '数据疑点',
  'not-met': '未见到，待补访',
  'whole-away': '整户长期在外',
} as const;
export type VisitResult = keyof typeof VISIT_RESULTS;

/** Whoever was not seen is not done: neither counts as looked at (registers §1). */
export const NOT_DONE: readonly VisitResult[] = ['not-met', 'whole-away'];

export const RECHECK_LEVELS = { township: '苏木乡镇', county: '旗县', league: '盟市', region: '自治区' } as const;
export type RecheckLevel = keyof typeof RECHECK_LEVELS;

export const RECHECK_ACTIONS = { none: '无需处理', corrected: '已当场改正', returned: '退回重做' } as const;
export type RecheckAction = keyof typeof RECHECK_ACTIONS;

export const ITEM_LOOKS = {
  waiting: '还没核查',
  'not-met': '未见到，待补访',
  'whole-away': '整户长期在外',
  done: '已查',
  late: '过期核查',
  clue: '发现线索',
  'dept-issue': '转部门办理',
  'data-issue': '数据疑点',
  unassigned: '没有承办人',
  all: '全部清单',
} as const;
export type ItemLook = keyof typeof ITEM_LOOKS;

export const SWEEP_FORMS = {
  villages: '分村进度表',
  lists: '五类清单汇总表',
  visits: '入户核查表',
  'key-groups': '重点人群台账',
  rechecks: '抽查复核表',
  report: '集中摸排情况报告',
} as const;
export type SweepForm = keyof typeof SWEEP_FORMS;
