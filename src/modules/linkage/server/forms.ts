// The forms of registers §7 about firms, contracts and what they paid, as data.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { byHand } from '../../../platform/server/registers/forms/form-cells.ts';
import type { RegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import { householdPayoutRegister } from '../../employment/domain/registers/household-payout-register.ts';
import { headColumn, readText, VILLAGE_COLUMN } from '../../households/server/index.ts';
import { linkageContractRegister } from '../../industry/domain/registers/linkage-contract-register.ts';
import { recognitionRegister } from '../../industry/domain/registers/recognition-register.ts';
import type { FormKey } from '../domain/form-words.ts';

const of = (register: unknown) => register as RegisterDefinition;
/** Households that have a contract with the firm in force, each once. */
const CARRIED = `(select count(distinct c.household_number) from linkage_contracts c where c.organisation_code = t.organisation_code
  and not c.voided and c.started_on <= d.today and (c.through is null or c.through >= d.today) and c.dissolved_on is null)`;

export const LINKAGE_FORMS: Record<FormKey, RegisterForm> = {
  leading: {
    register: of(recognitionRegister),
    columns: [
      'regionCode',
      readText('firm', '单位名称', '(select o.name from organisations o where o.code = t.organisation_code)'),
      ...['organisationCode', 'title', 'level', 'recognitionDocumentNo', 'recognisedOn', 'monitoredOn', 'supportFrom'],
      ...['leadIndustry', 'yearlyTurnoverFen', 'drivenHouseholds'],
      { ...readText('carried', '协议联结户数', CARRIED), kind: 'number' },
    ],
    where: `t.title in ('leading', 'poverty-leading') and t.cancelled_on is null and (t.valid_through is null or t.valid_through >= d.today)`,
  },
  contracts: {
    register: of(linkageContractRegister),
    columns: [
      ...[VILLAGE_COLUMN, 'number', 'businessEntity', 'householdNumber', headColumn(), 'linkageWay', 'closeness'],
      ...['projectNumber', 'assetNumber', 'startedOn', 'through', 'agreedContent', 'agreedYearlyFen'],
    ],
    where: 't.dissolved_on is null and (t.through is null or t.through >= d.today)',
  },
  payouts: {
    register: of(householdPayoutRegister),
    columns: [
      ...[VILLAGE_COLUMN, 'householdNumber', headColumn(), 'name', 'payoutKind', 'period', 'agreementNumber'],
      ...['assetNumber', 'paidOn', 'amountFen', byHand('领取人签字')],
    ],
    where: `t.payout_kind in ('linkage', 'dividend') and t.paid_on > (d.today - interval '1 year')::date`,
  },
};
