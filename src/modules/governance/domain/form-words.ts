// The forms of registers §17, by what they are called on paper.

export const FORM_NAMES = {
  rules: '积分管理细则',
  ledger: '积分台账',
  published: '积分公示表',
  exchanges: '兑换登记表',
  credit: '信用户评定表',
  customs: '红白事报备表',
  pilots: '试点名录',
} as const;
export type FormKey = keyof typeof FORM_NAMES;
