// 红黄牌. A yellow or red card to a unit: proposed for a reason, given by the region alone, lifted when it is put right.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { CARD_STATES } from '../card-states.ts';

export const cardRegister = defineRegister({
  code: 'cards',
  title: '红黄牌',
  record: 'card',
  slice: 'rectification',
  table: 'cards',
  unit: '张',
  place: 'region',
  key: ['toUnit', 'problemNumber', 'colour', 'proposedOn'],
  fields: {
    toUnit: text('对象单位', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    problemNumber: reference('问题编号', 'problems', { list: true, find: true }),
    colour: choice('颜色', { yellow: '黄牌', red: '红牌' }, { required: true, list: true, filter: true }),
    reason: longText('事由', { required: true, list: true }),
    proposedOn: day('提出日期', { required: true, role: 'since', list: true }),
    givenOn: day('发出日期', { list: true }),
    cardDocumentNo: text('文号'),
    talkedOn: day('约谈日期'),
    liftedOn: day('解除日期', { role: 'until', list: true }),
  },
  checks: [
    { check: 'order', earlier: 'proposedOn', later: 'givenOn' },
    { check: 'order', earlier: 'givenOn', later: 'liftedOn' },
    { check: 'order', earlier: 'givenOn', later: 'talkedOn' },
  ],
  states: CARD_STATES,
  roles: OFFICE_REGISTER,
});

export type Card = RowOf<typeof cardRegister>;
