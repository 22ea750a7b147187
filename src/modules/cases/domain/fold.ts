// The state of a case from its actions: one pure function for server and screen. It does not ask whether an action was
// allowed (refuse-action.ts did, when it was recorded); it says what follows from it.

import { type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { lastDay, type Term } from '../../process/domain/calendar.ts';
import { stepsOf } from '../../process/domain/process-template.ts';
import { isEnding, type State, type Step, stepOf, type Walk } from '../../process/domain/steps.ts';
import type { CaseAction, DetailOf, Kind } from './actions.ts';
import { type Draft, daysOf, type FoldContext, renewStepDue, term, walkOf } from './days-of-case.ts';
import { inForce, lastAction } from './recall.ts';
import { type Notice, type Standing, templateNow } from './standing.ts';

type Applied = { draft: Draft; on: PlainDate; context: FoldContext };

function dayOf(text: string): PlainDate {
  return parseDate(text);
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

/** Folds a case. The first action is `open`; throws where there is none. */
export function foldCase(actions: readonly CaseAction[], context: FoldContext): Standing {
  const [first, ...rest] = inForce(actions);
  if (!first) throw new Error('a case has at least one action');
  const draft = begin(first, context);
  for (const action of rest) {
    apply({ draft, on: action.on, context }, action.kind, action.detail);
    renewStepDue(draft, context);
  }
  return { ...draft, version: actions.length, ...daysOf(draft, context), last: lastAction(actions) };
}
