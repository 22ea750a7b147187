// What accounts are told of, and how they want to hear it.

export const MESSAGE_KINDS = [
  'due',
  'overdue',
  'escalated',
  'returned',
  'objected',
  'reminded',
  'answered',
  'refused',
  'held',
  'finished',
  'failed',
  'summary',
  'clock',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const KIND_NAMES: Record<MessageKind, string> = {
  due: '即将到期',
  overdue: '逾期',
  escalated: '上提督办',
  returned: '退回补正',
  objected: '异议与复核',
  reminded: '催办督办',
  answered: '督办回复',
  refused: '数据未能装载',
  held: '数据待确认装载',
  finished: '任务完成',
  failed: '任务未能完成',
  summary: '每日汇总',
  clock: '服务器时钟',
};

/** Kinds an account may choose the mode of; the summary comes where another kind asks for it, a clock that jumps is always told. */
export const CHOSEN_KINDS = MESSAGE_KINDS.filter((kind) => kind !== 'summary' && kind !== 'clock');

export const MODES = ['at-once', 'daily', 'off'] as const;
export type Mode = (typeof MODES)[number];

export const MODE_NAMES: Record<Mode, string> = { 'at-once': '随时提醒', daily: '并入每日汇总', off: '不提醒' };

/** Days a message is kept: once it was read, and at most. */
export const KEPT_DAYS = { read: 30, all: 180 };
