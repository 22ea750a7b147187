// 履责记录. What somebody in a post of duty did for it: meetings, surveys, visits to all villages, supervision, the yearly report.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, integer, link, longText, regionCode, text } from '../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { POSTS } from './duty-term-register.ts';

export const DUTY_ACTIONS = {
  meeting: '专题研究',
  study: '学习',
  survey: '调研',
  'all-visits': '遍访',
  supervision: '督办',
  report: '述职',
} as const;

export const dutyActionRegister = defineRegister({
  code: 'duty-actions',
  title: '履责记录',
  record: 'duty-action',
  slice: 'policies',
  table: 'duty_actions',
  unit: '次',
  place: 'region',
  key: ['regionCode', 'post', 'doneOn', 'actionKind', 'topic'],
  fields: {
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    post: choice('岗位', POSTS, { required: true, list: true, filter: true }),
    doneOn: day('履责日期', { required: true, role: 'since', list: true }),
    actionKind: choice('履责类型', DUTY_ACTIONS, { required: true, list: true, filter: true }),
    topic: text('议题', { required: true, list: true, find: true }),
    visited: integer('走访数', {
      required: { field: 'actionKind', is: ['all-visits'] },
      least: 0,
      hint: '遍访的嘎查村数或户数',
    }),
    decisions: longText('决定和交办'),
    minutes: link('纪要'),
  },
  roles: VILLAGE_REGISTER,
});

export type DutyAction = RowOf<typeof dutyActionRegister>;
