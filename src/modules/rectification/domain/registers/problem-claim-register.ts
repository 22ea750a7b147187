// 问题认领. Whether a region has the problem, and what it pledges; a region that says it has none is looked at (registers §18).

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, reference, regionCode } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const problemClaimRegister = defineRegister({
  code: 'problem-claims',
  title: '问题认领',
  record: 'problem-claim',
  slice: 'rectification',
  table: 'problem_claims',
  unit: '条',
  place: 'region',
  key: ['problemNumber', 'regionCode'],
  fields: {
    problemNumber: reference('问题编号', 'problems', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    finding: choice('认领结果', { has: '有该问题', none: '没有该问题' }, { required: true, list: true, filter: true }),
    pledge: longText('整改承诺', { required: { field: 'finding', is: ['has'] } }),
    claimedOn: day('认领日期', { required: true, role: 'since', list: true }),
    sampledOn: day('抽查日期', { list: true, hint: '报“没有该问题”的地区须抽查' }),
    sampleFinding: choice(
      '抽查结果',
      { confirmed: '属实', denied: '不属实' },
      { required: { filled: 'sampledOn' }, list: true },
    ),
  },
  checks: [
    { check: 'order', earlier: 'problemNumber.reportedBackOn', later: 'claimedOn' },
    { check: 'order', earlier: 'claimedOn', later: 'sampledOn' },
  ],
  roles: OFFICE_REGISTER,
});

export type ProblemClaim = RowOf<typeof problemClaimRegister>;
