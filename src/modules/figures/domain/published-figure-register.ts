// 已发布数. A figure as it was printed, to be held against what the registers say now.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, regionCode, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const publishedFigureRegister = defineRegister({
  code: 'published-figures',
  title: '已发布数',
  record: 'published-figure',
  slice: 'figures',
  table: 'published_figures',
  unit: '条',
  place: 'region',
  shared: true,
  key: ['figure', 'regionCode', 'asOf', 'publishedOn'],
  fields: {
    figure: text('指标', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    asOf: day('时点', { required: true, list: true }),
    publishedOn: day('公布日期', { required: true, role: 'since', list: true }),
    publishedText: text('公布文本', { required: true, list: true }),
    publishedValue: decimal('公布数值', { list: true }),
    unit: text('计量单位', { list: true }),
    comparison: choice(
      '比较',
      { equal: '=', 'at-least': '≥', above: '>' },
      { required: true, list: true, filter: true },
    ),
    digits: integer('位数', { list: true }),
    statement: text('发布稿', { required: true }),
  },
  roles: OFFICE_REGISTER,
});

export type PublishedFigure = RowOf<typeof publishedFigureRegister>;
