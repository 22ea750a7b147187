// 利益联结兑现核查. What the village found of a contract’s year where the records do not show that it paid, confirmed by the township
// (registers §7). What was paid is not written here: the payouts tell it.

import type { Role } from '../../../../kernel/operation.ts';
import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, reference, text, year } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import type { States } from '../../../../kernel/register/states.ts';

const ABOVE = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];

export const CHECK_STATES: States = {
  first: 'checked',
  names: { checked: '已核查', returned: '已退回', confirmed: '已确认' },
  reached: [['confirmed', { filled: 'confirmedOn' }]],
  open: ['checked', 'returned'],
  moves: {
    confirm: { title: '确认', from: ['checked'], to: 'confirmed', roles: ABOVE, day: 'confirmedOn', apart: true },
    return: { title: '退回', from: ['checked'], to: 'returned', roles: ABOVE, explained: true },
    'check-again': { title: '重新提交', from: ['returned'], to: 'checked', roles: ['village-worker', ...ABOVE] },
    reopen: {
      title: '撤销确认',
      from: ['confirmed'],
      to: 'checked',
      roles: ABOVE,
      clears: ['confirmedOn'],
      explained: true,
    },
  },
};

export const linkageCheckRegister = defineRegister({
  code: 'linkage-checks',
  title: '利益联结兑现核查',
  record: 'linkage-check',
  slice: 'linkage',
  table: 'linkage_checks',
  unit: '条',
  place: 'household',
  key: ['agreementNumber', 'year'],
  fields: {
    agreementNumber: reference('协议编号', 'linkage-contracts', {
      ...{ required: true, role: 'gives-place', list: true, find: true },
    }),
    year: year('年度', { required: true, list: true, filter: true }),
    found: choice(
      '核查结果',
      { kept: '已兑现', partly: '部分兑现', broken: '未兑现' },
      { required: true, list: true, filter: true },
    ),
    checkedOn: day('核查日期', { required: true, role: 'since', list: true }),
    cause: text('未兑现原因', { required: { field: 'found', is: ['partly', 'broken'] }, list: true }),
    remedyBy: day('限期兑现日期', { required: { field: 'found', is: ['partly', 'broken'] }, list: true }),
    confirmedOn: day('苏木乡镇确认日期', { list: true }),
  },
  checks: [
    { check: 'order', earlier: 'checkedOn', later: 'remedyBy' },
    { check: 'order', earlier: 'checkedOn', later: 'confirmedOn' },
  ],
  states: CHECK_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type LinkageCheck = RowOf<typeof linkageCheckRegister>;
