// The days a case has and whose turn it is, as they follow from what was done: until when the step under way, the whole way
// and what has to be done outside the steps.

import { addMonths, type PlainDate } from '../../../kernel/plain-date.ts';
import { type Calendar, lastDay, type Term } from '../../process/domain/calendar.ts';
import type { ProcessTemplate, WalkTemplate } from '../../process/domain/process-template.ts';
import { stepOf, TURN_OF_STEP, type Turn, type Walk } from '../../process/domain/steps.ts';
import { type Standing, templateNow } from './standing.ts';

export type FoldContext = {
  /** The template with this id. */
  templateOf: (id: number) => ProcessTemplate;
  calendar: Calendar;
};

/** A case while it is folded: all that is no consequence of the rest. */
export type Draft = Omit<Standing, 'dueOn' | 'readyOn' | 'totalDueOn' | 'turn' | 'version' | 'nextLookBackOn' | 'last'>;

/** Last day of a term, without the days on which the case stands still. */
export function term(draft: Draft, from: PlainDate, of: Term, { calendar }: FoldContext): PlainDate | undefined {
  return lastDay(from, of, calendar, draft.pauses);
}

/** The walk as the template says that was in force when it began. */
export function walkOf(draft: Draft, walk: Walk): WalkTemplate {
  return (walk === 'clearing' ? draft.clearingTemplate : draft.template)[walk];
}

/** First day of the look-back that comes next: so many months after clearing as the template says. */
function nextLookBack({ state, clearedOn, clearingTemplate, lookBacks }: Draft): PlainDate | undefined {
  if (state !== 'cleared' || clearedOn === undefined) return undefined;
  const months = [...clearingTemplate.lookBackMonths].sort((a, b) => a - b)[lookBacks.length];
  return months === undefined ? undefined : addMonths(clearedOn, months);
}

/** Last day of the way to the decision of the county, while it is under way and not decided. */
function totalDue(draft: Draft, context: FoldContext): PlainDate | undefined {
  const at = stepOf(draft.state);
  if (!at || draft.isPaused) return undefined;
  const isDecided = at.walk === 'identification' ? draft.decidedOn !== undefined : draft.clearedOn !== undefined;
  return isDecided ? undefined : term(draft, draft.walkSince, walkOf(draft, at.walk).total, context);
}

/** Last day of what has to be done next outside the steps. */
function otherDue(draft: Draft, nextLookBackOn: PlainDate | undefined, context: FoldContext): PlainDate | undefined {
  const { template } = draft;
  switch (draft.state) {
    case 'monitored':
      return draft.plannedOn === undefined ? term(draft, draft.since, template.planTerm, context) : undefined;
    case 'cleared':
      return nextLookBackOn;
    case 'appeal':
      return term(draft, draft.since, template.appealDecisionTerm, context);
    case 'rejected':
    case 'not-confirmed':
      return draft.notifiedOn === undefined && !draft.appealOver
        ? term(draft, draft.since, template.notifyTerm, context)
        : undefined;
    default:
      return undefined;
  }
}

function turnOf({ state, notifiedOn, appealOver }: Draft): Turn | undefined {
  const at = stepOf(state);
  if (at) return TURN_OF_STEP[at.step];
  if (state === 'monitored' || state === 'cleared') return 'village';
  if (state === 'appeal') return 'township';
  const untold = (state === 'rejected' || state === 'not-confirmed') && notifiedOn === undefined && !appealOver;
  return untold ? 'village' : undefined;
}

function earliest(...days: (PlainDate | undefined)[]): PlainDate | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** The first day on which the step can be ended: a notice hangs for its days, and nobody can do anything about it. */
function readyOn(draft: Draft): PlainDate | undefined {
  const at = stepOf(draft.state);
  if (at?.step !== 'notice') return undefined;
  const missing = walkOf(draft, at.walk).noticeLevels.some(
    (level) => !draft.notices.some((notice) => notice.level === level),
  );
  // Somebody still has to put one up, or to answer an objection.
  if (missing || draft.notices.length === 0 || draft.objections.some(({ result }) => result === undefined))
    return undefined;
  return Math.max(...draft.notices.map(({ endsOn }) => endsOn));
}

/** The clock of the step under way runs on, or stands still, with the pauses known now. */
export function renewStepDue(draft: Draft, context: FoldContext): void {
  const open = draft.steps.at(-1);
  if (!open || open.doneOn !== undefined) return;
  const own = walkOf(draft, open.walk).steps.find(({ step }) => step === open.step)?.term;
  const limit = draft.returned ? templateNow(draft as Standing).returnTerm : own;
  const due = limit && !draft.isPaused ? term(draft, open.enteredOn, limit, context) : undefined;
  // What hangs may not come down before its days are over: that day is not late, however late it was put up.
  const hanging = open.step === 'notice' ? draft.notices.map(({ endsOn }) => endsOn) : [];
  open.dueOn = due && Math.max(due, ...hanging);
}

/** All days of the case as it stands, and whose turn it is. */
export function daysOf(
  draft: Draft,
  context: FoldContext,
): Pick<Standing, 'turn' | 'totalDueOn' | 'dueOn' | 'readyOn' | 'nextLookBackOn'> {
  const nextLookBackOn = nextLookBack(draft);
  const totalDueOn = totalDue(draft, context);
  const stepDue = stepOf(draft.state) ? draft.steps.at(-1)?.dueOn : undefined;
  return {
    turn: turnOf(draft),
    totalDueOn,
    dueOn: draft.isPaused ? undefined : earliest(stepDue, totalDueOn, otherDue(draft, nextLookBackOn, context)),
    readyOn: readyOn(draft),
    nextLookBackOn,
  };
}
