// 考核结果运用. What follows from a published grade: praise and money for who did well, talk, rectification or supervision for who did not. It is drafted by one
// account and decided by another, and open until it was done.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, moneyWan, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import type { States } from '../../../../kernel/register/states.ts';
import { APPRAISAL_READERS, ASSESSORS } from './scheme-states.ts';

export const USES = {
  praise: '通报表扬',
  'reward-money': '奖励资金',
  talk: '约谈',
  rectify: '限期整改',
  supervised: '挂牌督办',
} as const;
/** What only good grades lead to; the others follow from average and poor ones. */
export const REWARDS = ['praise', 'reward-money'] as const satisfies readonly (keyof typeof USES)[];

const STATES: States = {
  first: 'drafted',
  names: { drafted: '拟定', decided: '已决定', done: '已落实' },
  reached: [
    ['done', { filled: 'doneOn' }],
    ['decided', { filled: 'decidedOn' }],
  ],
  open: ['drafted'],
  moves: {
    decide: {
      ...{ title: '决定', from: ['drafted'], to: 'decided', roles: ASSESSORS, day: 'decidedOn' },
      ...{ asks: ['documentNo'], apart: true },
    },
    finish: {
      ...{
        title: '落实',
        from: ['decided'],
        to: 'done',
        roles: ASSESSORS,
        day: 'doneOn',
        asks: ['outcome'],
        single: true,
      },
    },
  },
};

export const useRegister = defineRegister({
  code: 'assessment-uses',
  title: '考核结果运用',
  record: 'assessment-use',
  slice: 'appraisals',
  table: 'assessment_uses',
  unit: '条',
  place: 'region',
  key: ['schemeNumber', 'regionCode', 'useKind'],
  fields: {
    schemeNumber: reference('方案编号', 'assessment-schemes', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    useKind: choice('运用方式', USES, { required: true, list: true, filter: true }),
    reason: longText('事由', { required: true }),
    amountFen: moneyWan('奖励金额', { required: { field: 'useKind', is: ['reward-money'] }, list: true }),
    problemNumber: reference('问题编号', 'problems', {
      ...{ required: { field: 'useKind', is: ['rectify'] }, list: true },
      hint: '限期整改的先在问题整改里立项，同一问题已经约谈的不再约谈',
    }),
    dueOn: day('落实期限', { required: { field: 'useKind', is: ['talk', 'rectify', 'supervised'] }, list: true }),
    decidedOn: day('决定日期', { role: 'since', list: true }),
    documentNo: text('文号'),
    doneOn: day('落实日期', { list: true }),
    outcome: longText('落实情况', { required: { filled: 'doneOn' } }),
  },
  checks: [
    { check: 'below', lower: 'regionCode', upper: 'schemeNumber.regionCode' },
    { check: 'order', earlier: 'decidedOn', later: 'doneOn' },
  ],
  states: STATES,
  roles: {
    read: APPRAISAL_READERS,
    export: ['region-officer'],
    write: ['region-officer'],
    import: ['region-officer'],
  },
});

export type AssessmentUse = RowOf<typeof useRegister>;
