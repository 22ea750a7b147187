// All rules in the order of the handbook's list.

import type { CleaningRule } from '../rule-definition.ts';
import { MONITORING_RULES } from './monitoring-rules.ts';
import { REGISTRY_RULES } from './registry-rules.ts';
import { WORK_RULES } from './work-rules.ts';

export const RULES: readonly CleaningRule[] = [...REGISTRY_RULES, ...WORK_RULES, ...MONITORING_RULES];

/** Of the set as a whole: the sum of the versions, which grows with each of them. */
export const RULESET_VERSION = RULES.reduce((sum, { version }) => sum + version, 0);

/** What an import finds by itself already: its open issue becomes the rule's, instead of a second one beside it. */
export const ALIKE: Readonly<Record<string, CleaningRule['code']>> = {
  'id-unsound': 'C02',
  'birth-in-future': 'C04',
  'birth-too-early': 'C04',
  'id-repeated': 'C05',
  'sex-differs': 'C06',
  'second-head': 'C09',
  'no-head': 'C09',
  'bad-relation': 'C10',
};
