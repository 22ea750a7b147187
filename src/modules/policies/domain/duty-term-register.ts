// 责任岗位任职. Who holds a post of duty, from when to when. A region has one secretary and one head of government; somebody acting stands beside.

import type { Role } from '../../../kernel/operation.ts';
import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, reference, regionCode, text, yesNo } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const POSTS = {
  secretary: '书记',
  'government-head': '政府主要领导',
  'in-charge-of': '分管',
  liaison: '包联',
  'department-head': '部门主要负责人',
  helper: '帮扶责任人',
} as const;
export type Post = keyof typeof POSTS;

const MOVERS = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];

export const dutyTermRegister = defineRegister({
  code: 'duty-terms',
  title: '责任岗位任职',
  record: 'duty-term',
  slice: 'policies',
  table: 'duty_terms',
  unit: '条',
  place: 'region',
  shared: true,
  key: ['regionCode', 'post', 'department', 'cadreNumber', 'appointedOn'],
  fields: {
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    post: choice('岗位', POSTS, { required: true, list: true, filter: true }),
    department: text('部门', { required: { field: 'post', is: ['department-head'] }, list: true, find: true }),
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true }),
    appointedOn: day('任职日期', { required: true, role: 'since', list: true }),
    dismissedOn: day('免职日期', { role: 'until', list: true }),
    inCharge: yesNo('主持工作', { list: true }),
    documentNo: text('文号', { list: true }),
  },
  checks: [
    {
      check: 'spells',
      group: ['regionCode', 'post'],
      where: { field: 'post', is: ['secretary', 'government-head'] },
      unless: 'inCharge',
      differ: 'cadreNumber',
    },
  ],
  // Somebody leaves by a move, which waits until nobody is left without a person.
  states: {
    first: 'in-post',
    names: { 'in-post': '在任', left: '已离任' },
    reached: [['left', { filled: 'dismissedOn' }]],
    moves: {
      leave: {
        title: '离任',
        from: ['in-post'],
        to: 'left',
        roles: MOVERS,
        day: 'dismissedOn',
        offers: ['documentNo'],
      },
    },
  },
  notices: [
    {
      kind: 'list',
      title: '责任岗位公告',
      levels: ['village', 'township', 'county', 'prefecture', 'autonomous-region'],
      columns: ['regionCode', 'post', 'department', 'appointedOn', 'documentNo'],
      about: '现将责任岗位的设置予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type DutyTerm = RowOf<typeof dutyTermRegister>;
