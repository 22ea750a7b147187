// 应急演练. One a plan and year; what was found, and when it was put right.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { day, integer, longText, reference, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const contingencyDrillRegister = defineRegister({
  code: 'contingency-drills',
  title: '应急演练',
  record: 'contingency-drill',
  slice: 'contingency',
  table: 'contingency_drills',
  unit: '次',
  place: 'region',
  key: ['planNumber', 'heldOn'],
  fields: {
    planNumber: reference('预案编号', 'contingency-plans', { required: true, role: 'gives-place', list: true }),
    heldOn: day('演练日期', { required: true, role: 'since', list: true }),
    scenario: text('演练情景', { required: true, list: true, find: true }),
    people: integer('参加人数', { least: 1, unit: '人', list: true }),
    findings: longText('发现问题', { list: true }),
    fixedOn: day('整改完成日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'heldOn', later: 'fixedOn' }],
  roles: OFFICE_REGISTER,
});

export type ContingencyDrill = RowOf<typeof contingencyDrillRegister>;
