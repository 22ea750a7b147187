// 举一反三排查. A region searched itself for problems of the kind: by which rule, how many rows it looked at, found and put right.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, integer, longText, reference, regionCode } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const spreadCheckRegister = defineRegister({
  code: 'spread-checks',
  title: '举一反三排查',
  record: 'spread-check',
  slice: 'rectification',
  table: 'spread_checks',
  unit: '次',
  place: 'region',
  key: ['problemNumber', 'regionCode', 'searchedOn'],
  fields: {
    problemNumber: reference('问题编号', 'problems', { required: true, list: true, find: true }),
    regionCode: regionCode('排查地区代码', { required: true, role: 'place', list: true }),
    searchedOn: day('排查日期', { required: true, role: 'since', list: true }),
    rule: longText('排查规则', { required: true, hint: '按什么条件、查了哪些台账' }),
    looked: integer('排查数', { required: true, least: 0, list: true }),
    found: integer('发现数', { required: true, least: 0, list: true }),
    fixed: integer('整改数', { required: true, least: 0, list: true }),
  },
  checks: [
    { check: 'order', earlier: 'problemNumber.reportedBackOn', later: 'searchedOn' },
    { check: 'within', part: 'found', whole: 'looked' },
    { check: 'within', part: 'fixed', whole: 'found' },
  ],
  roles: OFFICE_REGISTER,
});

export type SpreadCheck = RowOf<typeof spreadCheckRegister>;
