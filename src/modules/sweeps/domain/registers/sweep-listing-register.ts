// 轮次名单. Households that somebody puts on a list of a round by hand or by file, beside those the rules find.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, householdNo, reference, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { SWEEP_LISTS } from '../words.ts';

export const sweepListingRegister = defineRegister({
  code: 'sweep-listings',
  title: '轮次名单',
  record: 'sweep-listing',
  slice: 'sweeps',
  table: 'sweep_listings',
  unit: '户',
  place: 'household',
  key: ['sweepNumber', 'householdNumber', 'list'],
  fields: {
    sweepNumber: reference('轮次编号', 'sweeps', { required: true, list: true }),
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    list: choice('清单', SWEEP_LISTS, { required: true, list: true, filter: true }),
    reason: text('入选依据', { list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type SweepListing = RowOf<typeof sweepListingRegister>;
