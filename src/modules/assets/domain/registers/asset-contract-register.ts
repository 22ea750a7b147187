// 资产经营合同. Who runs an asset, and what a year of it is to bring.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, moneyYuan, reference, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const assetContractRegister = defineRegister({
  code: 'asset-contracts',
  title: '资产经营合同',
  record: 'asset-contract',
  slice: 'assets',
  table: 'asset_contracts',
  unit: '份',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('合同编号', { required: true, list: true, find: true }),
    assetNumber: reference('资产编号', 'assets', { required: true, role: 'gives-place', list: true }),
    operator: text('经营方', { required: true, list: true }),
    operatingWay: choice(
      '经营方式',
      { own: '自营', leased: '租赁', contracted: '承包', invested: '入股', entrusted: '托管' },
      { required: true, list: true, filter: true },
    ),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    through: day('截止日期', { required: true, role: 'through', list: true }),
    dissolvedOn: day('解除日期', { role: 'until', list: true }),
    agreedIncomeFen: moneyYuan('年约定收益', { required: true, list: true }),
    dueTime: text('缴款时间', { list: true }),
  },
  notices: [
    {
      kind: 'income-plan',
      title: '资产经营收益计划公示',
      levels: ['village', 'township'],
      columns: [
        'assetNumber.assetName',
        'operator',
        'operatingWay',
        'startedOn',
        'through',
        'agreedIncomeFen',
        'dueTime',
      ],
      about: '现将经营性资产的经营方、期限和约定收益予以公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type AssetContract = RowOf<typeof assetContractRegister>;
