// 结转结余. What of an issuance is carried into the next year or called back when a year ends (registers §4).

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { day, moneyWan, reference, text, year } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const fundCarryoverRegister = defineRegister({
  code: 'fund-carryovers',
  title: '资金结转结余',
  record: 'fund-carryover',
  slice: 'funds',
  table: 'fund_carryovers',
  unit: '笔',
  place: 'region',
  key: ['closedYear', 'issuanceNumber'],
  fields: {
    closedYear: year('年度', { required: true, role: 'year', list: true, filter: true }),
    issuanceNumber: reference('下达编号', 'fund-issuances', {
      required: true,
      role: 'gives-place',
      list: true,
      find: true,
    }),
    closedOn: day('结账日期', { required: true, role: 'since', list: true }),
    carriedFen: moneyWan('结转金额', { required: true, list: true }),
    calledBackFen: moneyWan('收回金额', { list: true }),
    cause: text('结转原因', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'closedYear', later: 'closedOn', by: 'year' }],
  roles: OFFICE_REGISTER,
});

export type FundCarryover = RowOf<typeof fundCarryoverRegister>;
