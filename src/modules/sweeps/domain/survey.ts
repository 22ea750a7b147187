// What is asked at a household: a core that every round has, and questions that a region adds from a day on. A round keeps the survey it was issued with.

import * as z from 'zod';

export const FOUR_ANSWERS = { ok: '没有问题', problem: '有问题', 'not-applicable': '不适用' } as const;
export const TRENDS = { up: '增加', same: '持平', 'down-some': '有所下降', 'down-much': '大幅下降' } as const;
const PAID_TRENDS = { up: '大幅增加', same: '持平', 'down-some': '有所减少', 'down-much': '大幅减少' } as const;
export const YES_NO = { yes: '是', no: '否' } as const;

export type Question = {
  code: string;
  title: string;
  choices: Readonly<Record<string, string>>;
  /** Asked only of households on this list. */
  list?: string | undefined;
};

/** The four questions, the two trends, and what is asked of those who are being helped (registers §1). */
export const CORE_QUESTIONS: readonly Question[] = [
  { code: 'housing', title: '住房安全', choices: FOUR_ANSWERS },
  { code: 'school', title: '义务教育', choices: FOUR_ANSWERS },
  { code: 'water', title: '饮水安全', choices: FOUR_ANSWERS },
  { code: 'insured', title: '基本医疗参保', choices: FOUR_ANSWERS },
  { code: 'income', title: '收入变化', choices: TRENDS },
  { code: 'self-paid', title: '合规自付支出变化', choices: PAID_TRENDS },
  { code: 'measures', title: '帮扶措施已落实', choices: YES_NO, list: 'measures' },
  { code: 'cadre', title: '帮扶责任人到位', choices: YES_NO, list: 'measures' },
];

export const MOST_OWN_QUESTIONS = 20;
const CODE = /^[a-z][a-z0-9-]{0,30}$/;

/** Questions of a region's own; a choice is told by its place. */
export const ownQuestions = z
  .array(
    z.object({
      code: z.string().regex(CODE),
      title: z.string().trim().min(2).max(60).meta({ title: '问题' }),
      choices: z.array(z.string().trim().min(1).max(30)).min(2, '至少两个选项').max(8).meta({ title: '选项' }),
    }),
  )
  .max(MOST_OWN_QUESTIONS);
export type OwnQuestions = z.output<typeof ownQuestions>;

/** All questions of a survey. */
export function questionsOf(own: OwnQuestions): Question[] {
  const codes = new Set(CORE_QUESTIONS.map(({ code }) => code));
  return [
    ...CORE_QUESTIONS,
    ...own
      .filter(({ code }) => !codes.has(code))
      .map(({ code, title, choices }) => ({
        ...{ code, title },
        choices: Object.fromEntries(choices.map((words, i) => [String(i + 1), words])),
      })),
  ];
}

export type Answers = Readonly<Record<string, string>>;

/** Those of the questions that a household on these lists is asked. */
export const askedOf = (questions: readonly Question[], lists: readonly string[]) =>
  questions.filter(({ list }) => list === undefined || lists.includes(list));

/** Titles of questions without an answer of theirs. */
export function unanswered(questions: readonly Question[], lists: readonly string[], answers: Answers): string[] {
  return askedOf(questions, lists).flatMap(({ code, title, choices }) =>
    Object.hasOwn(choices, answers[code] ?? '') ? [] : [title],
  );
}

/** Titles of what was found not to be as it should: said in the clue, also where it was put right on the spot. */
export function troubles(questions: readonly Question[], answers: Answers): string[] {
  const bad: readonly string[] = ['problem', 'no'];
  return questions.flatMap(({ code, title, choices }) => {
    const answer = answers[code] ?? '';
    const isWorse = (code === 'income' && answer === 'down-much') || (code === 'self-paid' && answer === 'up');
    return bad.includes(answer) || isWorse ? [`${title}${choices[answer] ?? ''}`] : [];
  });
}
