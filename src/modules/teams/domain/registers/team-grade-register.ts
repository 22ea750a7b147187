// 驻村考核. Four dimensions and the grade of a member in a year, as they were when the grade was proposed: settings that change later move nothing.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, reference, regionCode, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { GRADE_STATES } from '../states.ts';
import { GRADES } from '../words.ts';

export const teamGradeRegister = defineRegister({
  code: 'team-grades',
  title: '驻村考核',
  record: 'team-grade',
  slice: 'teams',
  table: 'team_grades',
  unit: '人',
  place: 'village',
  key: ['cadreNumber', 'year'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    daysScore: decimal('驻村时间得分', { least: 0, list: true }),
    economyScore: decimal('集体经济得分', { least: 0, list: true }),
    villagersScore: decimal('群众评价得分', { least: 0, list: true }),
    resultsScore: decimal('工作实效得分', { least: 0, list: true }),
    deducted: decimal('扣分', { least: 0, list: true }),
    score: decimal('综合得分', { required: true, list: true }),
    absentDays: integer('缺岗天数', { unit: '天', least: 0, list: true }),
    grade: choice('等次', GRADES, { required: true, list: true, filter: true }),
    decidedOn: day('审定日期', { list: true }),
    announcedOn: day('公布日期', { list: true }),
  },
  notices: [
    {
      kind: 'list',
      title: '驻村考核结果公告',
      levels: ['village', 'township', 'county'],
      states: ['decided', 'announced'],
      columns: ['villageCode', 'year', 'grade'],
      about: '现将驻村工作队考核等次予以公告。',
      days: 7,
    },
  ],
  comesFrom: '在“驻村考核”按四维计分拟定。',
  states: GRADE_STATES,
  roles: OFFICE_REGISTER,
});

export type TeamGrade = RowOf<typeof teamGradeRegister>;
