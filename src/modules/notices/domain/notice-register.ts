// 公告公示. What hung where from which day to which, and how it ended. What stands on it is kept beside it, as it was when it was hung.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, integer, longText, regionCode, text } from '../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { NOTICE_STATES } from './notice-states.ts';
import { NOTICE_LEVELS } from './words.ts';

export const noticeRegister = defineRegister({
  code: 'notices',
  title: '公告公示台账',
  record: 'notice',
  slice: 'notices',
  table: 'notices',
  unit: '份',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('公示编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    subject: text('公示事项', { required: true, list: true, find: true }),
    noticeCode: text('事项代码', { filter: true, hint: '由台账和事项组成，从台账生成公示时自动填写' }),
    level: choice('公示级别', NOTICE_LEVELS, { required: true, list: true, filter: true }),
    basis: longText('依据和说明', { hint: '文号、分配原则、补助标准等，印在公示正文中' }),
    postedOn: day('张贴日期', { role: 'since', list: true, filter: true }),
    heldDays: integer('公示天数', { unit: '天', least: 1, list: true }),
    postedUntil: day('公示截止日期', { list: true, filter: true }),
    postedAt: text('张贴地点', { required: { filled: 'postedOn' }, list: true }),
    phone: text('监督电话', { required: { filled: 'postedOn' } }),
    endedOn: day('结束日期', { list: true }),
    takenDownOn: day('撤下日期', { list: true }),
  },
  checks: [
    { check: 'order', earlier: 'postedOn', later: 'postedUntil' },
    { check: 'order', earlier: 'postedUntil', later: 'endedOn' },
    { check: 'order', earlier: 'postedOn', later: 'takenDownOn' },
  ],
  states: NOTICE_STATES,
  comesFrom: '在各台账的列表里选中记录，或打开一条记录，点“公告公示”。',
  roles: VILLAGE_REGISTER,
});

export type NoticeRecord = RowOf<typeof noticeRegister>;
