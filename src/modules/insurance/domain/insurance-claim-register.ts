// 防贫保理赔: TODO what a row is and what is special.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import {
  choice,
  day,
  householdNo,
  idNumber,
  moneyYuan,
  name,
  reference,
  regionCode,
  text,
} from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const insuranceClaimRegister = defineRegister({
  code: 'insurance-claims',
  title: '防贫保理赔',
  record: 'insurance-claim',
  slice: 'insurance',
  table: 'insurance_claims',
  unit: '条',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('赔案号', { required: true, list: true, find: true }),
    policyNumber: reference('保单号', 'insurance-policies', { required: true, list: true }),
    householdNumber: householdNo({ role: 'place', list: true }),
    villageCode: regionCode('嘎查村代码', {
      required: { empty: 'householdNumber' },
      role: 'place',
      level: 'village',
      list: true,
    }),
    personNumber: text('人编号', { list: true }),
    idNumber: idNumber({ required: { empty: 'householdNumber' } }),
    name: name('姓名', { required: true }),
    lossOn: day('出险日期', { required: true, list: true }),
    reason: choice(
      '事由',
      {
        illness: '因病',
        disability: '因残',
        schooling: '因学',
        disaster: '因自然灾害',
        accident: '因意外事故',
        other: '其他',
      },
      { required: true, secret: 'sealed', filter: true },
    ),
    lossAmountFen: moneyYuan('损失金额'),
    claimAmountFen: moneyYuan('赔付金额', { required: true }),
    claimPaidOn: day('赔付日期', { required: true, role: 'since' }),
  },
  roles: OFFICE_REGISTER,
});

export type InsuranceClaim = RowOf<typeof insuranceClaimRegister>;
