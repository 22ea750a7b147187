// 资产收益分配. What was given out of an asset’s income, by year and purpose: never more than arrived up to now.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, moneyYuan, reference, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const assetDistributionRegister = defineRegister({
  code: 'asset-distributions',
  title: '资产收益分配',
  record: 'asset-distribution',
  slice: 'assets',
  table: 'asset_distributions',
  unit: '笔',
  place: 'village',
  key: ['assetNumber', 'distributionYear', 'purpose', 'recipient'],
  fields: {
    assetNumber: reference('资产编号', 'assets', { required: true, role: 'gives-place', list: true }),
    distributionYear: year('分配年度', { required: true, role: 'year', list: true, filter: true }),
    purpose: choice(
      '用途',
      {
        'public-post': '公益岗',
        'small-works': '小型公益',
        award: '奖补',
        relief: '困难救助',
        reserve: '集体积累',
        dividend: '分红',
      },
      { required: true, list: true, filter: true },
    ),
    recipient: text('分配对象', { required: true, list: true, find: true }),
    schemeOn: day('方案日期', { required: true, role: 'since', list: true }),
    amountFen: moneyYuan('分配金额', { required: true, list: true }),
    paidOn: day('发放日期', { list: true }),
  },
  checks: [
    {
      check: 'sum',
      code: 'over-income',
      used: { of: 'asset-distributions', group: ['assetNumber'], amount: 'amountFen' },
      limit: [{ of: 'asset-incomes', group: ['contractNumber.assetNumber'], amount: 'amountReceivedFen' }],
    },
  ],
  notices: [
    {
      kind: 'list',
      title: '资产收益分配公示',
      levels: ['village', 'township'],
      columns: [
        'assetNumber.assetName',
        'distributionYear',
        'purpose',
        { head: 'recipient' },
        'amountFen',
        'schemeOn',
        'paidOn',
      ],
      about: '经集体讨论通过，拟按下列方案分配资产收益，现予公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type AssetDistribution = RowOf<typeof assetDistributionRegister>;
