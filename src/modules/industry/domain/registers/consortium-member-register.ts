// 联合体成员. A cooperative or farm, or the households of a village, that belong to a consortium for a time.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, reference, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const consortiumMemberRegister = defineRegister({
  code: 'consortium-members',
  title: '联合体成员',
  record: 'consortium-member',
  slice: 'industry',
  table: 'consortium_members',
  unit: '个',
  place: 'county',
  key: ['consortiumNumber', 'memberName', 'joinedOn'],
  fields: {
    consortiumNumber: reference('联合体编号', 'consortia', { required: true, role: 'gives-place', list: true }),
    memberKind: choice(
      '成员类型',
      { cooperative: '合作社', farm: '家庭农牧场', firm: '企业', households: '农牧户' },
      { required: true, list: true, filter: true },
    ),
    memberName: text('成员名称', { required: true, list: true, find: true, hint: '农牧户填所在嘎查村' }),
    organisationCode: reference('单位代码', 'organisations', { list: true }),
    households: integer('农牧户户数', {
      required: { field: 'memberKind', is: ['households'] },
      unit: '户',
      list: true,
    }),
    joinedOn: day('加入日期', { required: true, role: 'since', list: true }),
    leftOn: day('退出日期', { role: 'until', list: true }),
  },
  checks: [{ check: 'spells', group: ['consortiumNumber', 'memberName'] }],
  roles: OFFICE_REGISTER,
});

export type ConsortiumMember = RowOf<typeof consortiumMemberRegister>;
