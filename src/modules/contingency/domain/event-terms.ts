// What an event asks for until when (registers §3): help comes first, papers after, and still all papers.

import { addDays, formatDate, parseDate } from '../../../kernel/plain-date.ts';

export type EventDays = {
  activatedOn?: string | undefined;
  endedOn?: string | undefined;
  reviewedOn?: string | undefined;
};
export type EventCounts = { listed: number; seen: number; unidentified: number };
export type EventTermDays = { first: number; all: number; identify: number; review: number };

export const TERMS = ['first-visits', 'all-visits', 'identify', 'review'] as const;
export type Term = (typeof TERMS)[number];
export const TERM_NAMES: Record<Term, string> = {
  'first-visits': '首批走访',
  'all-visits': '走访完全部名单',
  identify: '先行救助的按程序识别',
  review: '评估',
};

const after = (day: string, days: number) => formatDate(addDays(parseDate(day), days));

/** What is still to be done of an event, with the last day of each. */
export function openTerms(
  { activatedOn, endedOn, reviewedOn }: EventDays,
  { listed, seen, unidentified }: EventCounts,
  days: EventTermDays,
): { term: Term; dueOn: string }[] {
  if (activatedOn === undefined) return [];
  const terms: [Term, boolean, string][] = [
    ['first-visits', endedOn === undefined && listed > 0 && seen === 0, after(activatedOn, days.first)],
    ['all-visits', endedOn === undefined && seen < listed, after(activatedOn, days.all)],
    ['identify', unidentified > 0, after(activatedOn, days.identify)],
    ['review', endedOn !== undefined && reviewedOn === undefined, after(endedOn ?? activatedOn, days.review)],
  ];
  return terms.flatMap(([term, isOpen, dueOn]) => (isOpen ? [{ term, dueOn }] : []));
}
