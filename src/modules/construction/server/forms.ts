// The forms of registers §16 as data: which columns of which rows.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { byHand } from '../../../platform/server/registers/forms/form-cells.ts';
import type { ReadColumn, RegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import type { FormKey } from '../domain/form-words.ts';
import { toiletIssueRegister } from '../domain/registers/toilet-issue-register.ts';
import { toiletRegister } from '../domain/registers/toilet-register.ts';
import { villageWorkRegister } from '../domain/registers/village-work-register.ts';

const [toilets, issues, works] = [toiletRegister, toiletIssueRegister, villageWorkRegister].map(
  (register) => register as unknown as RegisterDefinition,
) as [RegisterDefinition, RegisterDefinition, RegisterDefinition];

/** Of what the row names; a form that is handed up names the head as the registry does. */
const text = (name: string, title: string, sql: string): ReadColumn => ({ name, title, kind: 'text', sql });
const head = (number: string) =>
  text(
    'head',
    '户主',
    `(select h.head_name from households h where h.number = ${number} and h.valid_to is null limit 1)`,
  );
const OF_TOILET = '(select o.household_number from toilets o where o.number = t.toilet_number limit 1)';
const TOILET = [
  'number',
  'villageCode',
  'householdNumber',
  head('t.household_number'),
  'toiletKind',
  'position',
] as const;

/** What is told of whatever a village has. */
const WORK = [
  'villageCode',
  'batch',
  'planYear',
  'plannedOn',
  'builtOn',
  'handledHow',
  'hamletsCovered',
  'householdsCovered',
] as const;

export const CONSTRUCTION_FORMS: Record<FormKey, RegisterForm> = {
  toilets: {
    register: toilets,
    columns: [
      ...[...TOILET, 'builtHow', 'builtIn', 'frostProtection', 'usableInWinter', 'sanitary', 'useState'],
      byHand('摸排人签字'),
    ],
    where: `t.nature = 'household' and t.razed_on is null`,
  },
  issues: {
    register: issues,
    columns: [
      text('village', '嘎查村', '(select r.name from regions r where r.code = t.place_code)'),
      ...['toiletNumber', head(OF_TOILET), 'problemSource', 'problemKind', 'problemText', 'foundOn', 'rectifiedHow'],
      ...['rectifyBy', 'responsible', 'rectifiedOn', 'townshipAcceptedOn', 'countyAcceptedOn', 'householdAgrees'],
      byHand('农户签字'),
    ],
    where: 'true',
  },
  rebuilt: {
    register: toilets,
    columns: [...TOILET, 'formerToiletNumber', 'startedOn', 'finishedOn', 'acceptedOn', 'subsidyFen', 'usableInWinter'],
    where: `t.built_how = 'rebuilt' and t.razed_on is null`,
  },
  built: {
    register: toilets,
    columns: [...TOILET, 'builtHow', 'builtIn', 'finishedOn', 'acceptedOn', 'subsidyFen', byHand('农户签字')],
    where: `t.nature = 'household' and t.built_how in ('new', 'rebuilt')`,
  },
  garbage: {
    register: works,
    columns: [...WORK, ...['cleaners', 'yearlyFundFen', 'operation', 'endedOn']],
    where: `t.matter = 'garbage'`,
  },
  sewage: {
    register: works,
    columns: [...WORK, ...['yearlyFundFen', 'operation', 'endedOn']],
    where: `t.matter = 'sewage'`,
  },
};
