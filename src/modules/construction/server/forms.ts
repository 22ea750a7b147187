// The forms of registers §16 as data: which columns of which rows.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { byHand } from '../../../platform/server/registers/forms/form-cells.ts';
import type { RegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import { headColumn, VILLAGE_COLUMN } from '../../households/server/index.ts';
import type { FormKey } from '../domain/form-words.ts';
import { toiletIssueRegister } from '../domain/registers/toilet-issue-register.ts';
import { toiletRegister } from '../domain/registers/toilet-register.ts';
import { villageWorkRegister } from '../domain/registers/village-work-register.ts';

const [toilets, issues, works] = [toiletRegister, toiletIssueRegister, villageWorkRegister].map(
  (register) => register as unknown as RegisterDefinition,
) as [RegisterDefinition, RegisterDefinition, RegisterDefinition];

const OF_TOILET = '(select o.household_number from toilets o where o.number = t.toilet_number limit 1)';
const TOILET = ['number', 'villageCode', 'householdNumber', headColumn(), 'toiletKind', 'position'] as const;

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
      VILLAGE_COLUMN,
      ...[
        'toiletNumber',
        headColumn(OF_TOILET),
        'problemSource',
        'problemKind',
        'problemText',
        'foundOn',
        'rectifiedHow',
      ],
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
