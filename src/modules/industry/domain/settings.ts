// By when loans, products and titles are looked after. No document gives these days for the whole region (domain/registers §7: unverified), so each is a setting
// by region and day; the values here only hold until somebody sets one, and the page says so.

export const INDUSTRY_SETTINGS = [
  { key: 'loan.answer', title: '贷款申请多少天内评级授信、放款', unit: '天', fallback: 30 },
  { key: 'loan.check', title: '放款后多少天内核查用途', unit: '天', fallback: 30 },
  { key: 'loan.due', title: '到期前多少天列出', unit: '天', fallback: 90 },
  { key: 'loan.overdue', title: '逾期后多少天内登记跟进', unit: '天', fallback: 7 },
  { key: 'product.ending', title: '帮扶产品到期前多少天提醒', unit: '天', fallback: 60 },
  { key: 'title.monitor', title: '称号认定或上次监测后多少天内再监测', unit: '天', fallback: 730 },
] as const;

export type IndustrySettingKey = (typeof INDUSTRY_SETTINGS)[number]['key'];
