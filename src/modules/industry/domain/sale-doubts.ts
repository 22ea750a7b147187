// What keeps a sale from counting as one of assisted products (registers §7, trap 5).

export const SALE_DOUBTS = ['no-product', 'not-yet', 'lapsed'] as const;
export type SaleDoubt = (typeof SALE_DOUBTS)[number];

export const SALE_DOUBT_NAMES: Record<SaleDoubt, string> = {
  'no-product': '不在帮扶产品目录',
  'not-yet': '认定前的销售',
  lapsed: '认定已到期或取消',
};
