// 风险线索台账. Clues of before: running ones are made on screen and counted with these. Every step is held against the day it was found.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, householdNo, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const clueRecordRegister = defineRegister({
  code: 'clue-records',
  title: '风险线索台账',
  record: 'clue-record',
  slice: 'clues',
  table: 'clue_records',
  unit: '条',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('线索编号', { required: true, list: true, find: true }),
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    foundThrough: choice(
      '发现渠道',
      { declaration: '农户自主申报', visit: '干部走访排查', warning: '部门筛查预警', public: '社会监督' },
      { required: true, list: true, filter: true },
    ),
    sourceDepartment: text('来源部门', { list: true }),
    foundOn: day('发现日期', { required: true, role: 'since', list: true }),
    handledOn: day('处理日期', { required: { filled: 'handlingResult' }, list: true }),
    handlingResult: choice(
      '处理结果',
      { case: '立案', 'no-case': '不立案' },
      { required: { filled: 'handledOn' }, list: true, filter: true },
    ),
    checkedOn: day('核实日期', { required: { filled: 'checkResult' }, list: true }),
    checkResult: choice(
      '核实结果',
      { true: '属实', false: '不属实' },
      { required: { filled: 'checkedOn' }, list: true, filter: true },
    ),
    includedOn: day('纳入日期'),
    notIncludedReason: text('不纳入原因'),
  },
  checks: [
    { check: 'order', earlier: 'foundOn', later: 'handledOn' },
    { check: 'order', earlier: 'foundOn', later: 'checkedOn' },
    { check: 'order', earlier: 'foundOn', later: 'includedOn' },
  ],
  roles: OFFICE_REGISTER,
});

export type ClueRecord = RowOf<typeof clueRecordRegister>;
