// 培训和雨露计划. One person in one course or school: a person of two courses has two rows.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PERSON, PERSON_FIELDS } from '../../../../kernel/register/person-fields.ts';
import { TRAINING_STATES } from '../road-states.ts';

export const trainingRegister = defineRegister({
  code: 'trainings',
  title: '培训和雨露计划',
  record: 'training',
  slice: 'employment',
  table: 'trainings',
  unit: '人次',
  place: 'person',
  key: ['number'],
  fields: {
    number: text('培训编号', { required: true, list: true, find: true }),
    ...PERSON_FIELDS,
    trainingKind: choice(
      '培训类别',
      { skill: '技能培训', startup: '创业培训', yulu: '雨露计划' },
      { required: true, list: true, filter: true },
    ),
    classOrSchool: text('班次或学校', { required: true, list: true }),
    tradeOrMajor: text('工种或专业', { list: true }),
    organiser: text('主办单位'),
    startedOn: day('开始日期', { required: true, role: 'since' }),
    endedOn: day('结束日期'),
    hours: integer('学时', { unit: '学时' }),
    certificate: text('证书'),
    employedOn: day('就业日期'),
    destination: choice('去向', {
      employed: '就业',
      studying: '升学',
      army: '参军',
      business: '创业',
      seeking: '待业',
      unwilling: '无就业意愿',
    }),
  },
  person: PERSON,
  checks: [{ check: 'order', earlier: 'startedOn', later: 'endedOn' }],
  states: TRAINING_STATES,
  roles: OFFICE_REGISTER,
});

export type Training = RowOf<typeof trainingRegister>;
