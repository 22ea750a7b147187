// 安置点供暖检查. Before the cold comes each site is looked at once a winter; what was out of order is told until it was mended (registers §10).

import type { Role } from '../../../kernel/operation.ts';
import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, longText, reference, year } from '../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../kernel/register/office-roles.ts';
import type { States } from '../../../kernel/register/states.ts';

const ABOVE = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];

const HEATING_STATES: States = {
  first: 'sound',
  names: { sound: '正常', faulty: '待修', mended: '已修好' },
  reached: [
    ['mended', { filled: 'mendedOn' }],
    ['faulty', { field: 'heatingResult', is: ['faulty'] }],
  ],
  moves: {
    mend: { title: '登记修好', from: ['faulty'], to: 'mended', roles: ABOVE, day: 'mendedOn', explained: true },
  },
};

export const heatingCheckRegister = defineRegister({
  code: 'heating-checks',
  title: '安置点供暖检查',
  record: 'heating-check',
  slice: 'relocation',
  table: 'heating_checks',
  unit: '次',
  place: 'village',
  key: ['siteNumber', 'winter', 'checkedOn'],
  fields: {
    siteNumber: reference('安置点编号', 'relocation-sites', {
      ...{ required: true, role: 'gives-place', list: true, find: true },
    }),
    winter: year('入冬年度', { required: true, role: 'year', list: true, filter: true, hint: '当年入冬填当年' }),
    checkedOn: day('检查日期', { required: true, role: 'since', list: true }),
    heatingResult: choice(
      '检查结果',
      { sound: '正常', faulty: '有问题' },
      { required: true, list: true, filter: true },
    ),
    finding: longText('问题情况', { required: { field: 'heatingResult', is: ['faulty'] } }),
    mendedOn: day('修好日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'checkedOn', later: 'mendedOn' }],
  states: HEATING_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type HeatingCheck = RowOf<typeof heatingCheckRegister>;
