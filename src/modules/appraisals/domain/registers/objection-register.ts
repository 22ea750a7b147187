// 考核异议. What an assessed region says against a score, with evidence. It is answered by who assesses; the score as it was computed
// stays, and beside it stands the one that was put right.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, longText, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import type { States } from '../../../../kernel/register/states.ts';
import { APPRAISAL_READERS, ASSESSORS } from './scheme-states.ts';

const STATES: States = {
  first: 'raised',
  names: { raised: '待答复', upheld: '已采纳', rejected: '不采纳', withdrawn: '已撤回' },
  reached: [
    ['upheld', { field: 'verdict', is: ['upheld'] }],
    ['rejected', { field: 'verdict', is: ['rejected'] }],
    ['withdrawn', { field: 'verdict', is: ['withdrawn'] }],
  ],
  open: ['raised'],
  moves: {
    uphold: {
      title: '采纳并更正',
      from: ['raised'],
      to: 'upheld',
      roles: ASSESSORS,
      day: 'answeredOn',
      asks: ['reply', 'correctedPoints'],
      sets: { verdict: 'upheld' },
      needs: [{ field: 'indicatorNumber' }],
      apart: true,
      single: true,
    },
    reject: {
      title: '不采纳',
      from: ['raised'],
      to: 'rejected',
      roles: ASSESSORS,
      day: 'answeredOn',
      asks: ['reply'],
      sets: { verdict: 'rejected' },
      apart: true,
      single: true,
    },
    withdraw: {
      title: '撤回异议',
      from: ['raised'],
      to: 'withdrawn',
      roles: ['county-officer', 'region-officer'],
      sets: { verdict: 'withdrawn' },
    },
  },
};

export const objectionRegister = defineRegister({
  code: 'assessment-objections',
  title: '考核异议',
  record: 'assessment-objection',
  slice: 'appraisals',
  table: 'assessment_objections',
  unit: '条',
  place: 'region',
  key: ['objectionNumber'],
  fields: {
    objectionNumber: text('异议编号', { required: true, list: true, find: true }),
    schemeNumber: reference('方案编号', 'assessment-schemes', { required: true, list: true, find: true }),
    indicatorNumber: reference('指标编号', 'assessment-indicators', { list: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    claim: longText('异议内容', { required: true, list: true }),
    evidence: longText('佐证', { required: true }),
    raisedOn: day('提出日期', { required: true, role: 'since', list: true }),
    verdict: choice('答复结论', { upheld: '采纳', rejected: '不采纳', withdrawn: '撤回' }),
    reply: longText('答复', { required: { field: 'verdict', is: ['upheld', 'rejected'] } }),
    correctedPoints: decimal('更正得分', { required: { field: 'verdict', is: ['upheld'] }, least: 0, list: true }),
    answeredOn: day('答复日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'raisedOn', later: 'answeredOn' }],
  states: STATES,
  comesFrom: '在“考核得分”里打开本地区的得分明细，点“提出异议”。',
  roles: {
    read: APPRAISAL_READERS,
    write: ['county-officer', 'region-officer'],
    import: ['region-officer'],
    export: ['region-officer'],
  },
});

export type Objection = RowOf<typeof objectionRegister>;
