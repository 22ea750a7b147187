// States of a case: where a household stands between its first clue and the end of its risk. Identification and clearing
// walk through the same steps; which of them, and in which order, the county's process template says.

export const STEPS = [
  'verification',
  'comparison',
  'review',
  'notice',
  'township-review',
  'county-approval',
  'announcement',
  'recording',
] as const;
export type Step = (typeof STEPS)[number];

export const STEP_NAMES: Record<Step, string> = {
  verification: '入户核实',
  comparison: '信息比对',
  review: '民主评议',
  notice: '公示',
  'township-review': '乡镇审核',
  'county-approval': '旗县审定',
  announcement: '公告',
  recording: '录入建档',
};

export const WALKS = ['identification', 'clearing'] as const;
/** Which of the two ways through the steps: into monitoring, or out of it. */
export type Walk = (typeof WALKS)[number];
export const WALK_NAMES: Record<Walk, string> = { identification: '识别', clearing: '风险消除' };

export const ENDINGS = ['not-confirmed', 'rejected', 'withdrawn', 'moved-away', 'reversed'] as const;
export type Ending = (typeof ENDINGS)[number];

export type State = `${Walk}.${Step}` | 'monitored' | 'cleared' | 'appeal' | Ending;

export const STATES: readonly State[] = [
  ...STEPS.map((step) => `identification.${step}` as const),
  'monitored',
  ...STEPS.map((step) => `clearing.${step}` as const),
  'cleared',
  'appeal',
  ...ENDINGS,
];

const REST: Record<Exclude<State, `${Walk}.${Step}`>, string> = {
  monitored: '监测帮扶中',
  cleared: '风险已消除',
  appeal: '复核中',
  'not-confirmed': '线索不属实',
  rejected: '不予纳入',
  withdrawn: '农户撤回',
  'moved-away': '迁出',
  reversed: '风险回退',
};

export const STATE_NAMES = Object.fromEntries(
  STATES.map((state) => {
    const at = stepOf(state);
    return [
      state,
      at ? `${at.walk === 'clearing' ? '消除' : ''}${STEP_NAMES[at.step]}` : REST[state as keyof typeof REST],
    ];
  }),
) as Record<State, string>;

export function stepOf(state: State): { walk: Walk; step: Step } | undefined {
  const [walk, step] = state.split('.') as [Walk, Step | undefined];
  return step ? { walk, step } : undefined;
}

export function isEnding(state: State): state is Ending {
  return ENDINGS.some((ending) => ending === state);
}

export const TURNS = ['village', 'township', 'county'] as const;
/** Whose turn it is: the level that has to do the next thing. */
export type Turn = (typeof TURNS)[number];
export const TURN_NAMES: Record<Turn, string> = { village: '嘎查村', township: '苏木乡镇', county: '旗县' };

export const TURN_OF_STEP: Record<Step, Turn> = {
  verification: 'village',
  comparison: 'county',
  review: 'village',
  notice: 'village',
  'township-review': 'township',
  'county-approval': 'county',
  announcement: 'township',
  recording: 'township',
};
