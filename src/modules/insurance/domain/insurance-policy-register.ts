// 防贫保保单. A county’s policy against falling back. Insured persons are counted; covered by its rule is another, larger number.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, integer, moneyWan, moneyYuan, regionCode, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { FUND_KINDS } from '../../funds/domain/fund-words.ts';
import { POLICY_STATES } from './insurance-states.ts';

export const insurancePolicyRegister = defineRegister({
  code: 'insurance-policies',
  title: '防贫保保单',
  record: 'insurance-policy',
  slice: 'insurance',
  table: 'insurance_policies',
  unit: '份',
  place: 'county',
  key: ['number'],
  fields: {
    number: text('保单号', { required: true, list: true, find: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    insuranceKind: choice(
      '险种',
      { 'poverty-insurance': '防贫保', other: '其他' },
      { required: true, list: true, filter: true },
    ),
    insurer: text('保险机构', { required: true, list: true }),
    coverFrom: day('起保日期', { required: true, role: 'since', list: true }),
    coverThrough: day('保障截止日期', { required: true, role: 'through', list: true }),
    insuredPersons: integer('参保人数', { required: true, unit: '人', list: true }),
    personsCovered: integer('覆盖人数', { unit: '人', list: true }),
    premiumFen: moneyWan('保费', { list: true }),
    premiumPerPersonFen: moneyYuan('人均保费'),
    fundKind: choice('资金种类', FUND_KINDS, { filter: true }),
    coverage: text('覆盖对象'),
  },
  states: POLICY_STATES,
  roles: OFFICE_REGISTER,
});

export type InsurancePolicy = RowOf<typeof insurancePolicyRegister>;
