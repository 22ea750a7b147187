// 京蒙结对学校医院. A school or hospital of a county with its partner in Beijing: the own one is counted.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { SPELL_STATES } from '../cooperation/states.ts';

export const institutionPairRegister = defineRegister({
  code: 'institution-pairs',
  title: '京蒙结对学校医院',
  record: 'institution-pair',
  slice: 'pairing',
  table: 'institution_pairs',
  unit: '对',
  place: 'county',
  key: ['organisationCode', 'beijingUnit', 'startedOn'],
  fields: {
    organisationCode: reference('单位代码', 'organisations', { required: true, list: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    kind: choice('类型', { school: '学校', hospital: '医院' }, { required: true, list: true, filter: true }),
    beijingUnit: text('北京单位', { required: true, list: true, find: true }),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    endedOn: day('结束日期', { role: 'until', list: true }),
    cooperationContent: text('合作内容', { list: true }),
  },
  states: SPELL_STATES,
  roles: OFFICE_REGISTER,
});

export type InstitutionPair = RowOf<typeof institutionPairRegister>;
