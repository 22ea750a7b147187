// The forms of registers §7 about who carries whom, by what they are called on paper.

export const FORM_NAMES = {
  leading: '龙头企业带动台账',
  contracts: '利益联结协议台账',
  payouts: '分红（兑现）花名册',
} as const;
export type FormKey = keyof typeof FORM_NAMES;
