// The forms of registers §7 as data: which columns of which rows.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { byHand } from '../../../platform/server/registers/forms/form-cells.ts';
import type { RegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import { headColumn, readText, VILLAGE_COLUMN } from '../../households/server/index.ts';
import type { FormKey } from '../domain/form-words.ts';
import { assistedProductRegister } from '../domain/registers/assisted-product-register.ts';
import { courtyardRegister } from '../domain/registers/courtyard-register.ts';
import { microLoanRegister } from '../domain/registers/micro-loan-register.ts';
import { productSaleRegister } from '../domain/registers/product-sale-register.ts';
import { workshopMonthRegister } from '../domain/registers/workshop-month-register.ts';
import { workshopRegister } from '../domain/registers/workshop-register.ts';

const of = (register: unknown) => register as RegisterDefinition;
const LOAN = [VILLAGE_COLUMN, 'number', 'householdNumber', headColumn(), 'name', 'loanProduct', 'lender'] as const;
const TERM = ['loanAmountFen', 'interestRate', 'lentOn', 'dueOn', 'extendedTo'] as const;
const NOT_SETTLED = 't.lent_on <= d.today and (t.settled_on is null or t.settled_on > d.today)';
/** Reports are of months that are over. */
const LAST_MONTH = `(date_trunc('month', d.today) - interval '1 month')::date`;

export const INDUSTRY_FORMS: Record<FormKey, RegisterForm> = {
  workshops: {
    register: of(workshopRegister),
    columns: [
      ...['villageCode', 'number', 'workshopName', 'workshopKind', 'operator', 'recognitionDocumentNo', 'recognisedOn'],
      ...['openedOn', 'aidedByBeijing', 'cooperationBuildingFundFen', 'otherBuildingFundFen'],
    ],
    where: 't.closed_on is null or t.closed_on > d.today',
  },
  months: {
    register: of(workshopMonthRegister),
    columns: [
      ...[VILLAGE_COLUMN, 'workshopNumber'],
      readText('workshop', '车间名称', '(select w.workshop_name from workshops w where w.number = t.workshop_number)'),
      ...['month', 'running', 'workers', 'focusWorkers', 'totalWagesFen', byHand('填报人签字')],
    ],
    where: `t.month = ${LAST_MONTH}`,
  },
  loans: {
    register: of(microLoanRegister),
    columns: [...LOAN, ...TERM, 'loanPurpose', 'riskGrade', 'purposeCheckedOn', 'purposeCheckResult'],
    where: NOT_SETTLED,
  },
  overdue: {
    register: of(microLoanRegister),
    columns: [
      ...[...LOAN, ...TERM, 'overdueFrom'],
      { ...readText('days', '逾期天数', 'd.today - coalesce(t.extended_to, t.due_on)'), kind: 'number' },
      ...['riskGrade', byHand('跟进情况')],
    ],
    where: `${NOT_SETTLED} and coalesce(t.extended_to, t.due_on) < d.today`,
  },
  subsidy: {
    register: of(microLoanRegister),
    columns: [...LOAN, ...TERM, 'settledOn', 'interestSubsidyFen', byHand('领取人签字')],
    where: 't.interest_subsidy_fen > 0',
  },
  courtyards: {
    register: of(courtyardRegister),
    columns: [
      ...[VILLAGE_COLUMN, 'householdNumber', headColumn(), 'courtyardKind', 'scale', 'startedOn', 'costFen'],
      ...['yearlyIncomeFen', 'acceptedOn', 'grantFen', byHand('农户签字')],
    ],
    where: 't.stopped_on is null or t.stopped_on > d.today',
  },
  products: {
    register: of(assistedProductRegister),
    columns: [
      ...['regionCode', 'number', 'productName', 'supplier', 'organisationCode', 'recognitionDocumentNo'],
      ...['recognisedOn', 'validThrough', 'productMark'],
    ],
    where: `(t.cancelled_on is null or t.cancelled_on > d.today) and (t.valid_through is null or t.valid_through >= d.today)`,
  },
  sales: {
    register: of(productSaleRegister),
    columns: [
      ...['regionCode', 'salesMonth', 'supplier', 'productName', 'productNumber', 'salesChannel', 'buyerKind'],
      ...['salesQuantity', 'unit', 'salesAmountFen', 'drivenHouseholds'],
    ],
    where: `t.sales_month = ${LAST_MONTH}`,
  },
};
