// Which action may be done now, by whom: the same answer for the server, which refuses, and the screen, which shows only
// the buttons that work and says why the others are absent.

import type { Role } from '../../../kernel/operation.ts';
import { type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { stepsOf } from '../../process/domain/process-template.ts';
import { isEnding, STEP_NAMES, type Step, stepOf } from '../../process/domain/steps.ts';
import { NOTICE_LEVEL_NAMES, type NoticeLevel } from '../../process/domain/words.ts';
import { ACTIONS, type DetailOf, KINDS, type Kind } from './actions.ts';
import { fitsRegistry } from './category.ts';
import { type Refusal, refuseRisks, refuseVotes } from './detail-rules.ts';
import { RECALLABLE } from './recall.ts';
import { type Standing, templateNow } from './standing.ts';

/** What beside the case itself decides. */
export type Circumstances = {
  role: Role;
  today: PlainDate;
  /** Whether the household is one that was lifted out of poverty. */
  lifted: boolean;
  /** Conditions of clearing that are not met, in words; undefined where they were not looked at. */
  unmet?: readonly string[];
  /** Who opened another case of the household that is under way: this one, which had ended, cannot be taken up again. */
  otherCaseBy?: string | undefined;
};

const refusal = (code: string, details?: Refusal['details']): Refusal => (details ? { code, details } : { code });

const notNow = refusal('cases.not-now');

/** The step in which an action belongs. */
export const STEP_OF: Partial<Record<Kind, Step>> = {
  verify: 'verification',
  'request-comparison': 'comparison',
  'reply-comparison': 'comparison',
  compare: 'comparison',
  review: 'review',
  publish: 'notice',
  object: 'notice',
  'settle-objection': 'notice',
  'end-notice': 'notice',
  'pass-township': 'township-review',
  approve: 'county-approval',
  clear: 'county-approval',
  announce: 'announcement',
  record: 'recording',
};

const DECIDING: readonly Step[] = ['comparison', 'township-review', 'county-approval'];

/** Who decides at a step decides also that it goes back or ends: the township in its review, the county in the others. */
function decides(role: Role, step: Step): boolean {
  return step === 'township-review'
    ? role === 'township-officer'
    : role === 'county-officer' && DECIDING.includes(step);
}

const LEVEL_ROLE: Record<NoticeLevel, readonly Role[]> = {
  village: ['village-worker', 'township-officer'],
  township: ['township-officer'],
  county: ['county-officer'],
};

function noticeLevels(standing: Standing): NoticeLevel[] {
  const at = stepOf(standing.state);
  return at ? templateNow(standing)[at.walk].noticeLevels : [];
}

function openObjections({ objections }: Standing): number {
  return objections.filter(({ result }) => result === undefined).length;
}

function endNotice(standing: Standing, today: PlainDate): Refusal | undefined {
  const missing = noticeLevels(standing).filter((level) => !standing.notices.some((notice) => notice.level === level));
  if (missing[0]) return refusal('cases.notice-missing', { level: NOTICE_LEVEL_NAMES[missing[0]] });
  const last = Math.max(...standing.notices.map(({ endsOn }) => endsOn));
  if (today < last) return refusal('cases.notice-running', { day: last });
  const open = openObjections(standing);
  return open > 0 ? refusal('cases.objections-open', { count: open }) : undefined;
}

type StateTest = (standing: Standing, given: Circumstances) => Refusal | undefined;

const inState =
  (...states: Standing['state'][]): StateTest =>
  ({ state }) =>
    states.includes(state) ? undefined : notNow;

const underWay: StateTest = ({ state }) => (stepOf(state) ? undefined : notNow);

const decided: StateTest = ({ state }, { role }) => {
  const at = stepOf(state);
  return at && decides(role, at.step) ? undefined : notNow;
};

/** Where an action is possible, beside the step it belongs to. */
const POSSIBLE: Partial<Record<Kind, StateTest>> = {
  open: () => refusal('cases.case-open'),
  'add-clue': ({ state }) => (isEnding(state) ? notNow : undefined),
  approve: ({ state }) => (stepOf(state)?.walk === 'identification' ? undefined : notNow),
  clear: ({ state }, { unmet = [] }) => {
    if (stepOf(state)?.walk !== 'clearing') return notNow;
    return unmet[0] ? refusal('cases.conditions-unmet', { what: unmet.join('、') }) : undefined;
  },
  publish: (standing, { role }) => {
    const levels = noticeLevels(standing).filter((level) => !standing.notices.some((notice) => notice.level === level));
    return levels.some((level) => LEVEL_ROLE[level].includes(role)) ? undefined : notNow;
  },
  object: ({ notices }) => (notices.length > 0 ? undefined : notNow),
  'settle-objection': (standing) => (openObjections(standing) > 0 ? undefined : notNow),
  'end-notice': (standing, { today }) => endNotice(standing, today),
  'reply-comparison': ({ comparison }) => (comparison.requested.length > 0 ? undefined : notNow),
  return: decided,
  reject: decided,
  'notify-rejection': (standing) =>
    inState('rejected', 'not-confirmed')(standing, {} as Circumstances) ??
    (standing.notifiedOn === undefined ? undefined : notNow),
  appeal: (standing, { today, otherCaseBy }) => {
    if (standing.state !== 'rejected' && standing.state !== 'not-confirmed') return notNow;
    if (otherCaseBy !== undefined) return refusal('cases.case-open', { who: otherCaseBy });
    if (standing.appealOver) return refusal('cases.appeal-over');
    const { appealUntil } = standing;
    return appealUntil !== undefined && today > appealUntil
      ? refusal('cases.appeal-late', { day: appealUntil })
      : undefined;
  },
  'decide-appeal': inState('appeal'),
  withdraw: ({ state, decidedOn }) =>
    stepOf(state)?.walk === 'identification' && decidedOn === undefined ? undefined : notNow,
  'move-away': ({ state }) => (isEnding(state) ? notNow : undefined),
  pause: (standing, given) => underWay(standing, given) ?? (standing.isPaused ? notNow : undefined),
  resume: ({ isPaused }) => (isPaused ? undefined : notNow),
  emergency: ({ state, isEmergency, decidedOn }) =>
    stepOf(state)?.walk === 'identification' && !isEmergency && decidedOn === undefined ? undefined : notNow,
  plan: ({ state, isEmergency, decidedOn }) => {
    if (isEnding(state) || state === 'cleared' || state === 'appeal') return notNow;
    return decidedOn !== undefined || isEmergency ? undefined : notNow;
  },
  'hand-over': ({ state, responsible }) => (isEnding(state) || responsible === undefined ? notNow : undefined),
  'start-clearing': ({ state }, { unmet = [] }) => {
    if (state !== 'monitored') return notNow;
    return unmet[0] ? refusal('cases.conditions-unmet', { what: unmet.join('、') }) : undefined;
  },
  'look-back': inState('cleared'),
  reverse: inState('cleared'),
  recall: ({ last }, { role, otherCaseBy }) => {
    if (!last || !RECALLABLE.includes(last.kind) || last.role !== role || !last.canRestore) return notNow;
    return otherCaseBy === undefined ? undefined : refusal('cases.case-open', { who: otherCaseBy });
  },
};

/** Done while the clock stands still: everything that moves the case on waits until it runs again. */
const WHILE_PAUSED: readonly Kind[] = ['resume', 'add-clue', 'move-away', 'withdraw', 'emergency', 'plan', 'hand-over'];

/** Why this account cannot do this to the case now, whatever it would write; undefined when it can. */
export function refuseAction(kind: Kind, standing: Standing, given: Circumstances): Refusal | undefined {
  if (!ACTIONS[kind].roles.includes(given.role)) return refusal('http.forbidden');
  if (standing.isPaused && !WHILE_PAUSED.includes(kind)) return refusal('cases.paused');
  const step = STEP_OF[kind];
  if (step && stepOf(standing.state)?.step !== step) return notNow;
  return POSSIBLE[kind]?.(standing, given);
}

/** Kinds that could be done now, in the order of the process. */
export function possibleActions(standing: Standing, given: Circumstances): Kind[] {
  return KINDS.filter((kind) => refuseAction(kind, standing, given) === undefined);
}

type DetailTests = {
  [K in Kind]?: (detail: DetailOf<K>, standing: Standing, given: Circumstances) => Refusal | undefined;
};

function dayIn(text: string, { openedOn }: Standing, { today }: Circumstances): Refusal | undefined {
  const day = parseDate(text);
  if (day > today) return refusal('cases.day-in-future', { day: text });
  return day < openedOn ? refusal('cases.day-before-case', { day: text }) : undefined;
}

const DETAIL_TESTS: DetailTests = {
  verify: ({ visitors, visitedOn, confirmed, survey }, standing, given) => {
    const least = templateNow(standing).verifiers;
    if (new Set(visitors).size < least) return refusal('cases.too-few-visitors', { least });
    const isFound = confirmed && stepOf(standing.state)?.walk === 'identification';
    return refuseRisks(isFound, survey.risks) ?? dayIn(visitedOn, standing, given);
  },
  // What nobody looked up cannot be a finding; one department that never answers holds no household back.
  compare: ({ withoutReply }, { comparison }) =>
    comparison.replies.length > 0 || withoutReply.length >= 4 ? undefined : refusal('cases.compare-without-reply'),
  'reply-comparison': ({ department }, { comparison }) =>
    comparison.requested.includes(department) ? undefined : refusal('cases.not-asked', { department }),
  review: (detail, standing, given) => refuseVotes(detail) ?? dayIn(detail.heldOn, standing, given),
  publish: ({ level, from }, standing, { role, today }) => {
    if (!noticeLevels(standing).includes(level) || standing.notices.some((notice) => notice.level === level))
      return notNow;
    if (!LEVEL_ROLE[level].includes(role)) return refusal('cases.not-your-level');
    if (parseDate(from) > today) return refusal('cases.day-in-future', { day: from });
    return parseDate(from) < standing.since ? refusal('cases.day-before-step', { day: from }) : undefined;
  },
  'settle-objection': ({ objection }, { objections }) =>
    objections[objection] && objections[objection].result === undefined ? undefined : notNow,
  approve: ({ category }, _standing, { lifted }) =>
    fitsRegistry(category, lifted) ? undefined : refusal('cases.category-contradicts'),
  return: ({ to }, standing) => {
    const at = stepOf(standing.state);
    if (!at) return notNow;
    const steps = stepsOf(templateNow(standing)[at.walk]);
    const target = steps.indexOf(to);
    return target >= 0 && target < steps.indexOf(at.step)
      ? undefined
      : refusal('cases.return-where', { step: STEP_NAMES[to] });
  },
  announce: ({ on }, standing, given) => dayIn(on, standing, given),
  record: ({ on }, standing, given) => dayIn(on, standing, given),
  // The days to appeal run from the day the household was told: it cannot have been before the decision.
  'notify-rejection': ({ on }, standing, given) =>
    parseDate(on) < standing.since ? refusal('cases.day-before-decision', { day: on }) : dayIn(on, standing, given),
  recall: ({ seq }, { last }) => (last?.seq === seq ? undefined : notNow),
  'move-away': ({ on }, _standing, { today }) =>
    parseDate(on) > today ? refusal('cases.day-in-future', { day: on }) : undefined,
  'look-back': ({ on, visitors }, standing, given) => {
    const least = templateNow(standing).verifiers;
    if (new Set(visitors).size < least) return refusal('cases.too-few-visitors', { least });
    return dayIn(on, standing, given);
  },
};

/** Why what would be recorded contradicts the case; undefined when it does not. */
export function refuseDetail<K extends Kind>(
  kind: K,
  detail: DetailOf<K>,
  standing: Standing,
  given: Circumstances,
): Refusal | undefined {
  return DETAIL_TESTS[kind]?.(detail, standing, given);
}
