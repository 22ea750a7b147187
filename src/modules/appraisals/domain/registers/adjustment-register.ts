// 加减分和否决. Points beside the indicators, and what caps a grade, each with its reason and evidence.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, longText, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { ADJUSTMENTS, GRADES } from '../reckon.ts';
import { JUDGING_REGISTER } from './scheme-register.ts';

export const adjustmentRegister = defineRegister({
  code: 'assessment-adjustments',
  title: '考核加减分和否决',
  record: 'assessment-adjustment',
  slice: 'appraisals',
  table: 'assessment_adjustments',
  unit: '条',
  place: 'region',
  key: ['schemeNumber', 'adjustmentNumber'],
  fields: {
    schemeNumber: reference('方案编号', 'assessment-schemes', {
      ...{ required: true, role: 'gives-place', list: true, find: true },
    }),
    adjustmentNumber: text('调整编号', { required: true, list: true, find: true }),
    targetCode: regionCode('考核对象代码', { required: true, list: true }),
    adjustmentKind: choice('调整类别', ADJUSTMENTS, { required: true, list: true, filter: true }),
    points: decimal('调整分值', {
      ...{ required: { field: 'adjustmentKind', is: ['bonus', 'deduct'] }, least: 0, list: true },
    }),
    capGrade: choice('封顶等次', GRADES, { required: { field: 'adjustmentKind', is: ['cap'] } }),
    reason: longText('事由', { required: true }),
    evidence: longText('佐证', { required: true }),
    occurredOn: day('发生日期', { required: true, role: 'since', list: true }),
    problemNumber: reference('问题编号', 'problems', { hint: '按问题整改处理的填，同一问题只扣一次' }),
  },
  checks: [
    { check: 'below', lower: 'targetCode', upper: 'schemeNumber.regionCode' },
    { check: 'closed', with: 'schemeNumber', by: 'announcedOn' },
  ],
  roles: JUDGING_REGISTER,
});

export type AdjustmentRow = RowOf<typeof adjustmentRegister>;
