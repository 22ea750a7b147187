// Until when a problem has to take its next step, from where it stands.

import { addDays, type PlainDate, toEpochDays } from '../../../kernel/plain-date.ts';
import { type Calendar, lastDay } from '../../process/domain/calendar.ts';
import type { Rank } from './levels.ts';
import type { RectificationSettingKey } from './settings.ts';

export const TERMS = ['claim', 'plan', 'submit', 'check-county', 'check-league', 'close'] as const;
export type Term = (typeof TERMS)[number];

export type Standing = {
  state: string;
  kind: 'at-once' | 'dated' | 'long-term';
  reportedOn: PlainDate;
  rectifyBy: PlainDate;
  /** The day of its last step; absent where only a file tells it. */
  since?: PlainDate | undefined;
  rectifiedOn?: PlainDate | undefined;
  /** Days it stood still: frost, the school year. */
  pausedDays: number;
  /** Levels that still check it, from below. */
  left: readonly Rank[];
};

type Of = (key: RectificationSettingKey) => number;

const CHECK_OF: Record<Rank, Term> = { 1: 'check-county', 2: 'check-league', 3: 'close' };

/** What is due next and its last day; undefined while it stands still, waits for an approval or is closed. */
export function nextTerm(problem: Standing, of: Of, calendar: Calendar): { term: Term; dueOn: PlainDate } | undefined {
  const { state, since, reportedOn } = problem;
  const working = (key: RectificationSettingKey) =>
    lastDay(since ?? reportedOn, { days: of(key), kind: 'working' }, calendar);
  switch (state) {
    case 'assigned':
      return due('claim', working('days.claim'));
    case 'claimed':
      return due('plan', working('days.plan'));
    case 'planned':
    case 'fixing':
    case 'returned':
    case 'reopened':
      return due('submit', submitBy(problem, of));
    case 'submitted':
    case 'checked-county':
    case 'checked-league': {
      const [next] = problem.left;
      const from = since ?? problem.rectifiedOn ?? reportedOn;
      return due(next === undefined ? 'close' : CHECK_OF[next], addDays(from, of('days.check')));
    }
    case 'checked-region':
      return due('close', addDays(since ?? reportedOn, of('days.check')));
    default:
      return undefined;
  }
}

const due = (term: Term, dueOn: PlainDate | undefined) => (dueOn === undefined ? undefined : { term, dueOn });

/** At once means so many days from the feedback, if the term that was set is not earlier. */
function submitBy({ kind, reportedOn, rectifyBy, pausedDays }: Standing, of: Of): PlainDate {
  const before = addDays(rectifyBy, pausedDays - of('days.submit'));
  if (kind !== 'at-once') return before;
  const atOnce = addDays(reportedOn, of('days.at-once') + pausedDays);
  const last = addDays(rectifyBy, pausedDays);
  return Math.min(atOnce, last);
}

/** How many days it was past its term on a day, or on the day it was put right; days it stood still do not count. */
export function daysLate(
  { rectifyBy, pausedDays, rectifiedOn }: Pick<Standing, 'rectifyBy' | 'pausedDays' | 'rectifiedOn'>,
  on: PlainDate,
): number {
  const until = addDays(rectifyBy, pausedDays);
  const day = rectifiedOn ?? on;
  return day <= until ? 0 : toEpochDays(day) - toEpochDays(until);
}
