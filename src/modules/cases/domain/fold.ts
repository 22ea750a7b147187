// The state of a case from its actions: one pure function for server and screen. It does not ask whether an action was
// allowed (refuse-action.ts did, when it was recorded); it says what follows from it.

import { addMonths, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { type Calendar, lastDay, type Term } from '../../process/domain/calendar.ts';
import { type ProcessTemplate, stepsOf, type WalkTemplate } from '../../process/domain/process-template.ts';
import {
  isEnding,
  type State,
  type Step,
  stepOf,
  TURN_OF_STEP,
  type Turn,
  type Walk,
} from '../../process/domain/steps.ts';
import type { CaseAction, DetailOf, Kind } from './actions.ts';
import { inForce, lastAction } from './recall.ts';
import { type Notice, type Standing, templateNow } from './standing.ts';

export type FoldContext = {
  /** The template with this id. */
  templateOf: (id: number) => ProcessTemplate;
  calendar: Calendar;
};

type Draft = Omit<Standing, 'dueOn' | 'readyOn' | 'totalDueOn' | 'turn' | 'version' | 'nextLookBackOn' | 'last'>;

type Applied = { draft: Draft; on: PlainDate; context: FoldContext };

function dayOf(text: string): PlainDate {
  return parseDate(text);
}

function term(draft: Draft, from: PlainDate, of: Term, { calendar }: FoldContext): PlainDate | undefined {
  return lastDay(from, of, calendar, draft.pauses);
}

function walkOf(draft: Draft, walk: Walk): WalkTemplate {
  return (walk === 'clearing' ? draft.clearingTemplate : draft.template)[walk];
}

/** Ends the step under way and stands in `state`. */
function stand({ draft, on }: Applied, state: State): void {
  const open = draft.steps.at(-1);
  if (open && open.doneOn === undefined) open.doneOn = on;
  // What has ended does not stand still any more: nobody has to resume it.
  if (isEnding(state)) endPause(draft, on);
  draft.state = state;
  draft.since = on;
}

function endPause(draft: Draft, on: PlainDate): void {
  draft.isPaused = false;
  const open = draft.pauses.at(-1);
  if (open && open.until === undefined) open.until = on;
}

function enter(applied: Applied, walk: Walk, step: Step, given?: Term): void {
  const { draft, on, context } = applied;
  stand(applied, `${walk}.${step}`);
  if (step === 'notice') {
    draft.notices = [];
    draft.objections = [];
  }
  if (step === 'comparison') draft.comparison = { requested: [], replies: [] };
  const own = walkOf(draft, walk).steps.find((each) => each.step === step)?.term;
  const limit = given ?? own ?? { days: 0, kind: 'natural' };
  draft.steps.push({ walk, step, enteredOn: on, dueOn: term(draft, on, limit, context) });
}

/** The step after this one in the county's template; after the last, the household is monitored, or its risk is cleared. */
function goOn(applied: Applied): void {
  const at = stepOf(applied.draft.state);
  if (!at) return;
  const steps = stepsOf(walkOf(applied.draft, at.walk));
  const next = steps[steps.indexOf(at.step) + 1];
  applied.draft.returned = undefined;
  if (next) enter(applied, at.walk, next);
  else stand(applied, at.walk === 'identification' ? 'monitored' : 'cleared');
}

function refuseCase(applied: Applied, state: 'rejected' | 'not-confirmed'): void {
  const { draft } = applied;
  draft.notifiedOn = undefined;
  draft.appealUntil = undefined;
  draft.returned = undefined;
  // Out of the way to clearing leads back into monitoring: nothing is lost by a refusal. The survey that spoke against
  // clearing stays in the record; the next attempt makes its own.
  if (stepOf(draft.state)?.walk === 'clearing') {
    const { clearing: _, ...before } = draft.surveys;
    draft.surveys = before;
    stand(applied, 'monitored');
  } else stand(applied, state);
}

type Effects = { [K in Kind]: (applied: Applied, detail: DetailOf<K>) => void };

const nothing = () => undefined;

const EFFECTS: Effects = {
  open: nothing,
  'add-clue': ({ draft }, { clueId }) => {
    draft.clueIds.push(clueId);
  },
  verify: (applied, { survey, confirmed }) => {
    const walk = stepOf(applied.draft.state)?.walk ?? 'identification';
    applied.draft.surveys = { ...applied.draft.surveys, [walk]: survey };
    if (walk === 'identification') applied.draft.risks = survey.risks;
    if (confirmed) goOn(applied);
    else refuseCase(applied, 'not-confirmed');
  },
  'request-comparison': ({ draft }, { departments }) => {
    draft.comparison.requested = [...new Set([...draft.comparison.requested, ...departments])];
  },
  'reply-comparison': ({ draft }, reply) => {
    const others = draft.comparison.replies.filter(({ department }) => department !== reply.department);
    draft.comparison.replies = [...others, reply];
  },
  compare: (applied, { excluded }) => (excluded ? refuseCase(applied, 'rejected') : goOn(applied)),
  review: (applied, { passed }) => (passed ? goOn(applied) : refuseCase(applied, 'rejected')),
  publish: ({ draft, context }, { level, from }) => {
    const walk = stepOf(draft.state)?.walk ?? 'identification';
    const length = walkOf(draft, walk).steps.find(({ step }) => step === 'notice')?.term;
    const start = dayOf(from);
    // A notice hangs for its days whatever the clock of the case does.
    const endsOn = length ? (lastDay(start, length, context.calendar) ?? start) : start;
    const notice: Notice = { level, from: start, endsOn };
    draft.notices = [...draft.notices.filter((other) => other.level !== level), notice];
  },
  object: ({ draft, on }, { by, content }) => {
    draft.objections.push({ by, content, on });
  },
  'settle-objection': ({ draft }, { objection, result }) => {
    const settled = draft.objections[objection];
    if (settled) settled.result = result;
  },
  'end-notice': goOn,
  'pass-township': goOn,
  approve: (applied, { category, lineFen, danger, risks }) => {
    Object.assign(applied.draft, { category, lineFen, danger, risks, decidedOn: applied.on });
    goOn(applied);
  },
  clear: (applied, { mode }) => {
    applied.draft.clearedOn = applied.on;
    applied.draft.clearingMode = mode;
    goOn(applied);
  },
  announce: goOn,
  record: goOn,
  return: (applied, { to, reason }) => {
    const at = stepOf(applied.draft.state);
    if (!at) return;
    enter(applied, at.walk, to, templateNow(applied.draft as Standing).returnTerm);
    applied.draft.returned = { from: at.step, reason };
  },
  reject: (applied) => refuseCase(applied, 'rejected'),
  'notify-rejection': ({ draft, context }, { on }) => {
    draft.notifiedOn = dayOf(on);
    draft.appealUntil = lastDay(draft.notifiedOn, draft.template.appealTerm, context.calendar);
  },
  appeal: (applied) => stand(applied, 'appeal'),
  'decide-appeal': (applied, { upheld }) => {
    if (upheld) {
      // The way begins anew: the days of the appeal are nobody's delay.
      applied.draft.walkSince = applied.on;
      enter(applied, 'identification', 'verification');
    } else {
      applied.draft.appealOver = true;
      stand(applied, 'rejected');
    }
  },
  withdraw: (applied) => stand(applied, 'withdrawn'),
  'move-away': (applied) => stand(applied, 'moved-away'),
  pause: ({ draft, on }) => {
    draft.isPaused = true;
    draft.pauses.push({ from: on, until: undefined });
  },
  resume: ({ draft, on }) => endPause(draft, on),
  emergency: ({ draft }) => {
    draft.isEmergency = true;
  },
  plan: ({ draft, on }, { risks, danger, responsible, responsibleAccount }) => {
    Object.assign(draft, { risks, danger, responsible, responsibleAccount });
    draft.plannedOn ??= on;
  },
  'hand-over': ({ draft }, { responsible, responsibleAccount }) => {
    Object.assign(draft, { responsible, responsibleAccount });
  },
  'start-clearing': (applied, { templateId }) => {
    applied.draft.clearingTemplate = applied.context.templateOf(templateId);
    applied.draft.walkSince = applied.on;
    enter(applied, 'clearing', stepsOf(applied.draft.clearingTemplate.clearing)[0] ?? 'verification');
  },
  'look-back': ({ draft, on }, { stable }) => {
    draft.lookBacks.push({ on, stable });
  },
  reverse: (applied) => stand(applied, 'reversed'),
  // What was taken back is left out before anything is folded.
  recall: nothing,
};

function begin(action: CaseAction, context: FoldContext): Draft {
  if (action.kind !== 'open') throw new Error(`a case begins with open, not with ${action.kind}`);
  const template = context.templateOf(action.detail.templateId);
  const draft: Draft = {
    state: 'identification.verification',
    openedOn: action.on,
    since: action.on,
    walkSince: action.on,
    pauses: [],
    isPaused: false,
    isEmergency: false,
    steps: [],
    notices: [],
    objections: [],
    comparison: { requested: [], replies: [] },
    surveys: {},
    returned: undefined,
    category: undefined,
    lineFen: undefined,
    danger: undefined,
    risks: [],
    responsible: undefined,
    responsibleAccount: undefined,
    decidedOn: undefined,
    plannedOn: undefined,
    clearedOn: undefined,
    clearingMode: undefined,
    lookBacks: [],
    notifiedOn: undefined,
    appealUntil: undefined,
    appealOver: false,
    clueIds: [...action.detail.clueIds],
    template,
    clearingTemplate: template,
  };
  enter({ draft, on: action.on, context }, 'identification', stepsOf(template.identification)[0] ?? 'verification');
  return draft;
}

function apply<K extends Kind>(applied: Applied, kind: K, detail: DetailOf<K>): void {
  EFFECTS[kind](applied, detail);
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
function renewStepDue(draft: Draft, context: FoldContext): void {
  const open = draft.steps.at(-1);
  if (!open || open.doneOn !== undefined) return;
  const own = walkOf(draft, open.walk).steps.find(({ step }) => step === open.step)?.term;
  const limit = draft.returned ? templateNow(draft as Standing).returnTerm : own;
  const due = limit && !draft.isPaused ? term(draft, open.enteredOn, limit, context) : undefined;
  // What hangs may not come down before its days are over: that day is not late, however late it was put up.
  const hanging = open.step === 'notice' ? draft.notices.map(({ endsOn }) => endsOn) : [];
  open.dueOn = due && Math.max(due, ...hanging);
}

/** Folds a case. The first action is `open`; throws where there is none. */
export function foldCase(actions: readonly CaseAction[], context: FoldContext): Standing {
  const [first, ...rest] = inForce(actions);
  if (!first) throw new Error('a case has at least one action');
  const draft = begin(first, context);
  for (const action of rest) {
    apply({ draft, on: action.on, context }, action.kind, action.detail);
    renewStepDue(draft, context);
  }
  const nextLookBackOn = nextLookBack(draft);
  const totalDueOn = totalDue(draft, context);
  const stepDue = stepOf(draft.state) ? draft.steps.at(-1)?.dueOn : undefined;
  return {
    ...draft,
    version: actions.length,
    turn: turnOf(draft),
    totalDueOn,
    dueOn: draft.isPaused ? undefined : earliest(stepDue, totalDueOn, otherDue(draft, nextLookBackOn, context)),
    readyOn: readyOn(draft),
    nextLookBackOn,
    last: lastAction(actions),
  };
}
