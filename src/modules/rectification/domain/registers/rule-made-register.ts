// 建章立制. The rule that was made so that problems of a kind do not come back.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, longText, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const ruleMadeRegister = defineRegister({
  code: 'rules-made',
  title: '建章立制',
  record: 'rule-made',
  slice: 'rectification',
  table: 'rules_made',
  unit: '项',
  place: 'region',
  key: ['ruleName', 'regionCode'],
  fields: {
    ruleName: text('制度名称', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    problemNumber: reference('问题编号', 'problems', { required: true, list: true, find: true }),
    ruleDocumentNo: text('文号', { list: true, find: true }),
    issuedOn: day('印发日期', { required: true, role: 'since', list: true }),
    topic: text('解决的问题类别', { required: true, list: true }),
    content: longText('主要内容'),
  },
  checks: [{ check: 'order', earlier: 'problemNumber.reportedBackOn', later: 'issuedOn' }],
  roles: OFFICE_REGISTER,
});

export type RuleMade = RowOf<typeof ruleMadeRegister>;
