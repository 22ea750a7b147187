// Numbers of village teams. None of them was found for the region (registers §15: unverified), so each is a setting by region and
// day; the values here only hold until somebody sets one.

export const TEAM_SETTINGS = [
  { key: 'month.days', title: '每月在岗天数', fallback: 20 },
  { key: 'year.days', title: '每年在岗天数', fallback: 200 },
  { key: 'leave.township', title: '乡镇可批准的请假天数，超过的由旗县批准', fallback: 3 },
  { key: 'leave.long', title: '一次请假满多少天算长期请假', fallback: 30 },
  { key: 'gap.days', title: '离任后多少天内补派', fallback: 15 },
  { key: 'confirm.days', title: '月底后多少天内确认考勤', fallback: 5 },
  { key: 'care.days', title: '到任后多少天内办好保险和体检', fallback: 30 },
  { key: 'diary.late', title: '日志过多少天算迟写', fallback: 3 },
  { key: 'diary.same', title: '日志与以前的重复到百分之几作提示', fallback: 90 },
  { key: 'position.months', title: '打卡位置保存的月数', fallback: 6 },
  { key: 'far.km', title: '一小时内两次打卡相距多少公里作提示', fallback: 100 },
  { key: 'weight.days', title: '驻村时间的权重', fallback: 25 },
  { key: 'weight.economy', title: '集体经济发展的权重', fallback: 25 },
  { key: 'weight.villagers', title: '群众评价的权重', fallback: 25 },
  { key: 'weight.results', title: '工作实效的权重', fallback: 25 },
  { key: 'economy.base', title: '集体经济经营性收入没有增减时的得分', fallback: 60 },
  { key: 'economy.growth', title: '经营性收入增长百分之几得满分', fallback: 10 },
  { key: 'ballot.least', title: '测评满多少票才显示结果', fallback: 10 },
  { key: 'grade.excellent', title: '优秀的最低分', fallback: 90 },
  { key: 'grade.good', title: '称职的最低分', fallback: 75 },
  { key: 'grade.basic', title: '基本称职的最低分', fallback: 60 },
  { key: 'excellent.share', title: '优秀占参加考核人数的百分比上限', fallback: 25 },
  { key: 'absent.good', title: '缺岗几天不得评为优秀', fallback: 1 },
  { key: 'absent.basic', title: '缺岗几天最高基本称职', fallback: 2 },
  { key: 'absent.poor', title: '缺岗几天不称职', fallback: 3 },
  { key: 'deduct.talk', title: '约谈一次扣分', fallback: 2 },
  { key: 'deduct.warning', title: '警示一次扣分', fallback: 5 },
  { key: 'deduct.recall', title: '召回扣分', fallback: 20 },
] as const;

export type TeamSettingKey = (typeof TEAM_SETTINGS)[number]['key'];
/** The numbers in force somewhere on a day. */
export type TeamSettings = (key: TeamSettingKey) => number;

/** `12 天`, `25%`: how a value is said. */
export function settingWords(key: string, value: number): string {
  if (key.startsWith('weight.') || key.startsWith('grade.') || key.startsWith('deduct.') || key === 'economy.base')
    return `${value} 分`;
  if (key === 'diary.same' || key === 'excellent.share' || key === 'economy.growth') return `${value}%`;
  if (key === 'position.months') return `${value} 个月`;
  if (key === 'far.km') return `${value} 公里`;
  return key === 'ballot.least' ? `${value} 票` : `${value} 天`;
}
