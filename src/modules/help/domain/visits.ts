// When a household is to be visited again: by the level of its risk (the county's template), or earlier where the visitors
// agreed on a day.

import { addDays, type PlainDate, toEpochDays } from '../../../kernel/plain-date.ts';
import type { ProcessTemplate } from '../../process/domain/process-template.ts';
import type { Danger } from '../../process/domain/words.ts';

/** A visit is shown as due soon so many days before its last one. */
export const SOON_DAYS = 7;

export type VisitFacts = {
  danger: Danger | undefined;
  /** The newest visit. */
  visitedOn: PlainDate | undefined;
  /** From when help is owed: the decision, or the first clue on the emergency path. */
  helpedSince: PlainDate;
  agreedOn: PlainDate | undefined;
  visitEvery: ProcessTemplate['visitEvery'];
};

/** Last day of the next visit. Where no level was set, the medium one counts. */
export function visitDueOn({ danger, visitedOn, helpedSince, agreedOn, visitEvery }: VisitFacts): PlainDate {
  const from = visitedOn ?? helpedSince;
  const byRule = addDays(from, visitEvery[danger ?? 'medium']);
  return agreedOn !== undefined && agreedOn > from ? Math.min(agreedOn, byRule) : byRule;
}

/** Days left to the visit; negative when it is late. */
export function visitDaysLeft(dueOn: PlainDate, today: PlainDate): number {
  return toEpochDays(dueOn) - toEpochDays(today);
}
