// What goes along to a village to be cleaned: issues that wait for an answer, and what is compared of each household that has a card.

import * as z from 'zod';
import { comparedKey } from './comparison-contract.ts';
import type { SEVERITIES } from './rule-definition.ts';

const int = z.number().int();

export const issueOnPhone = z.object({
  countyCode: int,
  id: int,
  householdId: int,
  title: z.string(),
  value: z.string().optional(),
  personName: z.string().optional(),
  /** Of a member, which a correction changes. */
  field: z.string().optional(),
  severity: z.enum(['block', 'warn', 'info'] satisfies (keyof typeof SEVERITIES)[]).optional(),
  dueOn: z.string().optional(),
  /** Why it came back. */
  returned: z.string().optional(),
  /** Given to this account. */
  mine: z.boolean(),
});
export type IssueOnPhone = z.output<typeof issueOnPhone>;

export const comparisonOnPhone = z.object({
  countyCode: int,
  id: int,
  fields: z.array(
    z.object({
      field: comparedKey,
      ledger: z.string(),
      system: z.string().optional(),
      people: z.array(int).optional(),
    }),
  ),
  /** When it was last compared. */
  lastOn: z.string().optional(),
});
export type ComparisonOnPhone = z.output<typeof comparisonOnPhone>;
