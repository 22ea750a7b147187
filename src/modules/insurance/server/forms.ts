// The forms of the county's insurance as data. Why somebody was paid tells of health and is in none of them.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { byHand } from '../../../platform/server/registers/forms/form-cells.ts';
import type { RegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import { headColumn, VILLAGE_COLUMN } from '../../households/server/index.ts';
import type { FormKey } from '../domain/form-words.ts';
import { insuranceClaimRegister } from '../domain/insurance-claim-register.ts';
import { insurancePolicyRegister } from '../domain/insurance-policy-register.ts';

const of = (register: unknown) => register as RegisterDefinition;

export const INSURANCE_FORMS: Record<FormKey, RegisterForm> = {
  policies: {
    register: of(insurancePolicyRegister),
    columns: [
      ...['regionCode', 'number', 'insuranceKind', 'insurer', 'coverFrom', 'coverThrough', 'insuredPersons'],
      ...['personsCovered', 'premiumFen', 'premiumPerPersonFen', 'fundKind', 'coverage'],
    ],
    where: 't.cover_through >= d.today',
  },
  claims: {
    register: of(insuranceClaimRegister),
    columns: [
      ...[VILLAGE_COLUMN, 'number', 'policyNumber', 'householdNumber', headColumn(), 'name', 'lossOn', 'lossAmountFen'],
      ...['claimAmountFen', 'claimPaidOn', byHand('领取人签字')],
    ],
    where: `t.claim_paid_on > (d.today - interval '1 year')::date`,
  },
};
