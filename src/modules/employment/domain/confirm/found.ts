// What is found of a job in a month, and what of it is written down.

import { firstOfMonth, type PlainDate, parseDate } from '../../../../kernel/plain-date.ts';
import type { EmploymentConfirmation } from '../registers/employment-confirmation-register.ts';
import type { EmploymentSpell } from '../registers/employment-spell-register.ts';

/** What one tap says. A pause in winter is not a job lost (registers §8, trap 6). */
export const FOUND = ['working', 'waiting', 'left', 'elsewhere', 'unreached'] as const;
export type Found = (typeof FOUND)[number];

export const FOUND_NAMES: Record<Found, string> = {
  working: '在岗',
  waiting: '歇工',
  left: '离岗',
  elsewhere: '换岗',
  unreached: '联系不上',
};

type WorkState = EmploymentConfirmation['workState'];
export type LeavingReason = NonNullable<EmploymentSpell['leavingReason']>;

/** Who left by choice or need came home; who was sent away or whose work stopped is without work. */
const AT_HOME: readonly LeavingReason[] = ['season', 'illness', 'family', 'other'];

export function stateAfterLeaving(reason: LeavingReason): WorkState {
  return AT_HOME.includes(reason) ? 'returned' : 'jobless';
}

/** Whether the day lies in the month, which is named by its first day: only then has the month a confirmation that says so. */
export function isInMonth(on: string, month: string): boolean {
  return firstOfMonth(parseDate(on)) === parseDate(month);
}

/** The number of the job that follows this one from a month on; again in that month it is the same. */
export function nextNumber(number: string, month: string): string {
  return `${number.replace(/-\d{6}$/, '')}-${month.slice(0, 7).replace('-', '')}`;
}

/** A month that may be confirmed: it has begun, and is not so long ago that nobody remembers. Days of months are their first. */
export function mayConfirm(month: PlainDate, today: PlainDate): 'ahead' | 'past' | undefined {
  const thisMonth = firstOfMonth(today);
  if (month > thisMonth) return 'ahead';
  const months = (day: PlainDate) => Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100);
  return months(thisMonth) - months(month) > MONTHS_BACK ? 'past' : undefined;
}

const MONTHS_BACK = 3;

export type Standing = 'open' | 'stale' | 'unreached' | 'done';

/**
 * Where a job stands in the month that is confirmed. `stale`: last found at work longer ago than the setting allows, or never since it
 * began. Days are ISO; `staleBefore` is the last day that is too long ago.
 */
export function standingOf(
  job: { found?: WorkState | undefined; leftOn?: string | undefined; startedOn: string; lastOn?: string | undefined },
  staleBefore: string,
): Standing {
  if (job.leftOn !== undefined) return 'done';
  if (job.found === 'unreached') return 'unreached';
  if (job.found !== undefined) return 'done';
  return (job.lastOn ?? job.startedOn) <= staleBefore ? 'stale' : 'open';
}
