// 信用户评定. What a bank thinks of a household: shown as the bank gave it, never reckoned here, and hung out nowhere.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, householdNo, moneyYuan, text, yesNo } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { STARS } from '../words.ts';

export const creditRatingRegister = defineRegister({
  code: 'credit-ratings',
  title: '信用户评定',
  record: 'credit-rating',
  slice: 'governance',
  table: 'credit_ratings',
  unit: '户',
  place: 'household',
  key: ['householdNumber', 'rater', 'validUntil'],
  fields: {
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    rater: text('评定机构', { required: true, list: true, find: true }),
    stars: choice('信用等级', STARS, { required: true, list: true, filter: true }),
    lineFen: moneyYuan('授信额', { secret: 'sealed' }),
    ratedOn: day('评定日期', { required: true, role: 'since', list: true }),
    validUntil: day('有效期至', { required: true, role: 'through', list: true }),
    basis: text('评定依据', { list: true }),
    isConsented: yesNo('农户同意采集', { required: true, list: true }),
  },
  checks: [{ check: 'order', earlier: 'ratedOn', later: 'validUntil' }],
  roles: OFFICE_REGISTER,
});

export type CreditRating = RowOf<typeof creditRatingRegister>;
