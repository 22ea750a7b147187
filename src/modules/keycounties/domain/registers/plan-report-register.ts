// 实施方案进展. What a key county says of its plan twice a year, and that the region looked at it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, link, longText, moneyWan, reference, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { REPORT_STATES } from '../states.ts';

export const planReportRegister = defineRegister({
  code: 'key-county-reports',
  title: '实施方案进展',
  record: 'key-county-report',
  slice: 'keycounties',
  table: 'key_county_reports',
  unit: '份',
  place: 'county',
  key: ['planNumber', 'period'],
  fields: {
    planNumber: reference('方案编号', 'key-county-plans', { required: true, role: 'gives-place', list: true }),
    period: text('报告期', { required: true, list: true, find: true, hint: '上半年填 2022-H1，全年填 2022-H2' }),
    reportedOn: day('报告日期', { required: true, role: 'since', list: true }),
    progressText: longText('进展情况', { required: true, list: true }),
    investedFen: moneyWan('累计完成投资', { list: true }),
    issue: longText('存在问题', { list: true }),
    evidence: link('佐证'),
    checkedOn: day('核查日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'reportedOn', later: 'checkedOn' }],
  states: REPORT_STATES,
  roles: OFFICE_REGISTER,
});

export type PlanReport = RowOf<typeof planReportRegister>;
