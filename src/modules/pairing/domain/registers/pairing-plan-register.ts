// 结对年度计划. One line of what a pairing means to do in a year that it meets.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, moneyWan, reference, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PLAN_STATES } from '../pairing-states.ts';
import { PLAN_PROGRESS, SUPPORT_FIELDS } from '../pairing-words.ts';

export const pairingPlanRegister = defineRegister({
  code: 'pairing-plans',
  title: '结对年度计划',
  record: 'pairing-plan',
  slice: 'pairing',
  table: 'pairing_plans',
  unit: '条',
  place: 'region',
  key: ['pairingNumber', 'year', 'item'],
  fields: {
    pairingNumber: reference('结对编号', 'pairings', { required: true, role: 'gives-place', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    item: integer('条目', { required: true, list: true }),
    field: choice('领域', SUPPORT_FIELDS, { required: true, list: true, filter: true }),
    matter: text('事项', { required: true, list: true }),
    target: decimal('目标值', { list: true }),
    unit: text('计量单位', { list: true }),
    plannedFundFen: moneyWan('计划资金', { list: true }),
    dueOn: day('完成时限', { list: true }),
    reportedOn: day('报送日期', { required: true, role: 'since' }),
    progress: choice('进展', PLAN_PROGRESS, { filter: true }),
    confirmedOn: day('确认日期'),
  },
  checks: [
    { check: 'order', earlier: 'pairingNumber.startedOn', later: 'year', by: 'year' },
    { check: 'order', earlier: 'year', later: 'pairingNumber.endedOn', by: 'year', strict: true },
  ],
  states: PLAN_STATES,
  roles: OFFICE_REGISTER,
});

export type PairingPlan = RowOf<typeof pairingPlanRegister>;
