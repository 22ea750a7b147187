// The forms of registers §10, by what they are called on paper.

export const FORM_NAMES = {
  sites: '安置点基本情况台账',
  households: '搬迁户花名册',
  measures: '后续扶持措施台账',
  quarter: '就业季报',
  jobless: '零就业家庭清零表',
  risks: '安置区风险台账',
} as const;
export type FormKey = keyof typeof FORM_NAMES;
