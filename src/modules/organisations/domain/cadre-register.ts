// 干部名录: leaders, members of village teams, specialists. Never household members; figures count persons by the number.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, idNumber, name, reference, regionCode, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const CADRE_LEVELS = {
  region: '自治区',
  prefecture: '盟市',
  county: '旗县',
  township: '苏木乡镇',
  village: '嘎查村',
} as const;

export const cadreRegister = defineRegister({
  code: 'cadres',
  title: '干部名录',
  record: 'cadre',
  slice: 'organisations',
  table: 'cadres',
  unit: '人',
  place: 'region',
  shared: true,
  key: ['number'],
  fields: {
    number: text('干部编号', { required: true, list: true, find: true, hint: '一人一号，长期不变' }),
    name: name('姓名', { required: true, list: true }),
    regionCode: regionCode('地区代码', {
      required: true,
      role: 'place',
      list: true,
      hint: '单位所在地，或派驻地',
    }),
    organisationCode: reference('单位代码', 'organisations', { list: true }),
    organisationName: text('单位名称', { list: true, find: true }),
    post: text('职务', { list: true }),
    level: choice('层级', CADRE_LEVELS, { list: true, filter: true }),
    phone: text('联系电话', { secret: 'sealed' }),
    idNumber: idNumber(),
  },
  roles: OFFICE_REGISTER,
});

export type Cadre = RowOf<typeof cadreRegister>;
