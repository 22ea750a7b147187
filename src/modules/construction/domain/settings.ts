// By when what is broken is put right, and when ground is frozen. No document gives these days for the whole region (registers §16:
// unverified), so each is a setting by region and day; the values here only hold until somebody sets one.

export const CONSTRUCTION_SETTINGS = [
  { key: 'issue.at-once', title: '立行立改的整改天数', fallback: 15 },
  { key: 'issue.by-date', title: '限期整改的最长天数', fallback: 180 },
  { key: 'frost.from', title: '冻期开始（月日，如 1101）', fallback: 1101 },
  { key: 'frost.until', title: '冻期结束（月日，如 415）', fallback: 415 },
  { key: 'look.after-frost', title: '冻期结束后多少天内回头看', fallback: 45 },
  { key: 'work.check', title: '环境设施两次巡查最多间隔天数', fallback: 183 },
] as const;

export type ConstructionSettingKey = (typeof CONSTRUCTION_SETTINGS)[number]['key'];

const FROST = ['frost.from', 'frost.until'];

/** Whether a number is a day of the year, as 1101. */
export function isMonthDay(value: number): boolean {
  const [month, day] = [Math.floor(value / 100), value % 100];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2021, month, 0)).getUTCDate();
}

/** Days are days, and the ends of the frost are days of the year. */
export function isSettingValue(key: ConstructionSettingKey, value: number): boolean {
  return FROST.includes(key) ? isMonthDay(value) : value >= 1;
}
