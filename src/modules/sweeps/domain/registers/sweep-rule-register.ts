// 重点人群规则. Whom a region counts to a list of its rounds: facts of households, an open warning, long unsolved risks; several rows of a list: whom one of them means.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, choices, day, moneyYuan, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { HOUSEHOLD_FACTS } from '../../../entitlements/domain/household-facts.ts';
import { SWEEP_KINDS, SWEEP_LISTS } from '../words.ts';

export const SWEEP_SIGNALS = {
  warned: '有未核实的预警',
  stale: '有劳动力而久未消除风险',
  'income-fell': '纯收入比上年下降',
} as const;
export type SweepSignal = keyof typeof SWEEP_SIGNALS;

export const sweepRuleRegister = defineRegister({
  code: 'sweep-rules',
  title: '重点人群规则',
  record: 'sweep-rule',
  slice: 'sweeps',
  table: 'sweep_rules',
  unit: '条',
  place: 'region',
  shared: true,
  key: ['number'],
  fields: {
    number: text('规则编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    name: text('人群名称', { required: true, list: true, find: true }),
    list: choice('清单', SWEEP_LISTS, { required: true, list: true, filter: true }),
    kinds: choices('用于轮次', SWEEP_KINDS, { list: true, hint: '不选为各类轮次' }),
    allFacts: choices('须同时具备', HOUSEHOLD_FACTS, { list: true }),
    anyFacts: choices('至少具备一项', HOUSEHOLD_FACTS, { list: true }),
    noFacts: choices('不得具备', HOUSEHOLD_FACTS),
    perHeadBelowFen: moneyYuan('人均纯收入低于'),
    signal: choice('并且', SWEEP_SIGNALS, { list: true }),
    effectiveOn: day('启用日期', { required: true, role: 'since', list: true }),
    repealedOn: day('停用日期', { role: 'until', list: true }),
  },
  checks: [{ check: 'order', earlier: 'effectiveOn', later: 'repealedOn' }],
  roles: OFFICE_REGISTER,
});

export type SweepRule = RowOf<typeof sweepRuleRegister>;
