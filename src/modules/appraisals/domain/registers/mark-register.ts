// 人工评分. What somebody judged of an indicator that no figure counts, and by what evidence. Several marks are averaged.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, decimal, longText, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { JUDGING_REGISTER } from './scheme-register.ts';

export const markRegister = defineRegister({
  code: 'assessment-marks',
  title: '考核人工评分',
  record: 'assessment-mark',
  slice: 'appraisals',
  table: 'assessment_marks',
  unit: '条',
  place: 'region',
  key: ['schemeNumber', 'indicatorNumber', 'targetCode', 'scorer'],
  fields: {
    schemeNumber: reference('方案编号', 'assessment-schemes', {
      ...{ required: true, role: 'gives-place', list: true, find: true },
    }),
    indicatorNumber: reference('指标编号', 'assessment-indicators', { required: true, list: true }),
    targetCode: regionCode('考核对象代码', { required: true, list: true }),
    scorer: text('评分单位', { required: true, list: true, filter: true }),
    value: decimal('评分值', { required: true, list: true, hint: '评议为百分制，其他按指标的计量单位' }),
    evidence: longText('佐证', { required: true, hint: '文件、记录或照片在哪里' }),
    scoredOn: day('评分日期', { required: true, role: 'since', list: true }),
    problemNumber: reference('问题编号', 'problems', { hint: '按问题整改扣分的填，同一问题不再另扣' }),
  },
  checks: [
    { check: 'below', lower: 'targetCode', upper: 'schemeNumber.regionCode' },
    { check: 'closed', with: 'schemeNumber', by: 'announcedOn' },
  ],
  roles: JUDGING_REGISTER,
});

export type Mark = RowOf<typeof markRegister>;
