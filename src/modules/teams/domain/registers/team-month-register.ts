// 考勤确认. The township has looked through the attendance of a village's team in a month.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, month, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const teamMonthRegister = defineRegister({
  code: 'team-months',
  title: '考勤月报确认',
  record: 'team-month',
  slice: 'teams',
  table: 'team_months',
  unit: '份',
  place: 'village',
  key: ['villageCode', 'month'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    month: month('月份', { required: true, list: true, filter: true }),
    confirmedOn: day('确认日期', { required: true, role: 'since', list: true }),
    confirmedBy: text('确认人', { required: true, list: true }),
  },
  comesFrom: '在“考勤月报”按苏木乡镇确认。',
  roles: OFFICE_REGISTER,
});

export type TeamMonth = RowOf<typeof teamMonthRegister>;
