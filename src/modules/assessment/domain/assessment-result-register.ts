// 考核评估结果. How a region was graded for a year, by whom and in what.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, regionCode, text, year } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const assessmentResultRegister = defineRegister({
  code: 'assessment-results',
  title: '考核评估结果',
  record: 'assessment-result',
  slice: 'assessment',
  table: 'assessment_results',
  unit: '条',
  place: 'region',
  key: ['regionCode', 'year', 'assessmentKind', 'assessedBy'],
  fields: {
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    assessmentKind: choice(
      '考核类别',
      {
        overall: '综合评价',
        'east-west': '东西部协作',
        designated: '定点帮扶',
        'fund-performance': '资金绩效',
        performance: '实绩考核',
        'follow-up': '后评估',
      },
      { required: true, list: true, filter: true },
    ),
    assessmentName: text('考核名称', { required: true, list: true, find: true }),
    assessedBy: choice(
      '评价层级',
      { nation: '国家', region: '自治区', prefecture: '盟市' },
      { required: true, list: true, filter: true },
    ),
    grade: choice(
      '等次',
      { good: '好', 'fairly-good': '较好', fair: '一般', poor: '差' },
      { required: true, list: true, filter: true },
    ),
    score: decimal('得分', { list: true }),
    rank: integer('名次', { list: true }),
    publishedOn: day('公布日期', { required: true, role: 'since', list: true }),
    documentNo: text('文号'),
  },
  notices: [
    {
      kind: 'grades',
      title: '考核等次公告',
      levels: ['county', 'prefecture', 'autonomous-region'],
      columns: ['regionCode', 'year', 'assessmentName', 'grade', 'publishedOn'],
      about: '现将考核评估的等次予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type AssessmentResult = RowOf<typeof assessmentResultRegister>;
