// The forms of registers §17 as data: which columns of which rows.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { byHand } from '../../../platform/server/registers/forms/form-cells.ts';
import type { RegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import { headColumn, readText, VILLAGE_COLUMN } from '../../households/server/index.ts';
import type { FormKey } from '../domain/form-words.ts';
import { creditRatingRegister } from '../domain/registers/credit-rating-register.ts';
import { customEventRegister } from '../domain/registers/custom-event-register.ts';
import { governancePilotRegister } from '../domain/registers/governance-pilot-register.ts';
import { pointEntryRegister } from '../domain/registers/point-entry-register.ts';
import { pointExchangeRegister } from '../domain/registers/point-exchange-register.ts';
import { pointRuleRegister } from '../domain/registers/point-rule-register.ts';

const of = (register: unknown) => register as RegisterDefinition;
const BEHAVIOUR = readText(
  'behaviour',
  '事由',
  `coalesce((select r.behaviour from point_rules r where r.village_code = t.village_code and r.rule_number = t.rule_number), t.redeemed_for)`,
);
/** Of the entry an exchange stands on. */
const ofEntry = (what: string) => `(select ${what} from point_entries e where e.number = t.entry_number)`;

export const GOVERNANCE_FORMS: Record<FormKey, RegisterForm> = {
  rules: {
    register: of(pointRuleRegister),
    columns: [
      ...['villageCode', 'ruleNumber', 'pointKind', 'behaviour', 'points', 'frequencyLimit', 'evidenceRequired'],
      ...['scoringRight', 'effectiveOn'],
    ],
    where: `t.rule_number <> 'HZ' and (t.expired_on is null or t.expired_on > d.today)`,
  },
  ledger: {
    register: of(pointEntryRegister),
    columns: [
      ...[VILLAGE_COLUMN, 'number', 'householdNumber', headColumn(), 'recordKind', BEHAVIOUR, 'happenedOn', 'points'],
      ...['recorder', 'reviewer'],
    ],
    where: 'true',
  },
  // What hangs on the board tells no story of a deduction.
  published: {
    register: of(pointEntryRegister),
    columns: [VILLAGE_COLUMN, headColumn(), 'recordKind', 'points', 'happenedOn'],
    where: `t.record_kind <> 'spent' and t.happened_on > d.today - 93`,
  },
  exchanges: {
    register: of(pointExchangeRegister),
    columns: [
      ...['villageCode', 'entryNumber', headColumn(ofEntry('e.household_number'))],
      readText(
        'good',
        '物品',
        `(select g.goods_name from shop_goods g where g.village_code = t.village_code and g.goods_number = t.goods_number)`,
      ),
      'quantity',
      { ...readText('points', '分值', ofEntry('e.points')), kind: 'number' },
      ...['exchangedOn', byHand('签收')],
    ],
    where: 'true',
  },
  credit: {
    register: of(creditRatingRegister),
    columns: [
      VILLAGE_COLUMN,
      'householdNumber',
      headColumn(),
      'rater',
      'stars',
      'ratedOn',
      'validUntil',
      'basis',
      'isConsented',
    ],
    where: 't.is_consented',
  },
  customs: {
    register: of(customEventRegister),
    columns: [
      ...[
        VILLAGE_COLUMN,
        headColumn(),
        'eventKind',
        'filedOn',
        'tableLimit',
        'spendingLimitFen',
        'heldOn',
        'tables',
        'spendingFen',
      ],
      ...['opinion', byHand('红白理事会签字')],
    ],
    where: 'true',
  },
  pilots: {
    register: of(governancePilotRegister),
    columns: ['regionCode', 'batch', 'pilotContent', 'startedOn', 'endedOn', 'acceptedOn', 'documentNo'],
    where: 'true',
  },
};
