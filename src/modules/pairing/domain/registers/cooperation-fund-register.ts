// 京蒙协作资金. Beijing’s money where it first arrives, planned and received in rows of their own; passing it on is an issuance.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, moneyWan, regionCode, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const cooperationFundRegister = defineRegister({
  code: 'cooperation-funds',
  title: '京蒙协作资金',
  record: 'cooperation-fund',
  slice: 'pairing',
  table: 'cooperation_funds',
  unit: '笔',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('资金编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    nature: choice('性质', { planned: '计划', received: '到位' }, { required: true, list: true, filter: true }),
    payer: text('出资方', { required: true, list: true }),
    amountFen: moneyWan('金额', { required: true, list: true }),
    happenedOn: day('发生日期', { required: true, role: 'since', list: true }),
    documentNo: text('文号', { list: true }),
  },
  notices: [
    {
      kind: 'arranged',
      title: '京蒙协作资金公告',
      levels: ['county', 'prefecture', 'autonomous-region'],
      columns: ['regionCode', 'year', 'nature', 'payer', 'amountFen', 'happenedOn', 'documentNo'],
      about: '现将京蒙协作资金的出资方、金额和到位情况予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type CooperationFund = RowOf<typeof cooperationFundRegister>;
