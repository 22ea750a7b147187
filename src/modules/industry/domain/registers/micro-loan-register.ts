// 小额信贷. A bank’s loan to a household. What is unusual about it is told as a doubt: the bank has lent already.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import {
  choice,
  day,
  decimal,
  householdNo,
  idNumber,
  moneyYuan,
  name,
  reference,
  text,
} from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { LOAN_PRODUCTS } from '../loans/loan-products.ts';
import { LOAN_STATES } from '../loans/loan-states.ts';

export const microLoanRegister = defineRegister({
  code: 'micro-loans',
  title: '小额信贷',
  record: 'micro-loan',
  slice: 'industry',
  table: 'micro_loans',
  unit: '笔',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('借款编号', { required: true, list: true, find: true }),
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    personNumber: text('人编号', { list: true }),
    idNumber: idNumber({ form: 'as-given' }),
    name: name('姓名', { required: true }),
    loanProduct: choice('贷款产品', LOAN_PRODUCTS, { required: true, list: true, filter: true }),
    lender: text('贷款机构', { required: true, list: true }),
    loanAmountFen: moneyYuan('贷款金额', { required: true, list: true }),
    interestRate: decimal('年利率', { unit: '%', list: true }),
    lentOn: day('放款日期', { required: true, role: 'since' }),
    dueOn: day('到期日期', { required: true }),
    extendedTo: day('展期至'),
    settledOn: day('结清日期', { role: 'until' }),
    loanPurpose: text('贷款用途', { required: true }),
    renewedLoanNumber: reference('续贷原借款编号', 'micro-loans'),
    interestSubsidyFen: moneyYuan('贴息金额'),
    riskGrade: choice('五级分类', {
      normal: '正常',
      watch: '关注',
      substandard: '次级',
      doubtful: '可疑',
      loss: '损失',
    }),
    overdueFrom: day('逾期起日'),
    purposeCheckedOn: day('用途核查日期', { required: { filled: 'purposeCheckResult' } }),
    purposeCheckResult: choice(
      '用途核查结果',
      { 'as-stated': '相符', diverted: '挪用', idle: '闲置', invested: '入股' },
      { required: { filled: 'purposeCheckedOn' } },
    ),
  },
  person: { number: 'personNumber', idNumber: 'idNumber', name: 'name', household: 'householdNumber' },
  checks: [
    { check: 'order', earlier: 'lentOn', later: 'dueOn' },
    { check: 'order', earlier: 'dueOn', later: 'extendedTo' },
  ],
  states: LOAN_STATES,
  roles: OFFICE_REGISTER,
});

export type MicroLoan = RowOf<typeof microLoanRegister>;
