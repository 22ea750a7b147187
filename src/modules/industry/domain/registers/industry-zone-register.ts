// 产业带和产业集群. A belt or cluster of one trade over several counties.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const industryZoneRegister = defineRegister({
  code: 'industry-zones',
  title: '产业带和产业集群',
  record: 'industry-zone',
  slice: 'industry',
  table: 'industry_zones',
  unit: '个',
  place: 'region',
  shared: true,
  key: ['number'],
  fields: {
    number: text('区带编号', { required: true, list: true, find: true }),
    name: text('名称', { required: true, list: true, find: true }),
    kind: choice('类型', { belt: '产业带', cluster: '产业集群' }, { required: true, list: true, filter: true }),
    leadProducts: text('主导产品', { list: true }),
    recognitionDocumentNo: text('认定文号', { list: true }),
    foundedOn: day('设立日期', { required: true, role: 'since', list: true }),
    revokedOn: day('撤销日期', { role: 'until', list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type IndustryZone = RowOf<typeof industryZoneRegister>;
