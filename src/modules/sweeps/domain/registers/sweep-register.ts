// 轮次台账. A round of a region and quarter: whom it lists follows from its kind, the rules and what is imported.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, regionCode, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { SWEEP_STATES } from '../sweep-states.ts';
import { SWEEP_KINDS } from '../words.ts';

const percent = { required: true, least: 0 } as const;

export const sweepRegister = defineRegister({
  code: 'sweeps',
  title: '轮次台账',
  record: 'sweep',
  slice: 'sweeps',
  table: 'sweeps',
  unit: '轮',
  place: 'region',
  shared: true,
  key: ['number'],
  fields: {
    number: text('轮次编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true, hint: '在哪个地区开展' }),
    name: text('轮次名称', { required: true, list: true, find: true }),
    year: year('年度', { required: true, list: true, filter: true }),
    quarter: choice('季度', { q1: '1', q2: '2', q3: '3', q4: '4' }, { required: true, list: true, filter: true }),
    kind: choice('轮次类型', SWEEP_KINDS, { required: true, list: true, filter: true }),
    startsOn: day('开始日期', { required: true, role: 'since', list: true }),
    endsOn: day('结束日期', { required: true, list: true, hint: '之后的核查算过期' }),
    townshipPercent: integer('乡级复核比例', { ...percent, hint: '百分之几，一般 20' }),
    countyPercent: integer('县级复核比例', { ...percent, hint: '百分之几，一般 5' }),
    leaguePercent: integer('盟级复核比例', { ...percent, hint: '百分之几，一般 1' }),
    documentNo: text('文号'),
    issuedOn: day('下发日期', { list: true }),
    recheckedFrom: day('转入复核日期'),
    closedOn: day('关闭日期', { role: 'until', list: true }),
  },
  checks: [
    { check: 'order', earlier: 'startsOn', later: 'endsOn' },
    { check: 'order', earlier: 'issuedOn', later: 'recheckedFrom' },
    { check: 'order', earlier: 'recheckedFrom', later: 'closedOn' },
  ],
  states: SWEEP_STATES,
  roles: OFFICE_REGISTER,
});

export type Sweep = RowOf<typeof sweepRegister>;
