// The model of monitoring that the database is held against: cases of a household as lists of actions in memory, and what
// the rules say to whatever somebody tries.

import type { Role } from '../src/kernel/operation.ts';
import { addDays, addMonths, formatDate, type PlainDate } from '../src/kernel/plain-date.ts';
import { type CaseAction, type DetailOf, KINDS, type Kind } from '../src/modules/cases/domain/actions.ts';
import { clearingConditions } from '../src/modules/cases/domain/clearing-conditions.ts';
import { foldCase } from '../src/modules/cases/domain/fold.ts';
import type { NewRisk } from '../src/modules/cases/domain/new-risk.ts';
import {
  type Circumstances,
  possibleActions,
  refuseAction,
  refuseDetail,
} from '../src/modules/cases/domain/refuse-action.ts';
import { type Standing, templateNow } from '../src/modules/cases/domain/standing.ts';
import type { Calendar } from '../src/modules/process/domain/calendar.ts';
import type { ProcessTemplate } from '../src/modules/process/domain/process-template.ts';
import { isEnding, STEPS } from '../src/modules/process/domain/steps.ts';
import { NOTICE_LEVELS } from '../src/modules/process/domain/words.ts';
import { POOR, SOLVED } from './case-details.ts';
import { everyDetail } from './case-story.ts';

export const LINE_FEN = 800_000;

export type ModelCase = { id: number; actions: CaseAction[] };
export type ModelClue = { receivedOn: PlainDate; caseId?: number };

/** A household with its cases, oldest first. */
export type ModelHousehold = { id: number; cases: ModelCase[]; clues: Map<number, ModelClue> };

export type Setting = {
  calendar: Calendar;
  /** By effective date, the first from the beginning. */
  templates: { id: number; from: PlainDate; definition: ProcessTemplate }[];
};

export function templateOn({ templates }: Setting, day: PlainDate): number {
  return templates.findLast(({ from }) => from <= day)?.id ?? 0;
}

export function foldModel(actions: readonly CaseAction[], { calendar, templates }: Setting): Standing {
  return foldCase(actions, {
    calendar,
    templateOf: (id) => {
      const template = templates.find((each) => each.id === id);
      if (!template) throw new Error(`the model knows no template ${id}`);
      return template.definition;
    },
  });
}

export type Try = { household: ModelHousehold; of: ModelCase; today: PlainDate; role: Role };

function newRisks({ household, of, today }: Try, standing: Standing): NewRisk[] {
  const { stableMonths } = templateNow(standing);
  const since = standing.decidedOn ?? standing.since;
  return [...household.clues.values()].flatMap(({ receivedOn: on, caseId }): NewRisk[] => {
    if (caseId === undefined) return [{ kind: 'open-clue', on, channel: 'visit' }];
    const counts = caseId === of.id && on > since && today < addMonths(on, stableMonths);
    return counts ? [{ kind: 'case-clue', on, channel: 'visit' }] : [];
  });
}

/** What beside the case decides, as the model knows it. */
export function circumstances(given: Try, setting: Setting): Circumstances {
  const { household, of, today, role } = given;
  const standing = foldModel(of.actions, setting);
  const isAsked = standing.state === 'monitored' || standing.state.startsWith('clearing.');
  const conditions = isAsked
    ? clearingConditions({ standing, today, lineFen: LINE_FEN, newRisks: newRisks(given, standing) })
    : [];
  const others = household.cases.filter((each) => each !== of);
  return {
    role,
    today,
    lifted: false,
    unmet: conditions.filter(({ met }) => !met).map(({ label }) => label),
    otherCaseBy: isEnding(standing.state)
      ? others.find((each) => !isEnding(foldModel(each.actions, setting).state))?.actions[0]?.by
      : undefined,
  };
}

/** The code the attempt must be refused with, or undefined. */
export function expectedRefusal<K extends Kind>(
  kind: K,
  detail: DetailOf<K>,
  given: Try,
  setting: Setting,
): string | undefined {
  const standing = foldModel(given.of.actions, setting);
  const about = circumstances(given, setting);
  return (refuseAction(kind, standing, about) ?? refuseDetail(kind, detail, standing, about))?.code;
}

