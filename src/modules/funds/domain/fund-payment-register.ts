// 资金支付. Money that left the treasury for an allocation, on the day it left; what came back is a row below zero. Judged together with the
// corrections of the allocation: all of the same issuance and project.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, moneyYuan, reference, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { PAYMENT_STATES } from './fund-states.ts';

export const fundPaymentRegister = defineRegister({
  code: 'fund-payments',
  title: '资金支付',
  record: 'fund-payment',
  slice: 'funds',
  table: 'fund_payments',
  unit: '笔',
  place: 'county',
  key: ['number'],
  fields: {
    number: text('支付编号', { required: true, list: true, find: true }),
    allocationNumber: reference('分配编号', 'fund-allocations', { required: true, role: 'gives-place', list: true }),
    paidOn: day('支付日期', { required: true, role: 'since', list: true }),
    amountFen: moneyYuan('支付金额', { required: true, list: true }),
    payee: text('收款方', { required: true, list: true }),
    account: text('收款账号', { secret: 'sealed' }),
    paymentKind: choice(
      '支付类别',
      {
        advance: '预付',
        progress: '进度款',
        settlement: '结算',
        retention: '质保金',
        subsidy: '到户补助',
        interest: '贴息',
        wages: '劳务报酬',
        management: '管理费',
        returned: '退回',
      },
      { required: true, list: true, filter: true },
    ),
    voucherNo: text('凭证号', { list: true }),
  },
  checks: [
    { check: 'order', earlier: 'allocationNumber.issuanceNumber.issuedOn', later: 'paidOn' },
    {
      check: 'sum',
      code: 'over-returned',
      returned: true,
      used: {
        of: 'fund-payments',
        group: ['allocationNumber.issuanceNumber', 'allocationNumber.projectNumber'],
        amount: 'amountFen',
      },
      limit: [],
    },
    {
      check: 'sum',
      code: 'over-allocated',
      used: {
        of: 'fund-payments',
        group: ['allocationNumber.issuanceNumber', 'allocationNumber.projectNumber'],
        amount: 'amountFen',
      },
      limit: [{ of: 'fund-allocations', group: ['issuanceNumber', 'projectNumber'], amount: 'amountFen' }],
    },
  ],
  states: PAYMENT_STATES,
  roles: OFFICE_REGISTER,
});

export type FundPayment = RowOf<typeof fundPaymentRegister>;
