// What a visit must say before it is kept, and what of it is late.

import { type Answers, type Question, unanswered } from './survey.ts';
import type { SweepList, VisitMode, VisitResult } from './words.ts';
import { NOT_DONE } from './words.ts';

export type VisitTold = {
  visitedOn: string;
  mode: VisitMode;
  result: VisitResult;
  answers: Answers;
  risks: readonly string[];
  secondVisitor: string;
  photos: number;
  signed: boolean;
};
export type RoundDays = { startsOn: string; endsOn: string };

export type Refusal = { code: string; details?: Record<string, string> };

/** Whether somebody was seen or spoken to: only then is there anything to ask. */
export const isDone = (result: VisitResult) => !NOT_DONE.includes(result);

/** Late: seen after the last day of the round. When it was handed in says nothing. */
export const isLate = (visitedOn: string, { endsOn }: RoundDays) => visitedOn > endsOn;

type Round = RoundDays & {
  today: string;
  questions: readonly Question[];
  lists: readonly SweepList[];
  visitor: string;
};

/** The first thing against a visit; undefined where it may be kept. */
export function refuseVisit(
  visit: VisitTold,
  { startsOn, today, questions, lists, visitor }: Round,
): Refusal | undefined {
  const { visitedOn, result, mode, answers, risks, secondVisitor, signed } = visit;
  if (visitedOn < startsOn || visitedOn > today)
    return { code: 'sweeps.visit-day', details: { day: visitedOn, startsOn } };
  if (secondVisitor.trim() === visitor.trim()) return { code: 'sweeps.same-visitor', details: { name: visitor } };
  if (!isDone(result)) return undefined;
  const open = unanswered(questions, lists, answers);
  if (open.length > 0) return { code: 'sweeps.unanswered', details: { titles: open.join('、') } };
  if (result === 'clue' && risks.length === 0) return { code: 'sweeps.risks-missing' };
  if (mode === 'in-person' && visit.photos === 0 && !signed) return { code: 'sweeps.no-proof' };
  return undefined;
}
