// Where problems come from.

export const PROBLEM_SOURCES = {
  'national-assessment': '国家考核评估',
  'state-council': '国务院大督查',
  'central-office': '中办督查',
  audit: '审计',
  inspection: '巡视巡察',
  'region-inspection': '自治区督查',
  'self-check': '自查',
  petition: '信访',
  'hotline-12317': '12317',
  media: '媒体',
} as const;

export type ProblemSource = keyof typeof PROBLEM_SOURCES;
