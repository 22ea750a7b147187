// What pairings are held to. Registers §12 gives the numbers as unverified, so each is a setting by region and day; the values here
// only hold until somebody sets one, and the page says so.

/** `unit`: counted as; a day of the year is written as month and day in one number: 331 is 31 March. */
export const PAIRING_SETTINGS = [
  { key: 'firms.least', title: '每个重点旗县至少几家民营企业', unit: '家', fallback: 3 },
  { key: 'cadre.villages', title: '一名干部最多包联几个嘎查村', unit: '个', fallback: 2 },
  { key: 'deed.months', title: '多少个月没有帮扶记录列出', unit: '个月', fallback: 12 },
  { key: 'plan.by', title: '年度计划报送截止', unit: '月日', fallback: 331 },
  { key: 'half.by', title: '半年帮扶报告报送截止', unit: '月日', fallback: 710 },
  { key: 'year.by', title: '年度帮扶报告报送截止', unit: '月日', fallback: 1220 },
  { key: 'leader.visits', title: '省级领导每年至少到旗县', unit: '次', fallback: 2 },
  { key: 'unit.visits', title: '包联单位每季度至少到村', unit: '次', fallback: 1 },
  { key: 'fund.by', title: '协作资金到位截止', unit: '月日', fallback: 630 },
  { key: 'quarter.days', title: '季度结束后多少天内向北京报送进展', unit: '天', fallback: 10 },
  { key: 'agreement.by', title: '协议任务核查截止', unit: '月日', fallback: 1031 },
  { key: 'self.by', title: '协作年度自评截止', unit: '月日', fallback: 1215 },
  { key: 'successor.days', title: '结束后多少天内接续', unit: '天', fallback: 30 },
] as const;

export type PairingSettingKey = (typeof PAIRING_SETTINGS)[number]['key'];

const DAY_KEYS: readonly string[] = PAIRING_SETTINGS.filter(({ unit }) => unit === '月日').map(({ key }) => key);

/** Whether the number can be meant: a day of the year is one of every year, so no 29 February. */
export function isPossibleSetting(key: string, value: number): boolean {
  if (!DAY_KEYS.includes(key)) return true;
  const [month, day] = [Math.floor(value / 100), value % 100];
  const made = new Date(Date.UTC(2021, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** 331 → 3 月 31 日. */
export function settingText({ unit, value }: { unit: string; value: number }): string {
  return unit === '月日' ? `${Math.floor(value / 100)} 月 ${value % 100} 日` : `${value} ${unit}`;
}

/** 331 of 2022 → 2022-03-31. */
export function dayOfYear(year: number, value: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}-${two(Math.floor(value / 100))}-${two(value % 100)}`;
}
