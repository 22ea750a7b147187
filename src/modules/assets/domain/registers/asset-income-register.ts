// 资产收益. One instalment of a contract: due, and arrived. Only what arrived can be distributed.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, moneyYuan, reference, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const assetIncomeRegister = defineRegister({
  code: 'asset-incomes',
  title: '资产收益',
  record: 'asset-income',
  slice: 'assets',
  table: 'asset_incomes',
  unit: '期',
  place: 'village',
  key: ['contractNumber', 'instalment'],
  fields: {
    contractNumber: reference('合同编号', 'asset-contracts', { required: true, role: 'gives-place', list: true }),
    instalment: text('期次', { required: true, list: true, find: true }),
    dueOn: day('应收日期', { required: true, list: true }),
    amountDueFen: moneyYuan('应收金额', { required: true, list: true }),
    arrivedOn: day('到账日期', { required: { filled: 'amountReceivedFen' }, role: 'since', list: true }),
    amountReceivedFen: moneyYuan('实收金额', { required: { filled: 'arrivedOn' }, list: true }),
  },
  notices: [
    {
      kind: 'income',
      title: '资产收益公示',
      levels: ['village', 'township'],
      columns: ['contractNumber.operator', 'instalment', 'dueOn', 'amountDueFen', 'arrivedOn', 'amountReceivedFen'],
      about: '现将经营性资产收益的应收和到账情况予以公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type AssetIncome = RowOf<typeof assetIncomeRegister>;
