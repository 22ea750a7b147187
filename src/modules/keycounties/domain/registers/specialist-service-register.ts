// 科技特派员服务日志. What a specialist did on a day at a place, and what came of it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import {
  choice,
  day,
  integer,
  link,
  longText,
  reference,
  regionCode,
  text,
} from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const SERVICE_FORMS = {
  'on-site': '现场指导',
  training: '培训',
  remote: '线上',
  trial: '试验示范',
  variety: '新品种',
  project: '项目',
  sale: '产销',
} as const;

export const specialistServiceRegister = defineRegister({
  code: 'specialist-services',
  title: '科技特派员服务日志',
  record: 'specialist-service',
  slice: 'keycounties',
  table: 'specialist_services',
  unit: '条',
  place: 'region',
  key: ['cadreNumber', 'regionCode', 'servedOn'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true }),
    regionCode: regionCode('服务地区代码', { required: true, role: 'place', list: true }),
    servedOn: day('服务日期', { required: true, role: 'since', list: true }),
    form: choice('服务形式', SERVICE_FORMS, { required: true, list: true, filter: true }),
    content: longText('服务内容', { required: true, list: true, find: true }),
    served: text('服务主体', { list: true, hint: '合作社、企业、户等' }),
    people: integer('受益人次', { unit: '人次', list: true }),
    result: longText('成果', { list: true }),
    evidence: link('佐证'),
  },
  roles: VILLAGE_REGISTER,
});

export type SpecialistService = RowOf<typeof specialistServiceRegister>;
