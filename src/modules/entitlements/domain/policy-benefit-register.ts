// 政策享受. What a household or person got of a clause, where no other register tells of it: payouts and measures are counted from their own.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { day, moneyYuan, reference, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { PERSON, PERSON_FIELDS } from '../../../kernel/register/person-fields.ts';

export const policyBenefitRegister = defineRegister({
  code: 'policy-benefits',
  title: '政策享受',
  record: 'policy-benefit',
  slice: 'entitlements',
  table: 'policy_benefits',
  unit: '条',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('享受编号', { required: true, list: true, find: true }),
    documentNumber: reference('文件编号', 'policies', { required: true, list: true }),
    clauseNo: reference('条号', 'policy-clauses', { required: true, list: true }),
    ...PERSON_FIELDS,
    period: text('所属期', { required: true, list: true }),
    receivedOn: day('享受日期', { required: true, role: 'since', list: true }),
    amountFen: moneyYuan('享受金额', { list: true }),
    source: text('来源', { list: true, hint: '部门名册、批次或凭证号' }),
  },
  person: PERSON,
  notices: [
    {
      kind: 'list',
      title: '政策享受公示',
      levels: ['village', 'township'],
      columns: [{ head: 'householdNumber' }, 'documentNumber.title', 'clauseNo', 'period', 'amountFen'],
      about: '现将政策享受情况予以公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type PolicyBenefit = RowOf<typeof policyBenefitRegister>;
