// What a calculation sheet asks a family, in its own words: how many sold, at what price, how many days worked. Each line belongs to
// one column of 家庭收支; which of the four incomes it is, the program knows and nobody at the kitchen table has to.

export type SheetPart = 'wage' | 'business' | 'property' | 'transfer' | 'cost' | 'claim' | 'selfPaid';

export type SheetItem = {
  part: SheetPart;
  /** As the family says it. */
  title: string;
  /** What is counted, and what one of it is called; left out where only the sum of the year is asked. */
  unit?: string;
  /** The price of one. */
  price?: string;
};

export const PART_NAMES: Readonly<Record<SheetPart, string>> = {
  wage: '打工挣的',
  business: '养的种的卖的',
  property: '出租、分红得的',
  transfer: '国家补的、家里人给的',
  cost: '养和种花掉的',
  claim: '保险赔的',
  selfPaid: '看病自己掏的',
};

export const SHEET_ITEMS = {
  'away-days': { part: 'wage', title: '外出打工', unit: '天', price: '一天多少钱' },
  'monthly-pay': { part: 'wage', title: '按月领工资', unit: '个月', price: '一个月多少钱' },
  'near-days': { part: 'wage', title: '在附近打零工', unit: '天', price: '一天多少钱' },
  'public-post': { part: 'wage', title: '公益岗位', unit: '个月', price: '一个月多少钱' },
  sheep: { part: 'business', title: '卖羊', unit: '只', price: '一只多少钱' },
  cattle: { part: 'business', title: '卖牛', unit: '头', price: '一头多少钱' },
  'other-stock': { part: 'business', title: '卖其他牲畜', unit: '头', price: '一头多少钱' },
  wool: { part: 'business', title: '卖羊毛、羊绒', unit: '斤', price: '一斤多少钱' },
  milk: { part: 'business', title: '卖奶、奶食', unit: '斤', price: '一斤多少钱' },
  grain: { part: 'business', title: '卖粮食', unit: '斤', price: '一斤多少钱' },
  'other-crops': { part: 'business', title: '卖草料、蔬菜等', unit: '斤', price: '一斤多少钱' },
  'own-use': { part: 'business', title: '自家吃用的肉、粮、奶，按市价' },
  trade: { part: 'business', title: '小买卖、手艺、跑运输', unit: '个月', price: '一个月进账多少' },
  'pasture-let': { part: 'property', title: '草场租给别人', unit: '亩', price: '一亩多少钱' },
  'land-let': { part: 'property', title: '耕地租给别人', unit: '亩', price: '一亩多少钱' },
  shares: { part: 'property', title: '入股、资产收益分红' },
  'other-property': { part: 'property', title: '利息、房租等' },
  dibao: { part: 'transfer', title: '低保金', unit: '个月', price: '一个月多少钱' },
  pension: { part: 'transfer', title: '养老金', unit: '个月', price: '一个月多少钱' },
  grassland: { part: 'transfer', title: '草原补奖' },
  farming: { part: 'transfer', title: '种粮、良种、农机补贴' },
  schooling: { part: 'transfer', title: '上学的补助' },
  disability: { part: 'transfer', title: '残疾人补贴', unit: '个月', price: '一个月多少钱' },
  family: { part: 'transfer', title: '儿女、亲戚给的' },
  'other-transfer': { part: 'transfer', title: '其他补助' },
  'feed-bought': { part: 'cost', title: '买草、买料' },
  'stock-bought': { part: 'cost', title: '买牲畜', unit: '头', price: '一头多少钱' },
  seed: { part: 'cost', title: '买种子、化肥、农药' },
  vet: { part: 'cost', title: '防疫、配种、兽医' },
  'land-rented': { part: 'cost', title: '租草场、租地', unit: '亩', price: '一亩多少钱' },
  hired: { part: 'cost', title: '雇人', unit: '天', price: '一天多少钱' },
  machines: { part: 'cost', title: '油钱、电费、机械' },
  'other-cost': { part: 'cost', title: '其他生产花费' },
  claim: { part: 'claim', title: '农牧业保险、防贫保赔付' },
  'self-paid': { part: 'selfPaid', title: '看病住院报销后自己付的' },
} as const satisfies Record<string, SheetItem>;

export type SheetItemKey = keyof typeof SHEET_ITEMS;
export const ITEM_KEYS = Object.keys(SHEET_ITEMS) as [SheetItemKey, ...SheetItemKey[]];

export function sheetItem(key: SheetItemKey): SheetItem {
  return SHEET_ITEMS[key];
}
