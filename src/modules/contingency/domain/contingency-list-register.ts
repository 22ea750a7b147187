// 预案重点人群. Which households of the area are listed and visited once a plan is activated; several rows of a plan: whom one of them means.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choices, integer, moneyYuan, reference } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { HOUSEHOLD_FACTS } from '../../entitlements/domain/household-facts.ts';

export const contingencyListRegister = defineRegister({
  code: 'contingency-lists',
  title: '预案重点人群',
  record: 'contingency-list',
  slice: 'contingency',
  table: 'contingency_lists',
  unit: '条',
  place: 'region',
  key: ['planNumber', 'ruleNo'],
  fields: {
    planNumber: reference('预案编号', 'contingency-plans', { required: true, role: 'gives-place', list: true }),
    ruleNo: integer('规则序号', { required: true, least: 1, list: true }),
    allFacts: choices('须同时具备', HOUSEHOLD_FACTS, { list: true }),
    anyFacts: choices('至少具备一项', HOUSEHOLD_FACTS, { list: true }),
    noFacts: choices('不得具备', HOUSEHOLD_FACTS, { list: true }),
    perHeadBelowFen: moneyYuan('人均纯收入低于'),
  },
  roles: OFFICE_REGISTER,
});

export type ContingencyList = RowOf<typeof contingencyListRegister>;
