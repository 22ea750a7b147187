// What a template means on the calendar: the last day of every step for a case opened on a chosen day, if everybody used all
// of the days allowed. The editor of templates shows it while the days are changed.

import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Calendar, lastDay } from './calendar.ts';
import type { WalkTemplate } from './process-template.ts';
import type { Step } from './steps.ts';

export type PreviewStep = { step: Step; from: PlainDate; due: PlainDate };

export type TimelinePreview = {
  steps: PreviewStep[];
  /** Last day of the county's decision by the steps. */
  decisionDue: PlainDate;
  /** Last day of the county's decision by the total. */
  totalDue: PlainDate;
  /** The steps together take longer than the total allows: the total is the day that counts. */
  isTooLong: boolean;
};

export function previewTimeline(walk: WalkTemplate, calendar: Calendar, start: PlainDate): TimelinePreview {
  const steps: PreviewStep[] = [];
  let from = start;
  for (const { step, term } of walk.steps) {
    const due = lastDay(from, term, calendar) ?? from;
    steps.push({ step, from, due });
    from = due;
  }
  const decisionDue = steps.find(({ step }) => step === 'county-approval')?.due ?? from;
  const totalDue = lastDay(start, walk.total, calendar) ?? start;
  return { steps, decisionDue, totalDue, isTooLong: decisionDue > totalDue };
}
