// 防贫保理赔. What a policy paid to somebody of a household. The cause tells of health and is sealed.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, moneyYuan, reference, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { PERSON, PERSON_FIELDS } from '../../../kernel/register/person-fields.ts';
import { CLAIM_STATES } from './insurance-states.ts';

export const insuranceClaimRegister = defineRegister({
  code: 'insurance-claims',
  title: '防贫保理赔',
  record: 'insurance-claim',
  slice: 'insurance',
  table: 'insurance_claims',
  unit: '件',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('赔案号', { required: true, list: true, find: true }),
    policyNumber: reference('保单号', 'insurance-policies', { required: true, list: true }),
    ...PERSON_FIELDS,
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
      { required: true, secret: 'sealed' },
    ),
    lossAmountFen: moneyYuan('损失金额'),
    claimAmountFen: moneyYuan('赔付金额', { required: true }),
    claimPaidOn: day('赔付日期', { required: true, role: 'since' }),
  },
  person: PERSON,
  checks: [{ check: 'order', earlier: 'lossOn', later: 'claimPaidOn' }],
  states: CLAIM_STATES,
  roles: OFFICE_REGISTER,
});

export type InsuranceClaim = RowOf<typeof insuranceClaimRegister>;
