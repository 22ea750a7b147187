// Facts: one wide row of numbers per household and as-of date. Rules speak of these and of nothing else, so a changed
// threshold is one scan of facts. How each is computed stands in `server/fact-sources.ts` under the same name.

export type FactUnit = 'fen' | 'persons' | 'days' | 'grade' | 'yes-no' | 'count';

export type FactDefinition = { name: string; label: string; unit: FactUnit };

export const FACTS: readonly FactDefinition[] = [
  { name: 'lifted', label: '脱贫户', unit: 'yes-no' },
  { name: 'monitored', label: '在监测', unit: 'yes-no' },
  { name: 'focus', label: '重点户（脱贫户或在监测）', unit: 'yes-no' },
  { name: 'member_count', label: '家庭人口', unit: 'persons' },
  { name: 'net_fen', label: '纯收入', unit: 'fen' },
  { name: 'gross_fen', label: '四项收入合计', unit: 'fen' },
  { name: 'business_fen', label: '生产经营性收入', unit: 'fen' },
  { name: 'previous_net_fen', label: '上年纯收入', unit: 'fen' },
  { name: 'medical_self_paid_fen', label: '近 12 个月合规自付医疗费用', unit: 'fen' },
  { name: 'pupils_missing', label: '义务教育适龄未在校人数', unit: 'persons' },
  { name: 'housing_grade', label: '最近一次住房鉴定等级（1 A … 4 D）', unit: 'grade' },
  { name: 'water_outage_days', label: '窗口期内停水天数', unit: 'days' },
  { name: 'severe_certificates', label: '窗口期内新发一、二级残疾证', unit: 'count' },
  { name: 'jobless_without_worker', label: '失业返乡且家中无其他人务工的人数', unit: 'persons' },
  { name: 'dibao_after_death', label: '已故仍在低保名册的人数', unit: 'persons' },
  { name: 'uninsured_members', label: '未参加医疗保险的在世成员数（只统计重点户）', unit: 'persons' },
  { name: 'disaster_severity', label: '窗口期内最重灾情', unit: 'grade' },
  { name: 'dibao_before', label: '上月在低保名册的人数', unit: 'persons' },
  { name: 'dibao_now', label: '本月在低保名册的人数', unit: 'persons' },
  { name: 'job_ended_days', label: '离岗而家中无人在岗的天数（务工台账）', unit: 'days' },
  { name: 'job_unconfirmed_days', label: '在岗成员最久没有确认的天数', unit: 'days' },
  { name: 'loan_overdue_days', label: '小额信贷逾期天数', unit: 'days' },
  { name: 'contract_unpaid_days', label: '利益联结协议没有兑现的天数', unit: 'days' },
  { name: 'workshop_stopped_days', label: '成员所在帮扶车间停工天数', unit: 'days' },
  { name: 'policy_lapsed_days', label: '所在旗县防贫保断保天数', unit: 'days' },
  { name: 'register_head_fen', label: '家庭收支台账最近一年人均纯收入', unit: 'fen' },
  { name: 'register_last_head_fen', label: '家庭收支台账上年人均纯收入', unit: 'fen' },
];

export function findFact(name: string): FactDefinition | undefined {
  return FACTS.find((fact) => fact.name === name);
}
