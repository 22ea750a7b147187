// Words of runs, issues and what became of them.

export const RUN_STATES = {
  queued: '等待',
  running: '进行中',
  done: '已完成',
  failed: '失败',
  cancelled: '已取消',
} as const;
export type RunState = keyof typeof RUN_STATES;

/** How far an issue is. It is closed by a rerun alone. */
export const STAGES = {
  found: '待分派',
  assigned: '待处理',
  answered: '待签认',
  signed: '待复跑',
  explained: '属实已销号',
  corrected: '改正已销号',
} as const;
export type Stage = keyof typeof STAGES;

export const OUTCOMES = {
  'verified-ok': '属实',
  corrected: '已改',
  exempted: '有据豁免',
  'not-ours': '非本地对象',
  duplicate: '重复',
} as const;
export type Outcome = keyof typeof OUTCOMES;

export const BASES = {
  document: '证件',
  department: '部门数据',
  'on-site': '入户',
  'written-statement': '书面说明',
} as const;
export type Basis = keyof typeof BASES;

/** What a list shows. */
export const LOOKS = {
  open: '未销号',
  found: '待分派',
  assigned: '待处理',
  answered: '待签认',
  signed: '待复跑',
  overdue: '已过期限',
  reopened: '再次出现',
  explained: '属实已销号',
  corrected: '改正已销号',
  all: '全部',
} as const;
export type Look = keyof typeof LOOKS;

/** Corrections by how far they are in the national system. */
export const CORRECTION_LOOKS = {
  waiting: '待回写',
  done: '已回写待证实',
  verified: '导入已证实',
  all: '全部',
} as const;

/** Comparisons by what came of them. */
export const CHECK_LOOKS = {
  differing: '账实不符',
  card: '卡与实际不符',
  all: '全部',
} as const;
export type CheckLook = keyof typeof CHECK_LOOKS;
