// What figures read besides registers: thresholds and settings, and a roster of a department.

export const PARAMETERS: { region: string; effectiveFrom: string; values: Record<string, number | string> }[] = [
  { region: '150000000000', effectiveFrom: '2020-01-01', values: { 'income.line': 7000, 'relapse.mass': 0.5 } },
  { region: '150981000000', effectiveFrom: '2022-06-01', values: { 'garbage.day': 'year-end' } },
];

/** The same person twice, months before and after, and people of no household that counts. */
export const ROSTER = `证件号码,姓名,名册月份,月保障金额
150923198001010023,王秀英,2022-05,400
150923198001010023,王秀英,2022-05,400
150923198304040018,李海龙,2022-05,400
150923198203030023,其其格,2022-04,400
152222198506060012,包永胜,2022-04,400
152222198506060012,包永胜,2022-06,400`;
