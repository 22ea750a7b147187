// 应急响应. A plan activated for an event in an area. The households to be seen are listed at once, in the transaction of the decision; everything
// the event brings, warnings too, hangs on it.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import {
  choice,
  day,
  link,
  longText,
  reference,
  regionCode,
  regionCodes,
  text,
} from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { ACTIVATION_STATES } from './activation-states.ts';
import { RESPONSE_LEVELS } from './words.ts';

export const activationRegister = defineRegister({
  code: 'contingency-activations',
  title: '应急响应',
  record: 'contingency-activation',
  slice: 'contingency',
  table: 'contingency_activations',
  unit: '次',
  place: 'region',
  shared: true,
  key: ['number'],
  fields: {
    number: text('响应编号', { required: true, list: true, find: true }),
    planNumber: reference('预案编号', 'contingency-plans', { required: true, list: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true, hint: '启动响应的地区' }),
    areaCodes: regionCodes('影响范围', { hint: '受影响的旗县、苏木乡镇或嘎查村；不填为全部地区' }),
    level: choice('响应级别', RESPONSE_LEVELS, { required: true, list: true, filter: true }),
    event: text('事件', { required: true, list: true, find: true, hint: '例如：11 月 28 日夜间暴雪' }),
    eventOn: day('发生日期', { required: true, role: 'since', list: true }),
    basis: longText('触发依据', { required: true }),
    activatedOn: day('启动日期', { list: true }),
    approvedBy: text('批准岗位', { list: true, hint: '写岗位，不写姓名' }),
    endedOn: day('终止日期', { role: 'until', list: true }),
    reviewedOn: day('评估日期'),
    reviewText: longText('评估结论'),
    reviewFile: link('评估报告'),
  },
  checks: [
    { check: 'order', earlier: 'eventOn', later: 'activatedOn' },
    { check: 'order', earlier: 'activatedOn', later: 'endedOn' },
    { check: 'order', earlier: 'endedOn', later: 'reviewedOn' },
  ],
  states: ACTIVATION_STATES,
  roles: OFFICE_REGISTER,
});

export type Activation = RowOf<typeof activationRegister>;
