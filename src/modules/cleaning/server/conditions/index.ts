// The conditions of all rules that can be asked.

import type { RuleCode } from '../../../households/domain/rule-titles.ts';
import type { Condition } from './condition.ts';
import { MONITORING_CONDITIONS } from './monitoring-conditions.ts';
import { REGISTRY_CONDITIONS } from './registry-conditions.ts';
import { WORK_CONDITIONS } from './work-conditions.ts';

export const CONDITIONS: Partial<Record<RuleCode, readonly Condition[]>> = {
  ...REGISTRY_CONDITIONS,
  ...WORK_CONDITIONS,
  ...MONITORING_CONDITIONS,
};