/** How often a kind is tried where it is possible: what leads on far more often than what ends or only adds. */
const WEIGHTS: Partial<Record<Kind, number>> = {
  verify: 40,
  compare: 40,
  'reply-comparison': 20,
  review: 40,
  publish: 40,
  'end-notice': 40,
  'settle-objection': 20,
  'pass-township': 40,
  approve: 40,
  clear: 40,
  announce: 40,
  record: 40,
  'start-clearing': 40,
  'decide-appeal': 40,
  resume: 40,
  appeal: 10,
  'notify-rejection': 10,
  plan: 4,
  'look-back': 6,
  reverse: 10,
  recall: 1,
};

/** Somebody and a kind that is possible for them now, by weight; `pick` is between 0 and 1. */
export function likelyStep(
  given: Omit<Try, 'role'>,
  roles: readonly Role[],
  setting: Setting,
  pick: number,
): { role: Role; kind: Kind } | undefined {
  const weighted = roles.flatMap((role) => {
    const standing = foldModel(given.of.actions, setting);
    return possibleActions(standing, circumstances({ ...given, role }, setting))
      .filter((kind) => kind !== 'add-clue' && kind !== 'open')
      .flatMap((kind) => Array<{ role: Role; kind: Kind }>(WEIGHTS[kind] ?? 2).fill({ role, kind }));
  });
  return weighted[Math.floor(pick * weighted.length)];
}

const PLAIN = ['cases.not-now', 'http.forbidden', 'cases.case-open', 'cases.paused'];

/** What belongs to where the case stands, but is refused for a reason of its own. */
export function tellingSteps(given: Omit<Try, 'role'>, roles: readonly Role[], setting: Setting) {
  return roles.flatMap((role) => {
    const standing = foldModel(given.of.actions, setting);
    const about = circumstances({ ...given, role }, setting);
    return KINDS.map((kind) => ({ role, kind })).filter(({ kind }) => {
      const refused = refuseAction(kind, standing, about);
      return refused && !PLAIN.includes(refused.code);
    });
  });
}

/** A detail of the kind: mostly as people would write it, now and then one that contradicts the case. */
export function detailFor<K extends Kind>(kind: K, given: Try, setting: Setting, twist: number): DetailOf<K> {
  const { of, today } = given;
  const standing = foldModel(of.actions, setting);
  const isClearing = standing.state.startsWith('clearing.');
  const visitors = twist % 13 === 0 ? ['巴特尔', '巴特尔'] : ['巴特尔', '李秀兰', '赵敏'];
  const on = twist % 11 === 0 ? formatDate(addDays(today, twist % 2 === 0 ? 1 : -900)) : formatDate(today);
  const made = everyDetail(today);
  const changes: { [Each in Kind]?: Partial<DetailOf<Each>> } = {
    verify: { visitors, visitedOn: on, survey: isClearing ? SOLVED : POOR, confirmed: twist % 17 !== 0 },
    'reply-comparison': { department: twist % 3 === 0 ? 'yibao' : twist % 5 === 0 ? 'gongan' : 'minzheng' },
    compare: { excluded: twist % 19 === 0 },
    review: {
      heldOn: on,
      passed: twist % 17 !== 0,
      votesFor: twist % 13 === 0 ? 1 : 4,
      votesAgainst: twist % 7 === 0 ? 4 : 0,
    },
    publish: { level: NOTICE_LEVELS[twist % 3] ?? 'village', from: on },
    'settle-objection': { objection: twist % 3 },
    approve: { category: twist % 13 === 0 ? 'unstable-lifted' : 'borderline' },
    announce: { on },
    record: { on },
    return: { to: STEPS[twist % STEPS.length] ?? 'verification' },
    'notify-rejection': { on },
    'decide-appeal': { upheld: twist % 3 !== 0 },
    'move-away': { on },
    'look-back': { on, visitors, stable: twist % 2 === 0 },
    recall: { seq: twist % 7 === 0 ? 2 : (standing.last?.seq ?? 2) },
  };
  return { ...made[kind], ...changes[kind] };
}
