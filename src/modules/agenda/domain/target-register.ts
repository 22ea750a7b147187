// 目标任务: what a level sets a region for a figure and a year. Of several the newest counts; the older ones stay.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, decimal, reference, regionCode, text, year } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const TARGET_SETTERS = { nation: '国家', region: '自治区', prefecture: '盟市', county: '旗县' } as const;

export const TARGET_UNITS = {
  person: '人',
  household: '户',
  'person-time': '人次',
  item: '个',
  firm: '家',
  yuan: '元',
  wan: '万元',
  yi: '亿元',
  percent: '%',
} as const;

export const targetRegister = defineRegister({
  code: 'targets',
  title: '目标任务',
  record: 'target',
  slice: 'agenda',
  table: 'targets',
  unit: '条',
  place: 'region',
  shared: true,
  key: ['figure', 'regionCode', 'year', 'setBy', 'setOn'],
  fields: {
    figure: text('指标', { required: true, form: 'figure', list: true, find: true, hint: '指标的代码或名称' }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    setBy: choice('下达层级', TARGET_SETTERS, { required: true, list: true, filter: true }),
    value: decimal('目标值', { required: true, list: true }),
    unit: choice('计量单位', TARGET_UNITS, { required: true, list: true }),
    setOn: day('下达日期', { required: true, role: 'since', list: true }),
    documentNo: text('文号', { list: true }),
    documentNumber: reference('文件编号', 'policies', { required: { filled: 'clauseNo' } }),
    clauseNo: reference('条号', 'policy-clauses', { hint: '设定该目标的条款，与文件编号一起填' }),
  },
  roles: OFFICE_REGISTER,
});

export type Target = RowOf<typeof targetRegister>;
