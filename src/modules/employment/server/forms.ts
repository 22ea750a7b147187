// The forms of registers §8 as data: which columns of which rows.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { byHand } from '../../../platform/server/registers/forms/form-cells.ts';
import type { RegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import { headColumn, readText, VILLAGE_COLUMN } from '../../households/server/index.ts';
import type { FormKey } from '../domain/form-words.ts';
import { employmentConfirmationRegister } from '../domain/registers/employment-confirmation-register.ts';
import { employmentSpellRegister } from '../domain/registers/employment-spell-register.ts';
import { householdPayoutRegister } from '../domain/registers/household-payout-register.ts';
import { trainingRegister } from '../domain/registers/training-register.ts';

const of = (register: unknown) => register as RegisterDefinition;
const PERSON = [VILLAGE_COLUMN, 'householdNumber', headColumn(), 'name'] as const;
const IN_WORK = 't.started_on <= d.today and (t.left_on is null or t.left_on > d.today)';
/** Of the spell a confirmation is of. */
const ofSpell = (name: string, title: string, column: string) =>
  readText(name, title, `(select s.${column} from employment_spells s where s.number = t.spell_number)`);
const LAST_YEAR = `t.paid_on > (d.today - interval '1 year')::date`;

export const EMPLOYMENT_FORMS: Record<FormKey, RegisterForm> = {
  spells: {
    register: of(employmentSpellRegister),
    columns: [
      ...[...PERSON, 'number', 'jobForm', 'workRegionCode', 'workPlace', 'employer', 'industry', 'trade', 'startedOn'],
      ...['monthlyIncomeFen', 'labourContract', 'sociallyInsured', 'organisedBy', 'jobChannel'],
    ],
    where: IN_WORK,
  },
  month: {
    register: of(employmentConfirmationRegister),
    columns: [
      ...[VILLAGE_COLUMN, 'spellNumber', ofSpell('name', '姓名', 'name'), ofSpell('place', '务工地点', 'work_place')],
      ...[
        ofSpell('employer', '务工单位', 'employer'),
        'month',
        'workState',
        'confirmedOn',
        'confirmedBy',
        'monthWageFen',
      ],
    ],
    where: `t.month = (select max(c.month) from employment_confirmations c where not c.voided and c.month <= d.today)`,
  },
  posts: {
    register: of(employmentSpellRegister),
    columns: [
      ...[...PERSON, 'postNumber'],
      readText('post', '岗位名称', '(select p.post_name from public_posts p where p.number = t.post_number)'),
      ...['startedOn', 'monthlyIncomeFen', byHand('考核结果'), byHand('考核人签字')],
    ],
    where: `t.job_form = 'public-post' and ${IN_WORK}`,
  },
  relief: {
    register: of(householdPayoutRegister),
    columns: [...PERSON, 'projectNumber', 'period', 'paidOn', 'amountFen', byHand('领取人签字')],
    where: `t.payout_kind = 'relief-wage' and ${LAST_YEAR}`,
  },
  trainings: {
    register: of(trainingRegister),
    columns: [
      ...[...PERSON, 'trainingKind', 'classOrSchool', 'tradeOrMajor', 'organiser', 'startedOn', 'endedOn', 'hours'],
      ...['certificate', 'employedOn'],
    ],
    where: `t.training_kind <> 'yulu' and t.started_on > (d.today - interval '1 year')::date`,
  },
  yulu: {
    register: of(householdPayoutRegister),
    columns: [...PERSON, 'period', 'paidOn', 'amountFen', byHand('领取人签字')],
    where: `t.payout_kind = 'yulu' and ${LAST_YEAR}`,
  },
  graduates: {
    register: of(trainingRegister),
    columns: [
      ...[...PERSON, 'classOrSchool', 'tradeOrMajor', 'endedOn', 'certificate', 'destination', 'employedOn'],
      byHand('回访人签字'),
    ],
    where: `t.training_kind = 'yulu' and t.ended_on <= d.today`,
  },
};
