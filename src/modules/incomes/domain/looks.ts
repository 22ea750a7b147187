// What a list of incomes is looked through for. The last three hold incomes against what other registers say was paid.

export const LOOKS = [
  'all',
  'missing',
  'fell',
  'below-line',
  'negative',
  'wages-differ',
  'dibao-left-out',
  'shares-left-out',
] as const;
export type Look = (typeof LOOKS)[number];

export const LOOK_NAMES: Record<Look, string> = {
  all: '全部',
  missing: '没有收支',
  fell: '人均下降',
  'below-line': '低于监测范围',
  negative: '纯收入为负',
  'wages-differ': '工资与务工不符',
  'dibao-left-out': '少计低保金',
  'shares-left-out': '少计分红',
};

/** What each asks of whoever reads it. */
export const LOOK_DEEDS: Record<Look, string> = {
  all: '',
  missing: '年末是脱贫户而没有当年收支的，逐户补采。',
  fell: '人均纯收入比上年下降达到规定比例的，核实原因；有返贫风险的报线索。',
  'below-line': '人均纯收入低于监测范围的，核实后报线索。',
  negative: '纯收入为负的，核对生产经营性支出是否多计。',
  'wages-differ': '务工台账算出的工资与填报的工资性收入相差超过规定比例的，核对务工时间和工资。',
  'dibao-left-out': '低保名册当年发放合计大于填报的转移性收入的，补计低保金。',
  'shares-left-out': '当年利益联结和分红发放合计大于填报的财产性和生产经营性收入的，补计分红。',
};

export const CAUSES = ['wage', 'business', 'property', 'transfer', 'cost', 'unknown'] as const;
/** Which part of an income fell most. */
export type Cause = (typeof CAUSES)[number];
export const CAUSE_NAMES: Record<Cause, string> = {
  wage: '工资减少',
  business: '生产经营收入减少',
  property: '财产性收入减少',
  transfer: '转移性收入减少',
  cost: '生产支出增加',
  unknown: '没有上年构成',
};
