// The forms of registers §7 that industry keeps, by what they are called on paper.

export const FORM_NAMES = {
  workshops: '帮扶车间台账',
  months: '帮扶车间月报',
  loans: '小额信贷台账',
  overdue: '小额信贷逾期清单',
  subsidy: '小额信贷贴息花名册',
  courtyards: '庭院经济台账',
  products: '帮扶产品目录',
  sales: '消费帮扶销售月报',
} as const;
export type FormKey = keyof typeof FORM_NAMES;
