// Thresholds a screening asks for. Their values are rows with a region and an effective date, never constants; the county's
// own value goes before the league's, the league's before the region's (data contract §5).

import { type KeyedDated, settingsInForce } from '../../../kernel/dated/dated-settings.ts';

/** How a value is written and compared: yuan become fen, ratios ten-thousandths, the rest whole numbers. */
export type ParameterUnit = 'yuan' | 'ratio' | 'days' | 'grade';

export type ParameterDefinition = {
  key: string;
  /** SQL name of the value inside a screening. */
  field: string;
  label: string;
  unit: ParameterUnit;
  /** Used where nobody set a value. Only for what the contract does not give: a missing threshold stops the screening. */
  fallback?: number;
};

export const PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'medical.selfPaid.focus',
    field: 'medical_self_paid_focus',
    label: '重点户合规自付医疗费用警戒线',
    unit: 'yuan',
  },
  {
    key: 'medical.selfPaid.general',
    field: 'medical_self_paid_general',
    label: '一般户合规自付医疗费用警戒线',
    unit: 'yuan',
  },
  { key: 'medical.incomeShare', field: 'medical_income_share', label: '自付费用占纯收入比例', unit: 'ratio' },
  { key: 'water.outageDays', field: 'water_outage_days', label: '窗口期内停水天数', unit: 'days' },
  { key: 'income.line', field: 'income_line', label: '监测范围（人均纯收入）', unit: 'yuan' },
  { key: 'disaster.severity', field: 'disaster_severity', label: '灾情严重程度', unit: 'grade' },
  { key: 'dibao.exitFactor', field: 'dibao_exit_factor', label: '低保退出关注倍数（监测范围的倍数）', unit: 'ratio' },
  { key: 'income.dropRatio', field: 'income_drop_ratio', label: '收入骤降比例（今年与上年之比）', unit: 'ratio' },
  { key: 'income.dropFactor', field: 'income_drop_factor', label: '收入骤降关注倍数（监测范围的倍数）', unit: 'ratio' },
  { key: 'warning.checkDays', field: 'warning_check_days', label: '预警核查期限（天）', unit: 'days', fallback: 10 },
  {
    ...{ key: 'employment.lostDays', field: 'employment_lost_days', unit: 'days', fallback: 0 },
    label: '失去务工：离岗多少天内预警（0 不筛查）',
  },
  {
    ...{ key: 'employment.unconfirmedDays', field: 'employment_unconfirmed_days', unit: 'days', fallback: 0 },
    label: '务工未确认：多少天没有确认预警（0 不筛查）',
  },
  {
    ...{ key: 'loan.overdueDays', field: 'loan_overdue_days_limit', unit: 'days', fallback: 0 },
    label: '贷款逾期：逾期多少天预警（0 不筛查）',
  },
  {
    ...{ key: 'contract.unpaidDays', field: 'contract_unpaid_days_limit', unit: 'days', fallback: 0 },
    label: '联结未兑现：多少天没有兑现预警（0 不筛查）',
  },
  {
    ...{ key: 'workshop.stoppedDays', field: 'workshop_stopped_days_limit', unit: 'days', fallback: 0 },
    label: '车间停工：停工多少天预警（0 不筛查）',
  },
  {
    ...{ key: 'policy.lapsedDays', field: 'policy_lapsed_days_limit', unit: 'days', fallback: 0 },
    label: '防贫保断保：到期多少天没有续保预警（0 不筛查）',
  },
  {
    ...{ key: 'income.registerRatio', field: 'income_register_ratio', unit: 'ratio', fallback: 0 },
    label: '台账收入下降：今年与上年人均之比低于多少预警（0 不筛查）',
  },
  {
    ...{ key: 'intake.refusedShare', field: 'intake_refused_share', unit: 'ratio', fallback: 2000 },
    label: '部门数据待确认：不合要求的行超过的比例',
  },
  {
    ...{ key: 'intake.unmatchedShare', field: 'intake_unmatched_share', unit: 'ratio', fallback: 5000 },
    label: '部门数据待确认：找不到人的行超过的比例',
  },
  {
    ...{ key: 'intake.heldDays', field: 'intake_held_days', unit: 'days', fallback: 15 },
    label: '部门数据待确认：最多保留天数，到期自动撤回并清除文件',
  },
];

export const PARAMETER_SCALE: Record<ParameterUnit, number> = { yuan: 100, ratio: 10_000, days: 1, grade: 1 };

export function findParameter(key: string): ParameterDefinition | undefined {
  return PARAMETERS.find((parameter) => parameter.key === key);
}

export type ParameterRow = KeyedDated & { value: number };

/** The value in force for a county (six digits) on a day. */
export function resolveParameter(
  rows: readonly ParameterRow[],
  countyCode: number,
  key: string,
  asOf: string,
): number | undefined {
  return settingsInForce(rows, countyCode * 1_000_000, asOf).get(key)?.value ?? findParameter(key)?.fallback;
}

const LIMITS: Record<ParameterUnit, { low: number; high: number; whole: boolean }> = {
  yuan: { low: 0, high: 10_000_000, whole: false },
  ratio: { low: 0, high: 100, whole: false },
  days: { low: 0, high: 3650, whole: true },
  grade: { low: 1, high: 4, whole: true },
};

/** What a value may be; undefined when it is fine. */
export function refuseValue(
  parameter: ParameterDefinition,
  value: number,
): { low: number; high: number; whole: boolean } | undefined {
  const limits = LIMITS[parameter.unit];
  const fits = value >= limits.low && value <= limits.high && (!limits.whole || Number.isInteger(value));
  return fits ? undefined : limits;
}
