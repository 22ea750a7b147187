// 帮扶记录. What a helper did, within the pairing. Money given and money attracted are told apart.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, moneyYuan, reference, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { SUPPORT_STATES } from '../pairing-states.ts';
import { FUND_NATURES, SUPPORT_FIELDS, SUPPORT_WAYS, VISITOR_LEVELS } from '../pairing-words.ts';

export const supportRecordRegister = defineRegister({
  code: 'support-records',
  title: '帮扶记录',
  record: 'support-record',
  slice: 'pairing',
  table: 'support_records',
  unit: '条',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('记录编号', { required: true, list: true, find: true }),
    pairingNumber: reference('结对编号', 'pairings', { required: true, role: 'gives-place', list: true }),
    happenedOn: day('发生日期', { required: true, role: 'since', list: true }),
    field: choice('领域', SUPPORT_FIELDS, { required: true, list: true, filter: true }),
    way: choice('方式', SUPPORT_WAYS, { required: true, list: true, filter: true }),
    content: text('内容', { required: true, list: true }),
    amountFen: moneyYuan('金额', { list: true }),
    fundNature: choice('资金性质', FUND_NATURES, { required: { filled: 'amountFen' }, list: true, filter: true }),
    goodsValueFen: moneyYuan('物资折价', { list: true }),
    year: year('年度', { required: { filled: 'itemNumber' }, filter: true }),
    itemNumber: reference('条目', 'pairing-plans'),
    projectNumber: reference('项目编号', 'projects'),
    beneficiaryHouseholds: integer('受益户数', { unit: '户' }),
    beneficiaries: integer('受益人数', { unit: '人' }),
    beneficiaryTimes: integer('受益人次', { unit: '人次' }),
    visitorLevel: choice('走访人员级别', VISITOR_LEVELS),
    visits: integer('走访人次', { unit: '人次' }),
    helpedConfirmedOn: day('受帮扶方确认日期'),
  },
  checks: [
    { check: 'order', earlier: 'pairingNumber.startedOn', later: 'happenedOn' },
    { check: 'order', earlier: 'happenedOn', later: 'pairingNumber.endedOn', strict: true },
  ],
  states: SUPPORT_STATES,
  roles: OFFICE_REGISTER,
});

export type SupportRecord = RowOf<typeof supportRecordRegister>;
