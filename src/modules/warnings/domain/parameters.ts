// Thresholds a screening asks for. Their values are rows with a region and an effective date, never constants; the county's
// own value goes before the league's, the league's before the region's (data contract §5).

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
  { key: 'income.line', field: 'income_line', label: '监测范围(人均纯收入)', unit: 'yuan' },
  { key: 'disaster.severity', field: 'disaster_severity', label: '灾情严重程度', unit: 'grade' },
  { key: 'dibao.exitFactor', field: 'dibao_exit_factor', label: '低保退出关注倍数(监测范围的倍数)', unit: 'ratio' },
  { key: 'income.dropRatio', field: 'income_drop_ratio', label: '收入骤降比例(今年与上年之比)', unit: 'ratio' },
  { key: 'income.dropFactor', field: 'income_drop_factor', label: '收入骤降关注倍数(监测范围的倍数)', unit: 'ratio' },
  { key: 'warning.checkDays', field: 'warning_check_days', label: '预警核查期限(天)', unit: 'days', fallback: 10 },
];

export const PARAMETER_SCALE: Record<ParameterUnit, number> = { yuan: 100, ratio: 10_000, days: 1, grade: 1 };

export function findParameter(key: string): ParameterDefinition | undefined {
  return PARAMETERS.find((parameter) => parameter.key === key);
}

export type ParameterRow = { regionCode: number; key: string; value: number; effectiveFrom: string };

/** The value in force for a county on a day: own, else league's, else region's; at one level the newest effective. */
export function resolveParameter(
  rows: readonly ParameterRow[],
  countyCode: number,
  key: string,
  asOf: string,
): number | undefined {
  const county = countyCode * 1_000_000;
  const league = Math.floor(countyCode / 100) * 100_000_000;
  const region = Math.floor(countyCode / 10_000) * 10_000_000_000;
  for (const code of [county, league, region]) {
    const own = rows
      .filter((row) => row.key === key && row.regionCode === code && row.effectiveFrom <= asOf)
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
    if (own) return own.value;
  }
  return findParameter(key)?.fallback;
}
