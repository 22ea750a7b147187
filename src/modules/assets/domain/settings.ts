// By when assets are looked after. No document gives these days for the whole region (domain/registers §6: unverified), so each is a
// setting by region and day; the values here only hold until somebody sets one, and the page says so.

export const ASSET_SETTINGS = [
  { key: 'contract.ending', title: '经营合同到期前多少天列出', fallback: 60 },
  { key: 'rent.overdue', title: '收益应收日期过后多少天催收', fallback: 30 },
  { key: 'registered.late', title: '项目验收后多少天内登记资产', fallback: 30 },
] as const;

export type AssetSettingKey = (typeof ASSET_SETTINGS)[number]['key'];
