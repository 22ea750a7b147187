// 结对帮扶报告. What a helper says of half a year or of the year, and who looked at it: never who said it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, link, longText, reference, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { REPORT_STATES } from '../pairing-states.ts';

export const pairingReportRegister = defineRegister({
  code: 'pairing-reports',
  title: '结对帮扶报告',
  record: 'pairing-report',
  slice: 'pairing',
  table: 'pairing_reports',
  unit: '份',
  place: 'region',
  key: ['pairingNumber', 'period'],
  fields: {
    pairingNumber: reference('结对编号', 'pairings', { required: true, role: 'gives-place', list: true }),
    period: text('报告期', { required: true, list: true, find: true, hint: '半年报填 2022-H1，年报填 2022' }),
    reportedOn: day('报告日期', { required: true, role: 'since', list: true }),
    progressText: longText('帮扶情况', { required: true, list: true }),
    issue: longText('存在问题', { list: true }),
    evidence: link('报告文件'),
    checkedOn: day('审核日期', { list: true }),
  },
  checks: [
    { check: 'order', earlier: 'pairingNumber.startedOn', later: 'reportedOn' },
    { check: 'order', earlier: 'reportedOn', later: 'checkedOn' },
  ],
  states: REPORT_STATES,
  roles: OFFICE_REGISTER,
});

export type PairingReportRow = RowOf<typeof pairingReportRegister>;
