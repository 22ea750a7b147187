// 务工月确认. What was found of a job in a month, and when it was asked.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, moneyYuan, month, reference } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const employmentConfirmationRegister = defineRegister({
  code: 'employment-confirmations',
  title: '务工月确认',
  record: 'employment-confirmation',
  slice: 'employment',
  table: 'employment_confirmations',
  unit: '条',
  place: 'person',
  key: ['spellNumber', 'month'],
  fields: {
    spellNumber: reference('务工编号', 'employment-spells', { required: true, role: 'gives-place', list: true }),
    month: month('月份', { required: true, list: true }),
    workState: choice(
      '务工状态',
      { working: '在岗', waiting: '待工', returned: '返乡', jobless: '失业', unreached: '失联' },
      { required: true, list: true, filter: true },
    ),
    confirmedOn: day('确认日期', { required: true, role: 'since', list: true }),
    confirmedBy: choice(
      '确认方式',
      { visit: '入户', phone: '电话', video: '视频', relative: '亲属代答' },
      { list: true, filter: true },
    ),
    monthWageFen: moneyYuan('当月工资', { list: true }),
  },
  checks: [
    { check: 'order', earlier: 'spellNumber.startedOn', later: 'month', by: 'month' },
    { check: 'order', earlier: 'month', later: 'spellNumber.leftOn', by: 'month' },
    { check: 'order', earlier: 'month', later: 'confirmedOn', by: 'month' },
  ],
  roles: OFFICE_REGISTER,
});

export type EmploymentConfirmation = RowOf<typeof employmentConfirmationRegister>;
