// 京蒙协作协议任务. What was agreed for a year between a side here and one in Beijing, item by item, with the number promised. What was done
// is never typed: it is the number of the cooperation’s year (cooperation/metrics.ts).

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, longText, regionCode, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { AGREEMENT_ITEMS } from '../cooperation/agreements.ts';
import { AGREEMENT_STATES } from '../cooperation/states.ts';

export const cooperationAgreementRegister = defineRegister({
  code: 'cooperation-agreements',
  title: '京蒙协作协议任务',
  record: 'cooperation-agreement',
  slice: 'pairing',
  table: 'cooperation_agreements',
  unit: '项',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('任务编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    partner: text('北京协作方', { required: true, list: true, find: true }),
    agreementTitle: text('协议名称', { required: true, list: true }),
    signedOn: day('签订日期', { required: true, role: 'since', list: true }),
    endsOn: day('协议截止日期', { required: true, list: true }),
    item: choice('任务项', AGREEMENT_ITEMS, { required: true, list: true, filter: true }),
    promised: decimal('目标值', { required: true, list: true, hint: '资金、投资和销售额填万元，人数和个数填数' }),
    content: longText('约定内容'),
    checkedOn: day('核查日期', { list: true }),
    checkResult: choice(
      '核查结果',
      { met: '完成', partly: '部分完成', unmet: '未完成' },
      { required: { filled: 'checkedOn' }, list: true, filter: true },
    ),
  },
  checks: [
    { check: 'order', earlier: 'signedOn', later: 'endsOn' },
    { check: 'order', earlier: 'signedOn', later: 'checkedOn' },
  ],
  states: AGREEMENT_STATES,
  roles: OFFICE_REGISTER,
});

export type CooperationAgreement = RowOf<typeof cooperationAgreementRegister>;
