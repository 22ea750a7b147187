// A visit of a round, and the recheck of one by somebody else: the office's own questions and rules, also where a household is phoned.

import { Problem } from '../../../../../kernel/problem.ts';
import { MOST_RISKS, RISK_NAMES } from '../../../../cases/domain/words.ts';
import { type HouseholdView, keyText, type PhoneCopy } from '../../../../field/domain/phone-copy.ts';
import { type Answers, filesOf, nested, type Question } from '../../../../field/domain/questions.ts';
import { askedOf, unanswered } from '../../../../sweeps/domain/survey.ts';
import { isDone, refuseVisit, type VisitTold } from '../../../../sweeps/domain/visit-rules.ts';
import {
  RECHECK_ACTIONS,
  SWEEP_LISTS,
  type SweepList,
  VISIT_MODES,
  VISIT_RESULTS,
  type VisitResult,
} from '../../../../sweeps/domain/words.ts';
import '../../../../sweeps/domain/problems.ts';
import type { HouseholdForm } from './phone-form.ts';
import { placeQuestion, withoutPosition } from './place-question.ts';

type RoundOnPhone = NonNullable<PhoneCopy['sweep']>['rounds'][number];

const SURVEY = '问卷';
const resultOf = ({ result }: Answers) => result as VisitResult | undefined;
const wasSeen = (answers: Answers) => {
  const result = resultOf(answers);
  return result !== undefined && isDone(result);
};

export const listNames = (lists: readonly SweepList[]) => lists.map((list) => SWEEP_LISTS[list]).join('、');

function surveyQuestions({ questions }: RoundOnPhone, lists: readonly SweepList[]): Question[] {
  return askedOf(questions, lists).map(({ code, title, choices }) => ({
    ...{ kind: 'choice', name: `answers.${code}`, title, choices, required: true, page: SURVEY },
    when: wasSeen,
  }));
}

function questionsOfVisit(round: RoundOnPhone, lists: readonly SweepList[], today: string): Question[] {
  return [
    {
      ...{ kind: 'choice', name: 'result', title: '结论', choices: VISIT_RESULTS, required: true },
      hint: `${round.name} · ${listNames(lists)}`,
    },
    { kind: 'choice', name: 'mode', title: '核查方式', choices: VISIT_MODES, required: true },
    ...surveyQuestions(round, lists),
    {
      ...{ kind: 'choices', name: 'risks', title: '风险点', choices: RISK_NAMES, most: MOST_RISKS, required: true },
      when: (answers) => resultOf(answers) === 'clue',
    },
    {
      ...{ kind: 'yes-no', name: 'solved', title: '现场解决了吗', yes: '现场已解决', no: '没有', required: true },
      when: (answers) => resultOf(answers) === 'clue',
    },
    { kind: 'photos', name: 'photos', title: '现场照片', most: 9, page: '现场照片', when: wasSeen },
    {
      ...{ kind: 'yes-no', name: 'signed', title: '农户在纸质表上签字了吗', yes: '已签字', no: '没有' },
      ...{ page: '现场照片', when: wasSeen },
    },
    { kind: 'text', name: 'secondVisitor', title: '另一名核查人', most: 40, required: true, page: '核查人和日期' },
    { kind: 'day', name: 'visitedOn', title: '核查日期', latest: today, required: true, page: '核查人和日期' },
    { kind: 'text', name: 'note', title: '情况说明', most: 500, lines: 4, page: '情况说明和位置' },
    { ...placeQuestion, page: '情况说明和位置' },
  ];
}

const told = (plain: Record<string, unknown>): VisitTold => {
  const { answers = {}, risks = [], photos = [], signed = false, ...rest } = plain;
  return { ...rest, answers, risks, signed, photos: (photos as unknown[]).length } as VisitTold;
};

const sentenceOf = (refusal: { code: string; details?: Record<string, string> } | undefined) =>
  refusal && new Problem(refusal.code, refusal.details).message;

function roundOf({ sweep }: PhoneCopy, number: string): RoundOnPhone | undefined {
  return sweep?.rounds.find((round) => round.number === number);
}

export const roundVisitForm: HouseholdForm = ({ copy, today }, { household, sweepVisits }, [number = '']) => {
  const round = roundOf(copy, number);
  const visit = sweepVisits.find((each) => each.number === number);
  if (!round || !visit) return undefined;
  const { lists } = visit;
  const questions = questionsOfVisit(round, lists, today);
  const rules = { ...round, today, lists, visitor: copy.account.name };
  const { countyCode, id } = household;
  return {
    title: '入户核查',
    about: household.headName,
    questions,
    initial: { visitedOn: today, mode: 'in-person' },
    refuse: (answers) => sentenceOf(refuseVisit(told(nested(questions, answers)), rules)),
    toItems: (answers) => {
      const input = {
        ...{ number, household: { countyCode, id }, filledAt: new Date().toISOString() },
        ...withoutPosition(nested(questions, answers)),
      };
      const group = keyText(household);
      return [
        {
          operation: 'sweeps.visit',
          input,
          files: filesOf(questions, answers),
          group,
          target: visitTarget(group, number),
        },
      ];
    },
  };
};

/** What an item of the outbox is about, where it is a visit of a round. */
export const visitTarget = (household: string, number: string) => `round ${number} ${household}`;

export const recheckForm: HouseholdForm = ({ copy, today }, { household, rechecks }, [recheckId]) => {
  const recheck = rechecks.find((each) => String(each.recheckId) === recheckId);
  const round = recheck && roundOf(copy, recheck.number);
  if (!recheck || !round) return undefined;
  const { lists } = recheck;
  const questions: Question[] = [
    {
      ...{ kind: 'choice', name: 'result', title: '结论', choices: VISIT_RESULTS, required: true },
      hint: '先自己问、自己看，不看首次核查的结果。',
    },
    ...surveyQuestions(round, lists),
    { kind: 'day', name: 'checkedOn', title: '复核日期', latest: today, required: true, page: '日期和处理' },
    { kind: 'choice', name: 'action', title: '处理', choices: RECHECK_ACTIONS, required: true, page: '日期和处理' },
    { kind: 'text', name: 'note', title: '情况说明', most: 500, lines: 4, page: '情况说明' },
  ];
  return {
    title: '抽查复核',
    about: household.headName,
    questions,
    initial: { checkedOn: today, action: 'none' },
    refuse: (answers) => {
      const { answers: given = {} } = nested(questions, answers);
      const open = wasSeen(answers) ? unanswered(round.questions, lists, given as Record<string, string>) : [];
      return open.length > 0
        ? sentenceOf({ code: 'sweeps.unanswered', details: { titles: open.join('、') } })
        : undefined;
    },
    toItems: (answers) => {
      const input = { countyCode: household.countyCode, recheckId: recheck.recheckId, ...nested(questions, answers) };
      const target = `recheck ${household.countyCode}-${recheck.recheckId}`;
      return [{ operation: 'sweeps.recheck', input, files: [], group: keyText(household), target }];
    },
  };
};

/** Rounds that still wait for this household, with what the outbox holds left out. */
export function openRounds(copy: PhoneCopy, { household, sweepVisits }: HouseholdView, targets: ReadonlySet<string>) {
  return sweepVisits.flatMap((visit) => {
    const round = roundOf(copy, visit.number);
    return round && !targets.has(visitTarget(keyText(household), visit.number)) ? [{ ...visit, round }] : [];
  });
}
