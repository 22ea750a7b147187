// By when points hold and are shown. No document gives these days for the whole region (registers §17: unverified), so each is a
// setting by region and day; the values here only hold until somebody sets one.

export const GOVERNANCE_SETTINGS = [
  { key: 'points.objection', title: '记分满多少天无异议后可以兑换', fallback: 5 },
  { key: 'points.publish', title: '记分后多少天内公示', fallback: 31 },
  { key: 'credit.ending', title: '信用评定到期前多少天列出', fallback: 30 },
] as const;

export type GovernanceSettingKey = (typeof GOVERNANCE_SETTINGS)[number]['key'];
