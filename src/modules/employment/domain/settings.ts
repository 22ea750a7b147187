// By when and by what employment is looked after. No document gives these numbers for the whole region (domain/registers §8: unverified),
// so each is a setting by region and day; the values here only hold until somebody sets one, and the page says so.

export const EMPLOYMENT_SETTINGS = [
  { key: 'confirm.by', title: '每月几日前完成月确认', unit: '日', fallback: 25 },
  { key: 'confirm.stale', title: '多少天没有确认列为长期未确认', unit: '天', fallback: 62 },
  { key: 'lost.visit', title: '离岗后多少天内走访', unit: '天', fallback: 7 },
  { key: 'lost.season', title: '季节性离岗多少天后仍没有新工作列出', unit: '天', fallback: 120 },
  { key: 'lost.clue', title: '家中无人务工时登记线索（1 登记，0 只提示走访）', unit: '', fallback: 0 },
  { key: 'wish.answer', title: '务工意愿登记后多少天内推荐岗位', unit: '天', fallback: 30 },
  { key: 'yulu.term', title: '雨露计划学生多少天没有发放补助列出', unit: '天', fallback: 240 },
  { key: 'waiting.months', title: '连续歇工几个月列出', unit: '个月', fallback: 2 },
  { key: 'post.age', title: '公益岗位在岗人员满多少周岁列出', unit: '周岁', fallback: 70 },
  { key: 'post.household', title: '一户最多几人在公益岗位', unit: '人', fallback: 1 },
  { key: 'post.term', title: '公益岗位协议最长多少天', unit: '天', fallback: 365 },
  { key: 'post.unpaid', title: '公益岗位多少天没有发放补贴列出', unit: '天', fallback: 62 },
  { key: 'workshop.report', title: '每月几日前报上月车间月报', unit: '日', fallback: 5 },
  { key: 'workshop.stopped', title: '车间连续停工几个月列出', unit: '个月', fallback: 3 },
  { key: 'training.job', title: '培训结束多少天内应当就业', unit: '天', fallback: 365 },
  { key: 'graduate.visit', title: '雨露计划学生毕业后多少天内回访', unit: '天', fallback: 30 },
  { key: 'relief.share', title: '以工代赈劳务报酬占资金的比例不低于', unit: '%', fallback: 15 },
] as const;

export type EmploymentSetting = (typeof EMPLOYMENT_SETTINGS)[number];
export type EmploymentSettingKey = EmploymentSetting['key'];
