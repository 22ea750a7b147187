// 资金绩效. What a project's money was to do and did, by indicator (registers §4): goal and self-assessment of one row.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, decimal, longText, reference, text, year } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const fundPerformanceRegister = defineRegister({
  code: 'fund-performance',
  title: '资金绩效',
  record: 'fund-performance',
  slice: 'funds',
  table: 'fund_performance',
  unit: '项',
  place: 'county',
  key: ['projectNumber', 'year', 'indicator'],
  fields: {
    projectNumber: reference('项目编号', 'projects', { required: true, role: 'gives-place', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    indicatorKind: choice(
      '指标类别',
      {
        quantity: '数量',
        quality: '质量',
        time: '时效',
        cost: '成本',
        economic: '经济效益',
        social: '社会效益',
        ecological: '生态效益',
        lasting: '可持续影响',
        satisfaction: '满意度',
      },
      { required: true, list: true, filter: true },
    ),
    indicator: text('三级指标', { required: true, list: true, find: true }),
    goal: text('目标值', { required: true, list: true }),
    done: text('完成值', { list: true }),
    score: decimal('得分', { list: true }),
    cause: longText('偏差原因'),
  },
  roles: OFFICE_REGISTER,
});

export type FundPerformance = RowOf<typeof fundPerformanceRegister>;
