// Where a declaration stands, in plain words for the person who sent it. Nothing of the household is told but this.

import type { State } from '../../process/domain/steps.ts';
import { HOTLINE } from './words.ts';

/** What is drawn as a line of points on the page. */
export const STAGES_OF_DECLARATION = ['收到', '核实', '评议', '审定', '结果'] as const;

export type Progress = {
  /** Index of `STAGES_OF_DECLARATION`. */
  stage: number;
  title: string;
  text: string;
  next: string;
};

const APPEAL = `如果您不同意，可以向苏木乡镇申请复核，也可以拨打 ${HOTLINE}。情况有变化时，可以重新申报。`;

const RECEIVED: Progress = {
  stage: 0,
  title: '已收到',
  text: '您的申报已经收到，正在安排人员核实。',
  next: '村里和苏木乡镇的工作人员会先打电话，再到家里了解情况，至少两人一起来。',
};

const VISITING: Progress = {
  stage: 1,
  title: '正在入户核实',
  text: '工作人员正在核实情况。',
  next: '请保持电话畅通。工作人员来时，会请您签一份授权书，用于向有关部门核对信息。',
};

const COMPARING: Progress = {
  stage: 1,
  title: '正在核对信息',
  text: '入户核实已经完成，旗县正在和有关部门核对信息。',
  next: '核对完后，继续办理下面的环节，直到旗县审定。',
};

const REVIEWING: Progress = {
  stage: 2,
  title: '正在评议公示',
  text: '嘎查村正在开会评议，或者正在公示。',
  next: '公示期满没有异议，报苏木乡镇审核、旗县审定。',
};

const DECIDING: Progress = {
  stage: 3,
  title: '正在审核审定',
  text: '评议和公示已经完成，正在由苏木乡镇审核、旗县审定。',
  next: '审定后，会公告结果，并由村里告诉您。',
};

const MONITORED: Progress = {
  stage: 4,
  title: '已纳入监测',
  text: '旗县已经审定，纳入监测帮扶。',
  next: '工作人员会和您一起商量帮扶办法，并定期到家里看望。',
};

const NOT_CONFIRMED: Progress = { stage: 4, title: '未纳入', text: '经核实，这次没有纳入监测。', next: APPEAL };

const BY_STATE: Record<State, Progress> = {
  'identification.verification': VISITING,
  'identification.comparison': COMPARING,
  'identification.review': REVIEWING,
  'identification.notice': REVIEWING,
  'identification.township-review': DECIDING,
  'identification.county-approval': DECIDING,
  'identification.announcement': MONITORED,
  'identification.recording': MONITORED,
  monitored: MONITORED,
  'clearing.verification': MONITORED,
  'clearing.comparison': MONITORED,
  'clearing.review': MONITORED,
  'clearing.notice': MONITORED,
  'clearing.township-review': MONITORED,
  'clearing.county-approval': MONITORED,
  'clearing.announcement': MONITORED,
  'clearing.recording': MONITORED,
  cleared: {
    stage: 4,
    title: '风险已消除',
    text: '经过帮扶，已经公告风险消除。',
    next: '工作人员之后还会回访。再遇到困难，请随时重新申报。',
  },
  appeal: {
    stage: 4,
    title: '正在复核',
    text: '复核申请已经收到，苏木乡镇正在复核。',
    next: '复核有结果后，由村里告诉您。',
  },
  'not-confirmed': NOT_CONFIRMED,
  rejected: NOT_CONFIRMED,
  withdrawn: {
    stage: 4,
    title: '已撤回',
    text: '申报已按您家的意思撤回。',
    next: '再遇到困难，请随时重新申报。',
  },
  'moved-away': {
    stage: 4,
    title: '已转出',
    text: '您家已迁往外地，由迁入地继续办理。',
    next: `请向迁入地的村里或苏木乡镇询问，也可以拨打 ${HOTLINE}。`,
  },
  reversed: { ...VISITING, title: '正在重新核实', text: '风险再次出现，工作人员正在重新核实。' },
};

type Standing = { clue: 'open' | 'linked' | 'dismissed'; case?: State | undefined };

export function progressOf({ clue, case: state }: Standing): Progress {
  if (clue === 'dismissed') return NOT_CONFIRMED;
  return state === undefined ? RECEIVED : BY_STATE[state];
}
