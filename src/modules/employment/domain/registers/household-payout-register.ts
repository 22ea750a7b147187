// 到户到人发放. Money paid out to a person or household, whatever it came from. The account is sealed.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, moneyYuan, reference, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PERSON, PERSON_FIELDS } from '../../../../kernel/register/person-fields.ts';

/** Loans and students are never told of by name (registers §7, §8). */
const OPEN_PAYOUTS = [
  'linkage',
  'dividend',
  'subsidy',
  'post-subsidy',
  'relief-wage',
  'travel',
  'local-job',
  'training',
];

export const householdPayoutRegister = defineRegister({
  code: 'household-payouts',
  title: '到户到人发放',
  record: 'household-payout',
  slice: 'employment',
  table: 'household_payouts',
  unit: '笔',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('发放编号', { required: true, list: true, find: true }),
    ...PERSON_FIELDS,
    payoutKind: choice(
      '发放类别',
      {
        linkage: '利益联结兑现',
        dividend: '资产收益分红',
        subsidy: '到户补助',
        'post-subsidy': '公益岗位补贴',
        'relief-wage': '以工代赈劳务报酬',
        yulu: '雨露计划补助',
        travel: '跨省务工交通补贴',
        'local-job': '县内务工稳岗补贴',
        training: '培训补贴',
        'loan-interest': '小额信贷贴息',
        other: '其他',
      },
      { required: true, list: true, filter: true },
    ),
    period: text('所属期', { required: true, list: true }),
    paidOn: day('发放日期', { required: true, role: 'since', list: true }),
    amountFen: moneyYuan('发放金额', { required: true }),
    account: text('收款账号', { secret: 'sealed' }),
    allocationNumber: reference('分配编号', 'fund-allocations'),
    projectNumber: reference('项目编号', 'projects'),
    assetNumber: reference('资产编号', 'assets'),
    agreementNumber: reference('协议编号', 'linkage-contracts'),
  },
  person: PERSON,
  notices: [
    {
      kind: 'list',
      title: '到户资金发放公示',
      levels: ['village', 'township'],
      // Students stand on no list in public.
      where: { field: 'payoutKind', is: OPEN_PAYOUTS },
      columns: [{ head: 'householdNumber' }, 'payoutKind', 'period', 'amountFen', 'paidOn'],
      about: '现将到户到人资金的发放情况予以公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type HouseholdPayout = RowOf<typeof householdPayoutRegister>;
