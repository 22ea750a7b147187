// 产业带和集群的旗县. A county in a belt or cluster, once at a time.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, reference, regionCode } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const zoneMemberRegister = defineRegister({
  code: 'zone-members',
  title: '产业带和集群的旗县',
  record: 'zone-member',
  slice: 'industry',
  table: 'zone_members',
  unit: '条',
  place: 'county',
  key: ['zoneNumber', 'regionCode', 'includedOn'],
  fields: {
    zoneNumber: reference('区带编号', 'industry-zones', { required: true, list: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    includedOn: day('纳入日期', { required: true, role: 'since', list: true }),
    leftOn: day('退出日期', { role: 'until', list: true }),
  },
  checks: [{ check: 'spells', group: ['zoneNumber', 'regionCode'] }],
  roles: OFFICE_REGISTER,
});

export type ZoneMember = RowOf<typeof zoneMemberRegister>;
