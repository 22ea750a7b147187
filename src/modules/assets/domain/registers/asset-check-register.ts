// 资产巡查. What somebody found who went to look, and when it was put right (registers §6); photos are those of the row.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, name, reference } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const assetCheckRegister = defineRegister({
  code: 'asset-checks',
  title: '资产巡查',
  record: 'asset-check',
  slice: 'assets',
  table: 'asset_checks',
  unit: '次',
  place: 'village',
  key: ['assetNumber', 'checkedOn'],
  fields: {
    assetNumber: reference('资产编号', 'assets', { required: true, role: 'gives-place', list: true, find: true }),
    checkedOn: day('巡查日期', { required: true, role: 'since', list: true, filter: true }),
    checkedBy: name('巡查人', { list: true, secret: 'masked' }),
    foundCondition: choice(
      '资产状况',
      { normal: '正常', inefficient: '低效', idle: '闲置', damaged: '损毁', lost: '灭失' },
      { required: true, list: true, filter: true },
    ),
    finding: longText('发现问题', { required: { field: 'foundCondition', is: ['damaged', 'lost'] }, list: true }),
    mendedOn: day('整改完成日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'checkedOn', later: 'mendedOn' }],
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type AssetCheck = RowOf<typeof assetCheckRegister>;
