// 资金分配到项目. Money of an issuance given to a project of the county that received it. Place, year and kind are those of the issuance; what is taken
// off a project again is a row below zero.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { day, moneyWan, reference, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const fundAllocationRegister = defineRegister({
  code: 'fund-allocations',
  title: '资金分配到项目',
  record: 'fund-allocation',
  slice: 'funds',
  table: 'fund_allocations',
  unit: '笔',
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
  checks: [
    { check: 'same-place', left: 'projectNumber.regionCode', right: 'issuanceNumber.receiverCode', level: 'county' },
    {
      check: 'sum',
      code: 'over-returned',
      returned: true,
      used: { of: 'fund-allocations', group: ['issuanceNumber', 'projectNumber'], amount: 'amountFen' },
      limit: [],
    },
    {
      check: 'sum',
      code: 'over-issued',
      used: { of: 'fund-allocations', group: ['issuanceNumber'], amount: 'amountFen' },
      limit: [
        { of: 'fund-issuances', group: ['number'], amount: 'amountFen', sign: 'positive' },
        { of: 'fund-issuances', group: ['takenBackNumber'], amount: 'amountFen', sign: 'negative' },
      ],
    },
  ],
  notices: [
    {
      kind: 'allocated',
      title: '资金分配结果公告',
      levels: ['county'],
      columns: [
        'projectNumber',
        'projectNumber.projectName',
        'issuanceNumber.fundKind',
        'issuanceNumber.sourceLevel',
        'documentNo',
        'allocatedOn',
        'amountFen',
      ],
      about: '现将资金分配到项目的来源、用途、金额和分配结果予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type FundAllocation = RowOf<typeof fundAllocationRegister>;
