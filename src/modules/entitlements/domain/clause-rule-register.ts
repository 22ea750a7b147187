// 条款适用规则. Whom a clause is for, what counts as having got it, and what to bring where. A county adds its own counter and papers to a
// clause of the region: a rule holds for the households below its region.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import {
  choice,
  choices,
  day,
  integer,
  longText,
  moneyYuan,
  reference,
  regionCode,
  text,
} from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { householdPayoutRegister } from '../../employment/domain/registers/household-payout-register.ts';
import { helpMeasureRegister } from '../../help/domain/registers/help-measure-register.ts';
import { recognitionRegister } from '../../industry/domain/registers/recognition-register.ts';
import { HOUSEHOLD_FACTS } from './household-facts.ts';

export const CYCLES = { once: '一次性', yearly: '每年', monthly: '每月' } as const;
export type Cycle = keyof typeof CYCLES;
export const TARGETS = { household: '农牧户', county: '旗县', enterprise: '经营主体' } as const;

const OF_HOUSEHOLD = { field: 'target', is: ['household'] } as const;

export const clauseRuleRegister = defineRegister({
  code: 'policy-clause-rules',
  title: '条款适用规则',
  record: 'policy-clause-rule',
  slice: 'entitlements',
  table: 'policy_clause_rules',
  unit: '条',
  place: 'region',
  shared: true,
  key: ['documentNumber', 'clauseNo', 'regionCode', 'ruleNo'],
  fields: {
    documentNumber: reference('文件编号', 'policies', { required: true, list: true }),
    clauseNo: reference('条号', 'policy-clauses', { required: true, list: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true, hint: '规则适用的地区' }),
    ruleNo: integer('规则序号', { required: true, least: 1, list: true, hint: '同一条款有几种情形的分几行填' }),
    target: choice('适用对象', TARGETS, { required: true, list: true, filter: true }),
    allFacts: choices('须同时具备', HOUSEHOLD_FACTS, { list: true }),
    anyFacts: choices('至少具备一项', HOUSEHOLD_FACTS, { list: true }),
    noFacts: choices('不得具备', HOUSEHOLD_FACTS, { list: true }),
    perHeadBelowFen: moneyYuan('人均纯收入低于'),
    recognitions: choices('经营主体称号', recognitionRegister.fields.title.values ?? {}, {
      hint: '不填为全部经营主体',
    }),
    cycle: choice('享受周期', CYCLES, { required: OF_HOUSEHOLD, list: true }),
    payoutKinds: choices('视为享受的发放类别', householdPayoutRegister.fields.payoutKind.values ?? {}),
    measureKinds: choices('视为享受的帮扶措施', helpMeasureRegister.fields.measureKind.values ?? {}),
    bring: longText('需要携带的材料'),
    counter: text('办理地点', { list: true }),
    office: text('办理单位', { list: true }),
    effectiveOn: day('规则启用日期', { required: true, role: 'since', list: true }),
    expiredOn: day('规则停用日期', { role: 'until', list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type ClauseRule = RowOf<typeof clauseRuleRegister>;
