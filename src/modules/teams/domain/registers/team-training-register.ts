// 驻村培训. Who attended which course.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const teamTrainingRegister = defineRegister({
  code: 'team-trainings',
  title: '驻村培训',
  record: 'team-training',
  slice: 'teams',
  table: 'team_trainings',
  unit: '人次',
  place: 'village',
  key: ['cadreNumber', 'course', 'heldOn'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    course: text('班次', { required: true, list: true, find: true }),
    level: choice(
      '层级',
      { region: '自治区', prefecture: '盟市', county: '旗县', township: '苏木乡镇' },
      { required: true, list: true, filter: true },
    ),
    subject: choice(
      '科目',
      { policy: '政策', party: '党建', service: '为民服务', skills: '技能', rules: '纪律规矩' },
      { required: true, list: true, filter: true },
    ),
    heldOn: day('开班日期', { required: true, role: 'since', list: true }),
    throughOn: day('结束日期', { required: true, role: 'through', list: true }),
    hours: integer('学时', { required: true, unit: '学时', least: 1, list: true }),
    score: decimal('成绩', { unit: '分', least: 0 }),
  },
  checks: [{ check: 'order', earlier: 'heldOn', later: 'throughOn' }],
  roles: OFFICE_REGISTER,
});

export type TeamTraining = RowOf<typeof teamTrainingRegister>;
