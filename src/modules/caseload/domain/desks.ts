// Apart from the contract: the addresses of pages know these words, and are loaded with the first page.

/**
 * What the worklist is made of: what my level has to do; what is late; what is due soon; what others have to do; what has
 * come up to my level because a lower one is late; what is done.
 */
export const DESKS = ['mine', 'late', 'soon', 'waiting', 'escalated', 'done'] as const;
export type Desk = (typeof DESKS)[number];

export const STAGES = ['identification', 'monitored', 'clearing', 'cleared', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

export const DESK_NAMES: Record<Desk, string> = {
  mine: '我的待办',
  soon: '即将到期',
  late: '已逾期',
  escalated: '上提督办',
  waiting: '等待他人',
  done: '已办结',
};

export const STAGE_NAMES: Record<Stage, string> = {
  identification: '识别认定',
  monitored: '监测帮扶中',
  clearing: '风险消除',
  cleared: '风险已消除',
  ended: '已结束',
};
