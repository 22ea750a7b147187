// 领导小组. The leading group of a level, who is in it by post, and its office.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, longText, regionCode, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const leadingGroupRegister = defineRegister({
  code: 'leading-groups',
  title: '领导小组成员',
  record: 'leading-group-member',
  slice: 'policies',
  table: 'leading_groups',
  unit: '条',
  place: 'region',
  shared: true,
  key: ['regionCode', 'groupName', 'memberUnit', 'memberPost', 'joinedOn'],
  fields: {
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    groupName: text('领导小组名称', { required: true, list: true, find: true }),
    groupRole: choice(
      '组内身份',
      { head: '组长', deputy: '副组长', member: '成员单位', office: '办公室' },
      { required: true, list: true, filter: true },
    ),
    memberUnit: text('单位', { required: true, list: true, find: true }),
    memberPost: text('职务', { required: true, list: true, hint: '写职务，不写姓名，人员变动不影响名册' }),
    joinedOn: day('加入日期', { required: true, role: 'since', list: true }),
    leftOn: day('退出日期', { role: 'until', list: true }),
    groupDuties: longText('分工职责'),
    documentNo: text('文号', { list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type LeadingGroupMember = RowOf<typeof leadingGroupRegister>;
