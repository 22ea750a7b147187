// What a rule is, as data.

import type { Condition } from '../../../kernel/conditions/condition.ts';

/** A roster that must have been loaded before absence from it means anything. */
export const ROSTER_NEEDS = ['school-roster', 'insurance-roster', 'dibao-rosters'] as const;
export type RosterNeed = (typeof ROSTER_NEEDS)[number];

export type RuleDefinition = {
  code: string;
  name: string;
  /** What the rule finds, in plain Chinese. */
  text: string;
  needs?: RosterNeed;
  when: Condition;
};
