// 考核分组. Which of the assessed are like each other, where size alone does not say it; and who takes no part.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { reference, regionCode, text, yesNo } from '../../../../kernel/register/field.ts';
import { ASSESSOR_REGISTER } from './scheme-register.ts';

export const groupRegister = defineRegister({
  code: 'assessment-groups',
  title: '考核分组',
  record: 'assessment-group',
  slice: 'appraisals',
  table: 'assessment_groups',
  unit: '个',
  place: 'region',
  shared: true,
  key: ['schemeNumber', 'targetCode'],
  fields: {
    schemeNumber: reference('方案编号', 'assessment-schemes', {
      ...{ required: true, role: 'gives-place', list: true, find: true },
    }),
    targetCode: regionCode('考核对象代码', { required: true, list: true }),
    groupName: text('组别', { required: true, list: true }),
    excluded: yesNo('不参加考核', { list: true }),
  },
  checks: [
    { check: 'below', lower: 'targetCode', upper: 'schemeNumber.regionCode' },
    { check: 'closed', with: 'schemeNumber', by: 'issuedOn' },
  ],
  roles: ASSESSOR_REGISTER,
});

export type Group = RowOf<typeof groupRegister>;
