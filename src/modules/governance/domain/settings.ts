// By when points hold and are shown. No document gives these days for the whole region (registers §17: unverified), so each is a
// setting by region and day; the values here only hold until somebody sets one.

export const GOVERNANCE_SETTINGS = [
  { key: 'points.objection', title: '记分满多少天无异议后可以兑换', fallback: 5 },
  { key: 'points.publish', title: '记分后多少天内公示', fallback: 31 },
  { key: 'points.reset', title: '积分办法没有写清零规则时（0 不清零，1 年末，4 季末）', fallback: 0 },
  { key: 'credit.ending', title: '信用评定到期前多少天列出', fallback: 30 },
] as const;

/** How many periods of a year end with a reset. */
const RESETS: Readonly<Record<number, ResetRule>> = { 0: 'none', 1: 'yearly', 4: 'quarterly' };
export type ResetRule = 'none' | 'yearly' | 'quarterly';

export const RESET_NAMES: Record<ResetRule, string> = { none: '不清零', yearly: '年末清零', quarterly: '季末清零' };

export const resetOf = (value: number): ResetRule => RESETS[value] ?? 'none';

/** Whether a setting may have the value. */
export function isFitting(key: GovernanceSettingKey, value: number): boolean {
  return key !== 'points.reset' || value in RESETS;
}

export type GovernanceSettingKey = (typeof GOVERNANCE_SETTINGS)[number]['key'];
