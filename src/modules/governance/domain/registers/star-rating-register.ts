// 星级户评定. How many stars the village gave a household in a year; no legal benefit hangs on it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, householdNo, text, year } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { STARS } from '../words.ts';

export const starRatingRegister = defineRegister({
  code: 'star-ratings',
  title: '星级户评定',
  record: 'star-rating',
  slice: 'governance',
  table: 'star_ratings',
  unit: '户',
  place: 'household',
  key: ['householdNumber', 'ratedYear'],
  fields: {
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    ratedYear: year('评定年度', { required: true, role: 'year', list: true, filter: true }),
    stars: choice('星级', STARS, { required: true, list: true, filter: true }),
    ratedOn: day('评定日期', { required: true, role: 'since', list: true }),
    minutesNo: text('会议纪要编号', { list: true }),
    basis: text('评定依据', { list: true }),
  },
  roles: VILLAGE_REGISTER,
});

export type StarRating = RowOf<typeof starRatingRegister>;
