// Actions of a case that may be done at the family: verification with its survey, democratic review, posting a notice, looking back.

import { Problem } from '../../../../../kernel/problem.ts';
import type { DetailOf, Kind } from '../../../../cases/domain/actions.ts';
import { type Refusal, refuseRisks, refuseVotes } from '../../../../cases/domain/detail-rules.ts';
import { INCOME_FIELDS, INCOME_NAMES, QUESTION_NAMES, QUESTIONS } from '../../../../cases/domain/survey.ts';
import '../../../../cases/domain/problems.ts';
import { COPING_NAMES, MOST_RISKS, RISK_NAMES } from '../../../../cases/domain/words.ts';
import { type HouseholdView, keyText, type PhoneCase } from '../../../../field/domain/phone-copy.ts';
import { type Answers, filesOf, nested, type Question } from '../../../../field/domain/questions.ts';
import { NOTICE_LEVEL_NAMES } from '../../../../process/domain/words.ts';
import type { FormContext, HouseholdForm, PhoneForm } from './phone-form.ts';

const yesNo = (name: string, title: string, yes: string, no: string, page?: string): Question => ({
  ...{ kind: 'yes-no', name, title, yes, no, required: true },
  ...(page ? { page } : {}),
});
const money = (name: string, title: string): Question => ({
  ...{ kind: 'money', unit: '元', name, title, required: true, page: '近 12 个月收支' },
});
const photos = (most: number, title = '现场照片'): Question => ({
  kind: 'photos',
  name: 'photos',
  title,
  most,
  page: title,
});
const words = (name: string, title: string, least: number, most = 500, lines = 4): Question => ({
  ...{ kind: 'text', name, title, least, most, lines, required: least > 0 },
});
const people = (name: string, title: string, least: number): Question => ({
  ...{ kind: 'names', name, title, least, required: true, hint: '姓名之间用“、”隔开' },
});
const day = (name: string, title: string, today: string, page?: string): Question => ({
  ...{ kind: 'day', name, title, required: true, latest: today },
  ...(page ? { page } : {}),
});

const PERIOD = '收支期间和人口';
const SIGNATURES = '签名';

function surveyQuestions(today: string): Question[] {
  return [
    ...QUESTIONS.map((each) => yesNo(`survey.${each}`, QUESTION_NAMES[each], '是', '否', '三保障和饮水安全')),
    day('survey.from', '收支期间开始', today, PERIOD),
    day('survey.until', '收支期间结束', today, PERIOD),
    {
      kind: 'number',
      name: 'survey.memberCount',
      title: '家庭人口',
      unit: '人',
      least: 1,
      required: true,
      page: PERIOD,
    },
    ...INCOME_FIELDS.map((name) => money(`survey.${name}`, INCOME_NAMES[name])),
    money('survey.businessCostFen', '生产经营性支出'),
    money('survey.claimFen', '理赔收入'),
    money('survey.selfPaidFen', '合规自付支出'),
    { kind: 'choice', name: 'survey.coping', title: '自主应对能力', choices: COPING_NAMES, required: true },
    yesNo('survey.noLabour', '整户无劳动能力', '是', '否'),
    {
      kind: 'choices',
      name: 'survey.risks',
      title: '风险类型',
      choices: RISK_NAMES,
      most: MOST_RISKS,
      page: '风险类型',
    },
    { kind: 'text', name: 'survey.hardship', title: '突出困难', most: 1000, lines: 4, page: '突出困难' },
  ];
}

