// 帮扶车间月报. A workshop’s month: whether it ran, and with how many.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { integer, moneyYuan, month, reference, yesNo } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const workshopMonthRegister = defineRegister({
  code: 'workshop-months',
  title: '帮扶车间月报',
  record: 'workshop-month',
  slice: 'industry',
  table: 'workshop_months',
  unit: '条',
  place: 'village',
  key: ['workshopNumber', 'month'],
  fields: {
    workshopNumber: reference('车间编号', 'workshops', { required: true, role: 'gives-place', list: true }),
    month: month('月份', { required: true, role: 'since', list: true }),
    running: yesNo('是否开工', { required: true, list: true }),
    workers: integer('用工人数', { unit: '人', list: true }),
    focusWorkers: integer('脱贫监测用工人数', { unit: '人', list: true }),
    totalWagesFen: moneyYuan('工资总额', { list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type WorkshopMonth = RowOf<typeof workshopMonthRegister>;
