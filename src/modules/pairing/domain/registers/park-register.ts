// 共建产业园区. A park built together. Existing on a day and opened in a year are two figures.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, integer, moneyWan, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PARK_STATES } from '../cooperation/states.ts';

export const parkRegister = defineRegister({
  code: 'parks',
  title: '共建产业园区',
  record: 'park',
  slice: 'pairing',
  table: 'parks',
  unit: '个',
  place: 'county',
  key: ['number'],
  fields: {
    number: text('园区编号', { required: true, list: true, find: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    parkName: text('园区名称', { required: true, list: true, find: true }),
    partner: text('共建方', { list: true }),
    openedOn: day('挂牌日期', { required: true, role: 'since', list: true, filter: true }),
    leftOn: day('退出日期', { role: 'until', list: true, filter: true }),
    residentFirms: integer('入园企业数', { unit: '家', list: true }),
    yearlyOutputFen: moneyWan('年产值', { list: true }),
  },
  states: PARK_STATES,
  roles: OFFICE_REGISTER,
});

export type Park = RowOf<typeof parkRegister>;
