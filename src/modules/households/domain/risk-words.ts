// What may throw a household back (handbook §1.1): one list for cases, statuses, measures and visits.

export const RISK_NAMES = {
  illness: '因病',
  disability: '因残',
  schooling: '因学',
  disaster: '因自然灾害',
  accident: '因意外事故',
  'project-failure': '因产业项目失败',
  'unstable-job': '因务工就业不稳',
  'no-labour': '缺劳动力',
  housing: '因安全住房',
  water: '因安全饮水',
  other: '其他',
} as const;
export type Risk = keyof typeof RISK_NAMES;
export const RISKS = Object.keys(RISK_NAMES) as [Risk, ...Risk[]];
