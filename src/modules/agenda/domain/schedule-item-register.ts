// 年度工作安排: rounds, meetings and yearly collections of a region, as circulars set them.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, integer, regionCode, text, year } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const SCHEDULE_KINDS = {
  monitoring: '集中监测',
  sweep: '集中摸排',
  'special-check': '专项排查',
  'joint-meeting': '厅际联席会议',
  'income-collection': '年度收入采集',
} as const;

export const scheduleItemRegister = defineRegister({
  code: 'schedule-items',
  title: '年度工作安排',
  record: 'schedule-item',
  slice: 'agenda',
  table: 'schedule_items',
  unit: '项',
  place: 'region',
  shared: true,
  key: ['regionCode', 'year', 'kind', 'sequence'],
  fields: {
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true, hint: '年度收入采集填收入年度' }),
    kind: choice('类型', SCHEDULE_KINDS, { required: true, list: true, filter: true }),
    sequence: integer('序号', { required: true, list: true }),
    name: text('名称', { required: true, list: true, find: true }),
    quarter: choice('季度', { q1: '1', q2: '2', q3: '3', q4: '4' }, { list: true }),
    issuedOn: day('下发日期', { required: true, role: 'since', list: true }),
    plannedFrom: day('计划开始日期', { list: true }),
    plannedTo: day('计划结束日期', { list: true }),
    finishedOn: day('完成日期', { list: true, hint: '召开、办结的日期' }),
    documentNo: text('文号'),
  },
  checks: [{ check: 'order', earlier: 'plannedFrom', later: 'plannedTo' }],
  roles: OFFICE_REGISTER,
});

export type ScheduleItem = RowOf<typeof scheduleItemRegister>;
