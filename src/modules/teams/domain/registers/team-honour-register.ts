// 驻村表彰.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const teamHonourRegister = defineRegister({
  code: 'team-honours',
  title: '驻村表彰',
  record: 'team-honour',
  slice: 'teams',
  table: 'team_honours',
  unit: '项',
  place: 'village',
  key: ['cadreNumber', 'honour', 'honouredOn'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    honour: text('表彰名称', { required: true, list: true, find: true }),
    level: choice(
      '表彰级别',
      { nation: '国家', region: '自治区', prefecture: '盟市', county: '旗县', township: '苏木乡镇' },
      { required: true, list: true, filter: true },
    ),
    honouredOn: day('表彰日期', { required: true, role: 'since', list: true }),
    documentNo: text('文号', { list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type TeamHonour = RowOf<typeof teamHonourRegister>;
