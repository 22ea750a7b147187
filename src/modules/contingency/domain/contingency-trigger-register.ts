// 预案启动条件. A number over the facts of an area that makes a plan propose itself at a level. No document gives these values (domain/registers §3:
// unverified): each is a row that a county or the region sets.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, decimal, integer, reference } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { RESPONSE_LEVELS, SIGNALS } from './words.ts';

export const contingencyTriggerRegister = defineRegister({
  code: 'contingency-triggers',
  title: '预案启动条件',
  record: 'contingency-trigger',
  slice: 'contingency',
  table: 'contingency_triggers',
  unit: '条',
  place: 'region',
  key: ['planNumber', 'level', 'signal'],
  fields: {
    planNumber: reference('预案编号', 'contingency-plans', { required: true, role: 'gives-place', list: true }),
    level: choice('响应级别', RESPONSE_LEVELS, { required: true, list: true, filter: true }),
    signal: choice('监测信号', SIGNALS, { required: true, list: true, filter: true }),
    threshold: decimal('达到数值', { required: true, list: true }),
    windowDays: integer('窗口天数', { required: true, least: 1, unit: '天', list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type ContingencyTrigger = RowOf<typeof contingencyTriggerRegister>;
