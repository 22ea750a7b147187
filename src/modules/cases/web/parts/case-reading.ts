// What pages ask of a case beyond its fields: the way it is on, who has answered, what leads on.

import type { WalkTemplate } from '../../../process/domain/process-template.ts';
import { type Step, stepOf, type Walk } from '../../../process/domain/steps.ts';
import type { Survey } from '../../domain/survey.ts';
import type { DialogKind } from '../api.ts';
import type { CaseDetail, CaseItem } from '../types.ts';

/** The way the case is on, or was on last. */
export function walkOf({ state, steps }: Pick<CaseDetail, 'state' | 'steps'>): Walk {
  return stepOf(state)?.walk ?? steps.at(-1)?.walk ?? 'identification';
}

export function walkNow(detail: CaseDetail): WalkTemplate {
  const walk = walkOf(detail);
  return (walk === 'clearing' ? detail.clearingTemplate : detail.template)[walk];
}

/** Departments that were asked and have not answered. */
export function openDepartments({ requested, replies }: Pick<CaseDetail, 'requested' | 'replies'>): string[] {
  const answered = new Set(replies.map(({ department }) => department));
  return requested.filter((department) => !answered.has(department));
}

/** The newest survey of one way. The walk of a verification follows from whether a clearing had been begun before it. */
export function surveysOf({ timeline }: Pick<CaseDetail, 'timeline'>): Partial<Record<Walk, Survey>> {
  const surveys: Partial<Record<Walk, Survey>> = {};
  let walk: Walk = 'identification';
  for (const { kind, detail, recalled } of timeline) {
    if (recalled) continue;
    if (kind === 'start-clearing') walk = 'clearing';
    if (kind === 'verify') surveys[walk] = detail.survey as Survey;
  }
  return surveys;
}

/** In the order in which they lead on; the first that is possible is the main button. */
const LEADING: readonly DialogKind[] = [
  'resume',
  'verify',
  'compare',
  'reply-comparison',
  'request-comparison',
  'review',
  'end-notice',
  'publish',
  'settle-objection',
  'pass-township',
  'approve',
  'clear',
  'announce',
  'record',
  'notify-rejection',
  'decide-appeal',
  'plan',
  'start-clearing',
  'look-back',
];

/** Possible at nearly every time, wanted seldom. */
const SELDOM: readonly DialogKind[] = ['withdraw', 'move-away', 'pause', 'emergency', 'hand-over', 'recall'];

export type Possible = { main: DialogKind | undefined; others: DialogKind[]; seldom: DialogKind[] };

/** Actions that this account may do by a dialog now: the one that leads on, others of the step, and what is seldom wanted. */
export function possibleDialogs(detail: CaseDetail): Possible {
  const possible = detail.actions.filter((kind): kind is DialogKind => kind !== 'open' && kind !== 'add-clue');
  const main = LEADING.find((kind) => possible.includes(kind) && !isEarly(kind, detail));
  const rest = possible.filter((kind) => kind !== main);
  return {
    main,
    others: rest.filter((kind) => !SELDOM.includes(kind)),
    seldom: rest.filter((kind) => SELDOM.includes(kind)),
  };
}

/** Possible, but not what comes next: to conclude before anybody was asked, to plan again. */
function isEarly(kind: DialogKind, { requested, timeline }: CaseDetail): boolean {
  if (kind === 'compare') return requested.length === 0;
  return kind === 'plan' && timeline.some((action) => action.kind === 'plan' && !action.recalled);
}

/** The kind that leads on from each step, as far as the list of cases tells. */
const NEXT_OF_STEP: Record<Step, DialogKind> = {
  verification: 'verify',
  comparison: 'compare',
  review: 'review',
  notice: 'end-notice',
  'township-review': 'pass-township',
  'county-approval': 'approve',
  announcement: 'announce',
  recording: 'record',
};

const NEXT_OF_STATE: Partial<Record<CaseItem['state'], DialogKind>> = {
  monitored: 'plan',
  cleared: 'look-back',
  appeal: 'decide-appeal',
  rejected: 'notify-rejection',
  'not-confirmed': 'notify-rejection',
};

/** What leads a case on from here; the page of the case may know better. */
export function nextKind({ state, turn, paused }: Pick<CaseItem, 'state' | 'turn' | 'paused'>): DialogKind | undefined {
  if (turn === undefined) return undefined;
  if (paused) return 'resume';
  const at = stepOf(state);
  if (!at) return NEXT_OF_STATE[state];
  return at.walk === 'clearing' && at.step === 'county-approval' ? 'clear' : NEXT_OF_STEP[at.step];
}
