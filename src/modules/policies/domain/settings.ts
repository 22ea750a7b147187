// By when tasks are told of. No document gives these days for the whole region (domain/registers §13, §14: unverified), so each is a setting by region and day.

export const POLICY_SETTINGS = [
  { key: 'task.soon', title: '完成时限前多少天列为快到期', fallback: 30 },
  { key: 'task.accept', title: '任务下达后多少天内承接', fallback: 5 },
  { key: 'report.late', title: '报告期结束后多少天内报告', fallback: 10 },
  { key: 'group.meets', title: '领导小组至少多少天专题研究一次', fallback: 91 },
  { key: 'post.reports', title: '书记年末前多少天完成述职', fallback: 0 },
  { key: 'post.vacant', title: '责任岗位空缺超过多少天上报', fallback: 15 },
] as const;

export type PolicySettingKey = (typeof POLICY_SETTINGS)[number]['key'];
