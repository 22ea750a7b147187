// 京蒙企业新增投资. Money a firm put in: agreed without its day of arrival, counted with it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, moneyWan, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { INVESTMENT_STATES } from '../cooperation/states.ts';

export const cooperationInvestmentRegister = defineRegister({
  code: 'cooperation-investments',
  title: '京蒙企业新增投资',
  record: 'cooperation-investment',
  slice: 'pairing',
  table: 'cooperation_investments',
  unit: '笔',
  place: 'county',
  key: ['number'],
  fields: {
    number: text('投资编号', { required: true, list: true, find: true }),
    organisationCode: reference('单位代码', 'cooperation-enterprises', { required: true, list: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    agreedOn: day('协议日期', { list: true, filter: true }),
    paidInOn: day('到位日期', { role: 'since', list: true, filter: true }),
    amountFen: moneyWan('投资金额', { required: true, list: true }),
    paidInEvidence: text('到位依据', { list: true }),
  },
  states: INVESTMENT_STATES,
  roles: OFFICE_REGISTER,
});

export type CooperationInvestment = RowOf<typeof cooperationInvestmentRegister>;
