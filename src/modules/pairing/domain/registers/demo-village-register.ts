// 京蒙百村示范. A demonstration village of a plan year.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, moneyWan, regionCode, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { DEMO_VILLAGE_STATES } from '../cooperation/states.ts';

export const demoVillageRegister = defineRegister({
  code: 'demo-villages',
  title: '京蒙百村示范',
  record: 'demo-village',
  slice: 'pairing',
  table: 'demo_villages',
  unit: '个',
  place: 'village',
  key: ['villageCode', 'planYear'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    planYear: year('计划年度', { required: true, role: 'year', list: true, filter: true }),
    batch: text('批次', { list: true }),
    theme: text('主题', { list: true }),
    plannedInputFen: moneyWan('计划投入', { list: true }),
    approvedOn: day('批准日期', { required: true, role: 'since', list: true }),
    acceptedOn: day('验收日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'approvedOn', later: 'acceptedOn' }],
  states: DEMO_VILLAGE_STATES,
  roles: OFFICE_REGISTER,
});

export type DemoVillage = RowOf<typeof demoVillageRegister>;
