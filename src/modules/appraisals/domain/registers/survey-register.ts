// 实地调查. What families drawn by lot were asked and answered. The answers to an indicator, of a hundred, are its mark in their county.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, decimal, householdNo, longText, name, reference, text } from '../../../../kernel/register/field.ts';
import { JUDGING_REGISTER } from './scheme-register.ts';

export const surveyRegister = defineRegister({
  code: 'field-surveys',
  title: '考核实地调查',
  record: 'field-survey',
  slice: 'appraisals',
  table: 'field_surveys',
  unit: '条',
  place: 'household',
  key: ['schemeNumber', 'indicatorNumber', 'householdNumber', 'question'],
  fields: {
    schemeNumber: reference('方案编号', 'assessment-schemes', { required: true, list: true, find: true }),
    indicatorNumber: reference('指标编号', 'assessment-indicators', { required: true, list: true }),
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    question: text('题目', { required: true, list: true, find: true }),
    answer: longText('回答'),
    score: decimal('得分', { required: true, least: 0, list: true, hint: '百分制；一个指标在一个旗县的得分取平均' }),
    surveyor: name('调查员', { required: true, secret: 'masked', list: true }),
    surveyedOn: day('调查日期', { required: true, role: 'since', list: true }),
  },
  checks: [{ check: 'closed', with: 'schemeNumber', by: 'announcedOn' }],
  roles: JUDGING_REGISTER,
});

export type Survey = RowOf<typeof surveyRegister>;
