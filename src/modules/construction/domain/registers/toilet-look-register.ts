// 户厕回头看. A look at a toilet after it was put right or built: what stood in autumn may be cracked in spring.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, reference, text, yesNo } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { USE_STATES } from '../words.ts';

export const toiletLookRegister = defineRegister({
  code: 'toilet-looks',
  title: '户厕回头看',
  record: 'toilet-look',
  slice: 'construction',
  table: 'toilet_looks',
  unit: '次',
  place: 'village',
  key: ['toiletNumber', 'lookedOn'],
  fields: {
    toiletNumber: reference('户厕编号', 'toilets', { required: true, role: 'gives-place', list: true, find: true }),
    lookedOn: day('查看日期', { required: true, role: 'since', list: true }),
    lookKind: choice(
      '查看类别',
      { 'after-winter': '冬后回头看', spot: '抽查', household: '农户反映' },
      { required: true, list: true, filter: true },
    ),
    isUsable: yesNo('能否正常使用', { required: true, list: true, filter: true }),
    useState: choice('使用状态', USE_STATES, { list: true, filter: true }),
    finding: longText('查看情况', { required: { field: 'lookKind', is: ['household'] } }),
    looker: text('查看人', { list: true }),
  },
  roles: VILLAGE_REGISTER,
});

export type ToiletLook = RowOf<typeof toiletLookRegister>;
