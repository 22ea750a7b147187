// 重点旗县实施方案. What a key county means to reach in a span of years; one holds at a time.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, integer, longText, moneyWan, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PLAN_STATES } from '../states.ts';

export const countyPlanRegister = defineRegister({
  code: 'key-county-plans',
  title: '重点旗县实施方案',
  record: 'key-county-plan',
  slice: 'keycounties',
  table: 'key_county_plans',
  unit: '个',
  place: 'county',
  key: ['number'],
  fields: {
    number: text('方案编号', { required: true, list: true, find: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    planTitle: text('方案名称', { required: true, list: true, find: true }),
    startsOn: day('规划期起', { required: true, role: 'since', list: true }),
    endsOn: day('规划期止', { required: true, role: 'through', list: true }),
    goals: longText('目标', { required: true, list: true }),
    projects: integer('重点项目', { unit: '个', list: true }),
    investFen: moneyWan('计划投资', { list: true }),
    approvedOn: day('批准日期', { list: true }),
    documentNo: text('批准文号', { required: { filled: 'approvedOn' }, list: true }),
  },
  checks: [{ check: 'spells', group: ['regionCode'] }],
  states: PLAN_STATES,
  roles: OFFICE_REGISTER,
});

export type CountyPlan = RowOf<typeof countyPlanRegister>;
