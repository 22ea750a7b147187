// 小额信贷申请. A household that asks for a loan: what for, how it was rated, the limit it was granted, and the loan it came to.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import {
  choice,
  day,
  householdNo,
  idNumber,
  moneyYuan,
  name,
  reference,
  text,
} from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { APPLICATION_STATES } from '../loans/application-states.ts';
import { LOAN_PRODUCTS } from '../loans/loan-products.ts';

export const loanApplicationRegister = defineRegister({
  code: 'loan-applications',
  title: '小额信贷申请',
  record: 'loan-application',
  slice: 'industry',
  table: 'loan_applications',
  unit: '件',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('申请编号', { required: true, list: true, find: true }),
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    personNumber: text('人编号', { list: true }),
    idNumber: idNumber({ form: 'as-given' }),
    name: name('姓名', { required: true }),
    loanProduct: choice('贷款产品', LOAN_PRODUCTS, { required: true, list: true, filter: true }),
    lender: text('拟贷机构', { required: true, list: true }),
    wantedFen: moneyYuan('申请金额', { required: true, list: true }),
    loanPurpose: text('申请用途', { required: true }),
    appliedOn: day('申请日期', { required: true, role: 'since', list: true, filter: true }),
    ratedOn: day('评级日期', { list: true }),
    rating: choice(
      '评级结果',
      { excellent: '优秀', good: '较好', fair: '一般', none: '不予评级' },
      { required: { filled: 'ratedOn' }, list: true, filter: true },
    ),
    creditedOn: day('授信日期', { list: true }),
    creditFen: moneyYuan('授信额度', { required: { filled: 'creditedOn' }, list: true }),
    loanNumber: reference('借款编号', 'micro-loans', { list: true }),
  },
  person: { number: 'personNumber', idNumber: 'idNumber', name: 'name', household: 'householdNumber' },
  checks: [
    { check: 'order', earlier: 'appliedOn', later: 'ratedOn' },
    { check: 'order', earlier: 'ratedOn', later: 'creditedOn' },
    { check: 'within', part: 'creditFen', whole: 'wantedFen' },
  ],
  states: APPLICATION_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type LoanApplication = RowOf<typeof loanApplicationRegister>;
