// Warnings of the newest screening as rows that are searched the way those of a register are (举一反三): a view, of which nothing is written.

import { READERS } from '../../../kernel/operation.ts';
import { defineRegister } from '../../../kernel/register/define-register.ts';
import { choice, choices, day, regionCode, text, yesNo } from '../../../kernel/register/field.ts';
import { STATE_NAMES } from './lifecycle.ts';
import { DEFAULT_RULES, LEVEL_NAMES } from './rules.ts';

const RULES = Object.fromEntries(DEFAULT_RULES.map(({ code, name }) => [code, `${code} ${name}`]));

export const searchedWarnings = defineRegister({
  code: 'warnings',
  title: '预警',
  record: 'warning',
  slice: 'warnings',
  table: 'searched_warnings',
  unit: '条',
  place: 'village',
  key: ['householdNumber'],
  fields: {
    householdNumber: text('户编号', { required: true, list: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    rules: choices('命中规则', RULES, { filter: true }),
    warningLevel: choice('级别', LEVEL_NAMES, { required: true, list: true, filter: true }),
    warningState: choice('核实结果', STATE_NAMES, { required: true, filter: true }),
    isMonitored: yesNo('已是监测对象', { filter: true }),
    isLate: yesNo('逾期未核实', { filter: true }),
    isAssigned: yesNo('已指派核实人', { filter: true }),
    foundOn: day('发现日期', { required: true, filter: true }),
    dueOn: day('核实期限', { required: true, filter: true }),
    checkedOn: day('核实日期', { filter: true }),
  },
  roles: { read: READERS, write: [], import: [], export: [] },
});
