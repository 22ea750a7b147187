// Terms and thresholds of rounds. No document gives them for the whole region (domain/registers §1: unverified), so each is a setting by region and day.

export const SWEEP_SETTINGS = [
  { key: 'retry', title: '未见到的农牧户多少天内补访', fallback: 7 },
  { key: 'recheck', title: '轮次结束后多少天内完成复核', fallback: 15 },
  { key: 'sample.least', title: '每个嘎查村至少复核多少户', fallback: 5 },
  { key: 'error.most', title: '差错率超过百分之多少应重做', fallback: 5 },
  { key: 'new.days', title: '识别不超过多少天的算新识别', fallback: 92 },
  { key: 'stale.days', title: '纳入超过多少天未消除的算久未消除', fallback: 365 },
  { key: 'explained.days', title: '属实说明多少天内有效', fallback: 365 },
  { key: 'desk.hour', title: '一人一小时核查超过多少户应查实', fallback: 12 },
] as const;

export type SweepSettingKey = (typeof SWEEP_SETTINGS)[number]['key'];
