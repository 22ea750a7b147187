// 人畜分离户. A household whose animals no longer live in its yard; photos show before and after.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, decimal, householdNo, integer, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const livestockSeparationRegister = defineRegister({
  code: 'livestock-separations',
  title: '人畜分离户',
  record: 'livestock-separation',
  slice: 'construction',
  table: 'livestock_separations',
  unit: '户',
  place: 'household',
  key: ['householdNumber', 'plannedOn'],
  fields: {
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    plannedOn: day('列入日期', { required: true, list: true }),
    animals: text('牲畜种类', { required: true, list: true }),
    animalCount: integer('牲畜数量', { unit: '头（只）', list: true }),
    formerly: text('分离前', { list: true }),
    separatedOn: day('分离完成日期', { role: 'since', list: true }),
    afterwards: text('分离后', { required: { filled: 'separatedOn' }, list: true }),
    shedMetres: decimal('棚圈距住房', { unit: '米', list: true }),
    endedOn: day('恢复混居日期', { role: 'until' }),
  },
  checks: [
    { check: 'order', earlier: 'plannedOn', later: 'separatedOn' },
    { check: 'order', earlier: 'separatedOn', later: 'endedOn' },
  ],
  roles: VILLAGE_REGISTER,
});

export type LivestockSeparation = RowOf<typeof livestockSeparationRegister>;
