// 务工就业. A person in one job, from its first day to the last. It counts only while somebody confirms it monthly.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, moneyYuan, reference, text, yesNo } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PERSON, PERSON_FIELDS } from '../../../../kernel/register/person-fields.ts';
import { SPELL_STATES } from '../spell-states.ts';

export const employmentSpellRegister = defineRegister({
  code: 'employment-spells',
  title: '务工就业',
  record: 'employment-spell',
  slice: 'employment',
  table: 'employment_spells',
  unit: '条',
  place: 'person',
  key: ['number'],
  fields: {
    number: text('务工编号', { required: true, list: true, find: true }),
    ...PERSON_FIELDS,
    jobForm: choice(
      '就业形式',
      {
        away: '外出务工',
        nearby: '就近就地',
        'public-post': '公益岗位',
        workshop: '帮扶车间',
        'work-relief': '以工代赈',
        'own-business': '自主创业',
        flexible: '灵活就业',
      },
      { required: true, list: true, filter: true },
    ),
    workRegionCode: text('务工地代码', { list: true }),
    workPlace: text('务工地点', { list: true }),
    employer: text('务工单位'),
    postNumber: reference('岗位编号', 'public-posts'),
    workshopNumber: reference('车间编号', 'workshops'),
    projectNumber: reference('项目编号', 'projects'),
    industry: text('行业'),
    trade: text('工种'),
    startedOn: day('开始日期', { required: true, role: 'since' }),
    leftOn: day('离岗日期', { role: 'until' }),
    leavingReason: choice('离岗原因', {
      season: '季节性结束',
      dismissed: '辞退',
      shutdown: '停工停产',
      illness: '疾病',
      family: '家庭原因',
      epidemic: '疫情',
      unpaid: '欠薪',
      other: '其他',
    }),
    monthlyIncomeFen: moneyYuan('月收入'),
    labourContract: yesNo('签订劳动合同'),
    sociallyInsured: yesNo('参加社会保险'),
    organisedBy: choice(
      '组织方式',
      { self: '自发', organised: '有组织输出', beijing: '京蒙', acquaintance: '亲友介绍' },
      { required: true, filter: true },
    ),
    jobChannel: choice('就业途径', {
      park: '产业园区吸纳',
      cooperation: '劳务协作输出',
      workshop: '帮扶车间安置',
      training: '技能培训提升',
      subsidy: '稳岗补贴稳定',
      'public-post': '公益岗位托底',
    }),
  },
  person: PERSON,
  checks: [{ check: 'age', on: 'startedOn', least: 16 }],
  states: SPELL_STATES,
  notices: [
    {
      kind: 'post-holder',
      title: '公益性岗位拟聘公示',
      levels: ['village', 'township'],
      where: { field: 'jobForm', is: ['public-post'] },
      columns: [{ head: 'householdNumber' }, 'postNumber.postName', 'postNumber.monthlySubsidyFen', 'startedOn'],
      about: '经报名和集体讨论，拟聘下列农牧户的人员到公益性岗位，现予公示。',
      days: 5,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type EmploymentSpell = RowOf<typeof employmentSpellRegister>;
