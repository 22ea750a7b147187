// 资金分配到项目: TODO what a row is and what is special.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { day, moneyWan, reference, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const fundAllocationRegister = defineRegister({
  code: 'fund-allocations',
  title: '资金分配到项目',
  record: 'fund-allocation',
  slice: 'funds',
  table: 'fund_allocations',
  unit: '条',
  place: 'county',
  key: ['number'],
  fields: {
    number: text('分配编号', { required: true, list: true, find: true }),
    issuanceNumber: reference('下达编号', 'fund-issuances', { required: true, role: 'gives-place', list: true }),
    projectNumber: reference('项目编号', 'projects', { required: true, list: true }),
    allocatedOn: day('分配日期', { required: true, role: 'since', list: true }),
    amountFen: moneyWan('分配金额', { required: true, list: true }),
    documentNo: text('分配文号', { list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type FundAllocation = RowOf<typeof fundAllocationRegister>;
