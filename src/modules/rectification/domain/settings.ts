// By when a problem is claimed, planned, fixed and checked, and which level closes what came from where. No document gives these for the
// whole region (registers §18: unverified), so each is a setting by region and day; the values here hold until somebody sets one.

import { PROBLEM_SOURCES, type ProblemSource } from './sources.ts';

/** Sources whose problems the county itself receives; the others come through the region. */
const OF_COUNTY: ReadonlySet<ProblemSource> = new Set(['self-check', 'petition', 'hotline-12317', 'media']);

const LEVELS = (Object.keys(PROBLEM_SOURCES) as ProblemSource[]).map((source) => ({
  key: `level.${source}` as const,
  title: `“${PROBLEM_SOURCES[source]}”的问题由哪级销号（1 旗县、2 盟市、3 自治区）`,
  fallback: OF_COUNTY.has(source) ? 1 : 3,
}));

const DAYS = [
  { key: 'days.claim', title: '分办后多少个工作日内认领', fallback: 3 },
  { key: 'days.plan', title: '认领后多少个工作日内报整改方案', fallback: 7 },
  { key: 'days.at-once', title: '立行立改的问题多少天内整改完成', fallback: 15 },
  { key: 'days.submit', title: '整改时限前多少天报验收', fallback: 10 },
  { key: 'days.check', title: '每级验收不超过多少天', fallback: 10 },
  { key: 'days.red', title: '超过时限多少天由黄牌转为红牌', fallback: 30 },
  { key: 'cards.red', title: '几张未解除的黄牌转为红牌', fallback: 2 },
  { key: 'months.dated', title: '限期整改的时限不超过几个月', fallback: 3 },
  { key: 'months.reopen', title: '销号后几个月内可以重新启动', fallback: 12 },
  { key: 'months.review', title: '长期整改的问题几个月复查一次', fallback: 12 },
] as const;

export const RECTIFICATION_SETTINGS = [...DAYS, ...LEVELS];
export type RectificationSettingKey = (typeof RECTIFICATION_SETTINGS)[number]['key'];

/** What a value may be: a level is one of three. */
export function isFitting(key: RectificationSettingKey, value: number): boolean {
  return key.startsWith('level.') ? value >= 1 && value <= 3 : value >= 0;
}
