// 通报. What a level told the levels below of a month: its ranking is kept with it and never moves, whatever is put right afterwards.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, longText, regionCode, regionCodes, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import type { States } from '../../../kernel/register/states.ts';

const STATES: States = {
  first: 'draft',
  names: { draft: '起草', issued: '已签发' },
  reached: [['issued', { filled: 'issuedOn' }]],
  open: ['draft'],
  moves: {
    // Who drafts does not sign, and what is signed is out of the house.
    issue: {
      title: '签发',
      from: ['draft'],
      to: 'issued',
      roles: ['region-officer'],
      day: 'issuedOn',
      asks: ['documentNo'],
      apart: true,
      single: true,
      final: true,
    },
  },
};

export const circularRegister = defineRegister({
  code: 'circulars',
  title: '通报台账',
  record: 'circular',
  slice: 'circulars',
  table: 'circulars',
  unit: '期',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('通报编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    kind: choice('通报事项', { employment: '稳岗就业' }, { required: true, list: true, filter: true }),
    asOf: day('数据时点', { required: true, role: 'since', list: true, filter: true }),
    documentNo: text('文号', { list: true, find: true }),
    issuedOn: day('签发日期', { list: true }),
    namedCounties: regionCodes('点名旗县', { level: 'county', list: true }),
    namedMatters: longText('点名事项', { hint: '印在通报正文中' }),
  },
  checks: [{ check: 'order', earlier: 'asOf', later: 'issuedOn' }],
  states: STATES,
  comesFrom: '在“起草通报”里选择事项和数据时点。',
  roles: { ...OFFICE_REGISTER, import: ['region-officer'] },
});

export type Circular = RowOf<typeof circularRegister>;