function yearBefore(today: string): string {
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`.replace('-02-29', '-02-28');
}

/** What is known of the household; what was found is left to who looked. */
function verifyInitial({ copy, today }: FormContext, view: HouseholdView, of: PhoneCase): Answers {
  const [income] = view.incomes;
  return {
    visitedOn: today,
    visitors: [copy.account.name],
    signedBy: view.household.headName,
    'survey.from': yearBefore(today),
    'survey.until': today,
    'survey.memberCount': view.household.memberCount,
    'survey.risks': of.risks,
    ...(income
      ? {
          'survey.wageFen': income.wageFen,
          'survey.businessFen': income.businessFen,
          'survey.propertyFen': income.propertyFen,
          'survey.transferFen': income.transferFen,
          'survey.businessCostFen': income.businessCostFen,
        }
      : {}),
  };
}

type ActionForm = {
  questions: (context: FormContext, of: PhoneCase) => Question[];
  initial: (context: FormContext, view: HouseholdView, of: PhoneCase) => Answers;
  /** The detail of the action, where it is not simply the answers by their names. */
  detail?: (answers: Answers, plain: Record<string, unknown>) => Record<string, unknown>;
  /** What the office would refuse of it. */
  refuse?: (detail: Record<string, unknown>, of: PhoneCase) => Refusal | undefined;
};

const today = ({ today: day }: FormContext) => day;
const isClearing = (state: string) => state.startsWith('clearing.');

export const CASE_FORMS = {
  verify: {
    questions: (context, { state, verifiers }) => [
      photos(9),
      day('visitedOn', '入户日期', today(context), '入户'),
      { ...people('visitors', `入户人员（至少 ${verifiers} 人）`, verifiers), page: '入户' },
      ...surveyQuestions(today(context)),
      { kind: 'text', name: 'signedBy', title: '签字人', least: 1, most: 40, required: true, page: SIGNATURES },
      { kind: 'signature', name: 'householdSigned', title: '农户在承诺授权书上签名', required: true, page: SIGNATURES },
      { kind: 'signature', name: 'visitorSigned', title: '入户人员签名', required: true, page: SIGNATURES },
      isClearing(state)
        ? yesNo('confirmed', '核实结果', '风险已消除', '风险未消除')
        : yesNo('confirmed', '核实结果', '情况属实', '情况不属实'),
      words('finding', '核实结论', 4),
    ],
    initial: verifyInitial,
    detail: ({ householdSigned, visitorSigned }, plain) => {
      const { householdSigned: _one, visitorSigned: _other, survey, ...rest } = plain;
      // What was not said is said as empty: the survey has no field that may be missing.
      const whole = { hardship: '', risks: [], ...(survey as object) };
      return { ...rest, survey: whole, authorisation: [householdSigned, visitorSigned] };
    },
    refuse: ({ confirmed, survey }, { state }) =>
      refuseRisks(confirmed === true && !isClearing(state), (survey as { risks: string[] }).risks),
  },
  review: {
    questions: (context) => [
      photos(9, '会议照片'),
      day('heldOn', '评议日期', today(context)),
      { kind: 'text', name: 'place', title: '地点', most: 60, page: '会议' },
      { kind: 'text', name: 'chair', title: '主持人', least: 1, most: 40, required: true, page: '会议' },
      people('attendees', '参会人员', 1),
      ...(['votesFor', 'votesAgainst', 'abstained'] as const).map(
        (name, i): Question => ({
          ...{ kind: 'number', name, title: ['同意票', '不同意票', '弃权票'][i] ?? '', least: 0, required: true },
          page: '表决',
        }),
      ),
      yesNo('passed', '评议结果', '通过', '未通过'),
      words('minutes', '会议记录', 10, 4000, 8),
    ],
    initial: (context) => ({ heldOn: today(context), place: '嘎查村委会' }),
    refuse: (detail) => refuseVotes(detail as DetailOf<'review'>),
  },
  publish: {
    questions: (context) => [
      photos(4, '公示照片'),
      { kind: 'choice', name: 'level', title: '公示层级', choices: NOTICE_LEVEL_NAMES, required: true },
      day('from', '公示开始日期', today(context)),
      { ...words('place', '公示地点', 2, 100, 1), page: '地点和电话' },
      { ...words('phone', '异议电话', 5, 20, 1), hint: '公布给群众反映情况的办公电话', page: '地点和电话' },
    ],
    initial: (context) => ({ level: 'village', from: today(context) }),
  },
  'look-back': {
    questions: (context) => [
      photos(9),
      day('on', '回头看日期', today(context)),
      people('visitors', '入户人员', 1),
      yesNo('stable', '回头看结论', '稳定，没有返贫风险', '有返贫风险'),
      words('finding', '回头看情况', 4),
    ],
    initial: (context) => ({ on: today(context), visitors: [context.copy.account.name] }),
  },
} satisfies Partial<Record<Kind, ActionForm>>;

export type CaseFormKind = keyof typeof CASE_FORMS;

/** The form of one action of the case named by the first part of the rest. */
export function caseForm(kind: CaseFormKind): HouseholdForm {
  return (context, view, [caseId]): PhoneForm | undefined => {
    const of = view.cases.find((each) => keyText(each) === caseId);
    if (!of) return undefined;
    const form: ActionForm = CASE_FORMS[kind];
    const questions = form.questions(context, of);
    const { countyCode, id, version } = of;
    const detailOf = (answers: Answers) => {
      const plain = nested(questions, answers);
      return form.detail?.(answers, plain) ?? plain;
    };
    return {
      title: TITLES[kind],
      about: view.household.headName,
      questions,
      initial: form.initial(context, view, of),
      refuse: (answers) => {
        const refusal = form.refuse?.(detailOf(answers), of);
        return refusal && new Problem(refusal.code, refusal.details).message;
      },
      toItems: (answers) => {
        const detail = detailOf(answers);
        const files = filesOf(questions, answers);
        const input = { countyCode, id, version, detail };
        const target = `case ${keyText(of)}`;
        return [{ operation: `cases.${kind}`, input, files, group: keyText(view.household), target }];
      },
    };
  };
}

export const TITLES: Record<CaseFormKind, string> = {
  verify: '入户核实',
  review: '民主评议',
  publish: '张贴公示',
  'look-back': '回头看',
};
