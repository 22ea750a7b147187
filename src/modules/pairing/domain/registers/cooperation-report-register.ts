// 京蒙协作进展报送. What a county, league or the region tells Beijing of a quarter, and of itself at the end of the year (registers §11).

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, link, longText, regionCode, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { COOPERATION_REPORT_STATES } from '../cooperation/states.ts';

export const cooperationReportRegister = defineRegister({
  code: 'cooperation-reports',
  title: '京蒙协作进展报送',
  record: 'cooperation-report',
  slice: 'pairing',
  table: 'cooperation_reports',
  unit: '份',
  place: 'region',
  key: ['regionCode', 'year', 'period'],
  fields: {
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    period: choice(
      '报告期',
      { q1: '一季度', q2: '二季度', q3: '三季度', q4: '四季度', year: '年度自评' },
      { required: true, list: true, filter: true },
    ),
    reportedOn: day('起草日期', { required: true, role: 'since', list: true }),
    progressText: longText('进展情况', { required: true, list: true }),
    issue: longText('存在问题和请北京支持的事项', { list: true }),
    evidence: link('佐证'),
    receiver: text('报送单位', { required: { filled: 'sentOn' }, list: true }),
    sentOn: day('报送日期', { list: true, filter: true }),
    answeredOn: day('北京回复日期', { list: true }),
    answer: longText('回复内容', { required: { filled: 'answeredOn' } }),
  },
  checks: [
    { check: 'order', earlier: 'reportedOn', later: 'sentOn' },
    { check: 'order', earlier: 'sentOn', later: 'answeredOn' },
  ],
  states: COOPERATION_REPORT_STATES,
  roles: OFFICE_REGISTER,
});

export type CooperationReportRow = RowOf<typeof cooperationReportRegister>;
