// From when on an income is looked into. No document gives these for the whole region (registers §8 names 30 % as unverified), so
// each is a setting by region and day; the values here only hold until somebody sets one, and the page says so.

/** Shares in ten-thousandths. */
export const INCOME_SETTINGS = [
  { key: 'fell.share', title: '人均纯收入比上年下降多少列出', fallback: 2000 },
  { key: 'wages.differ', title: '工资性收入与务工台账相差多少列出', fallback: 3000 },
] as const;

export type IncomeSettingKey = (typeof INCOME_SETTINGS)[number]['key'];
