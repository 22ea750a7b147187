// 积分记录. Points of a household: earned, taken off, spent. Written without sign; nothing is spent that was not there on the day.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import {
  choice,
  day,
  decimal,
  householdNo,
  integer,
  reference,
  regionCode,
  text,
} from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { POINT_ENTRY_STATES } from '../states.ts';

export const pointEntryRegister = defineRegister({
  code: 'point-entries',
  title: '积分记录',
  record: 'point-entry',
  slice: 'governance',
  table: 'point_entries',
  unit: '条',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('记录编号', { required: true, list: true, find: true }),
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    villageCode: regionCode('嘎查村代码', { required: { filled: 'ruleNumber' }, level: 'village', list: true }),
    recordKind: choice(
      '记录类型',
      { earned: '得分', deduction: '扣分', spent: '兑换' },
      { required: true, list: true, filter: true },
    ),
    ruleNumber: reference('规则编号', 'point-rules', {
      required: { field: 'recordKind', is: ['earned', 'deduction'] },
      list: true,
    }),
    happenedOn: day('发生日期', { required: true, role: 'since', list: true }),
    points: integer('分值', { required: true, unit: '分', list: true }),
    redeemedFor: text('兑换物品', { required: { field: 'recordKind', is: ['spent'] }, list: true }),
    quantity: decimal('数量', { list: true }),
    recorder: text('记录人'),
    reviewer: text('复核人'),
  },
  checks: [
    { check: 'same-place', left: 'villageCode', right: 'place', level: 'village' },
    {
      check: 'balance',
      group: ['householdNumber'],
      amount: 'points',
      kind: 'recordKind',
      earned: 'earned',
      takenOff: 'deduction',
      spent: 'spent',
    },
  ],
  notices: [
    {
      kind: 'list',
      title: '积分公示',
      levels: ['village'],
      // The story of a deduction stays inside.
      columns: [{ head: 'householdNumber' }, 'recordKind', 'points', 'happenedOn'],
      about: '现将农牧户的积分予以公示。',
      days: 5,
    },
  ],
  states: POINT_ENTRY_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type PointEntry = RowOf<typeof pointEntryRegister>;
