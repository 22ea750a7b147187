// What is held against the way of the money: codes and their names.

/** What a project or a library should have done by now. */
export const DEADLINE_CONCERNS = [
  'not-started',
  'not-accepted',
  'not-settled',
  'asset-missing',
  'library-old',
  'library-idle',
] as const;
export type DeadlineConcern = (typeof DEADLINE_CONCERNS)[number];
export const CONCERNS = [
  ...([
    'behind-curve',
    'not-passed-on',
    'unallocated',
    'started-unpaid',
    'paid-not-started',
    'industry-share',
  ] as const),
  ...DEADLINE_CONCERNS,
  'split',
] as const;
export type Concern = (typeof CONCERNS)[number];
export const CONCERN_NAMES: Record<Concern, string> = {
  'behind-curve': '支出进度落后',
  'not-passed-on': '资金超期未下达',
  unallocated: '资金超期未分配',
  'started-unpaid': '开工后未支付',
  'paid-not-started': '未开工先支付',
  'industry-share': '产业占比不足',
  'not-started': '分配后未开工',
  'not-accepted': '完工未验收',
  'not-settled': '完工未决算',
  'asset-missing': '资产未登记',
  'library-old': '入库久未实施',
  'library-idle': '项目库未更新',
  split: '疑似拆分',
};
