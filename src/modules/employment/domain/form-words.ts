// The forms of registers §8, by what they are called on paper. 稳岗就业通报 is a circular.

export const FORM_NAMES = {
  spells: '脱贫人口务工监测台账',
  month: '月度务工情况表',
  posts: '公益岗位台账及考核',
  relief: '以工代赈劳务报酬发放表',
  trainings: '培训花名册',
  yulu: '雨露计划补助花名册',
  graduates: '毕业生就业跟踪表',
} as const;
export type FormKey = keyof typeof FORM_NAMES;
