// 干部人才交流. A cadre or specialist sent one way or the other.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { SPELL_STATES } from '../cooperation/states.ts';

export const talentRegister = defineRegister({
  code: 'talents',
  title: '干部人才交流',
  record: 'talent',
  slice: 'pairing',
  table: 'talents',
  unit: '人次',
  place: 'county',
  key: ['cadreNumber', 'direction', 'startedOn'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    direction: choice(
      '方向',
      { 'from-beijing': '北京到内蒙古', 'to-beijing': '内蒙古到北京' },
      { required: true, list: true, filter: true },
    ),
    talentKind: choice(
      '人才类别',
      {
        secondment: '党政挂职',
        doctor: '医生',
        teacher: '教师',
        engineer: '工程技术',
        'education-team': '教育组团',
        'medical-team': '医疗组团',
      },
      { required: true, list: true, filter: true },
    ),
    sendingUnit: text('派出单位', { list: true }),
    receivingUnit: text('接收单位', { list: true }),
    post: text('岗位', { list: true }),
    startedOn: day('开始日期', { required: true, role: 'since', list: true, filter: true }),
    endedOn: day('结束日期', { role: 'until', list: true }),
  },
  states: SPELL_STATES,
  roles: OFFICE_REGISTER,
});

export type Talent = RowOf<typeof talentRegister>;
