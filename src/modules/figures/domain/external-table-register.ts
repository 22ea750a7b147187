// 外部数据表. A row of a table of another province. Without all its rows there is no rank.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, text, year } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const externalTableRegister = defineRegister({
  code: 'external-tables',
  title: '外部数据表',
  record: 'external-table',
  slice: 'figures',
  table: 'external_tables',
  unit: '行',
  place: 'region',
  shared: true,
  key: ['tableName', 'year', 'provinceCode'],
  fields: {
    tableName: choice('表名', { 'lifted-income': '脱贫人口人均纯收入' }, { required: true, list: true, filter: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    provinceCode: text('省级代码', { required: true, list: true, find: true }),
    province: text('省区市', { required: true, list: true }),
    value: decimal('数值', { required: true, list: true }),
    unit: text('计量单位', { required: true, list: true }),
    expectedRows: integer('应有行数', { required: true, unit: '行', list: true }),
    dataSource: text('数据来源', { required: true, list: true }),
    publishedOn: day('发布日期', { required: true, role: 'since', list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type ExternalTable = RowOf<typeof externalTableRegister>;
