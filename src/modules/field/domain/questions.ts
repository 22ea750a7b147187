// What a form of the phone asks, one question a screen, and what is wrong with an answer. Forms of operations and of registers are both
// lists of these.

import { formatYuan } from '../../../kernel/money.ts';

/** Answers by name; a name with a point stands inside another: `survey.from`. */
export type Answers = Readonly<Record<string, unknown>>;
export type Choices = Readonly<Record<string, string>>;

type Base = {
  name: string;
  title: string;
  hint?: string;
  /** Always, or where the other answers make it so. */
  required?: boolean | ((answers: Answers) => boolean);
  /** Questions of one page stand on one screen, under this title. */
  page?: string;
  /** Asked only where earlier answers make it necessary. */
  when?: (answers: Answers) => boolean;
};

export type Question = Base &
  (
    | { kind: 'text'; lines?: number; least?: number; most: number }
    | { kind: 'number'; unit?: string; least?: number; places?: number }
    /** Answered in `unit`, kept in fen. */
    | { kind: 'money'; unit: '元' | '万元'; mayBeNegative?: boolean }
    | { kind: 'day'; latest?: string }
    | { kind: 'month' }
    | { kind: 'year' }
    | { kind: 'choice'; choices: Choices }
    | { kind: 'choices'; choices: Choices; most?: number }
    | { kind: 'yes-no'; yes: string; no: string }
    /** Names divided by 、. */
    | { kind: 'names'; least: number }
    | { kind: 'photos'; most: number; least?: number }
    | { kind: 'signature' }
    /** WGS-84 in degrees, as the phone measures it: `{ longitude, latitude }`. */
    | { kind: 'place' }
    | { kind: 'household' }
    /** Not asked but told: what is in the answers already. */
    | { kind: 'shown' }
    /** A row of a register that is on the phone. */
    | { kind: 'row'; register: string }
  );

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

const NAME_DIVIDERS = /[、,，;；\s]+/;

export function namesOf(text: string): string[] {
  return [...new Set(text.split(NAME_DIVIDERS).filter(Boolean))];
}

/** As it is said: 元 with two decimals where there are any, 万元 as it is. */
export function moneyText(fen: number, unit: '元' | '万元'): string {
  return unit === '万元' ? String(fen / 1_000_000) : formatYuan(fen).replace(/\.00$/, '');
}

type KindOf<K extends Question['kind']> = Extract<Question, { kind: K }>;

const CHECKS: { [K in Question['kind']]?: (question: KindOf<K>, value: unknown) => string | undefined } = {
  text: ({ least = 0, most }, value) => {
    const { length } = String(value).trim();
    if (length < least) return `请至少写 ${least} 个字`;
    return length > most ? `最多 ${most} 个字` : undefined;
  },
  number: ({ least, places = 0 }, value) => {
    if (typeof value !== 'number' || Number.isNaN(value)) return '请填写数字';
    if (least !== undefined && value < least) return `不能小于 ${least}`;
    return Math.abs(value * 10 ** places - Math.round(value * 10 ** places)) > 1e-6
      ? places === 0
        ? '请填写整数'
        : `最多 ${places} 位小数`
      : undefined;
  },
  money: ({ unit, mayBeNegative }, value) => {
    if (typeof value !== 'number' || Number.isNaN(value)) return `请填写金额，单位${unit}`;
    return value < 0 && !mayBeNegative ? '金额不能小于 0' : undefined;
  },
  day: ({ latest }, value) => (latest && String(value) > latest ? '不能晚于今天' : undefined),
  choices: ({ most }, value) => (most && Array.isArray(value) && value.length > most ? `最多选 ${most} 项` : undefined),
  names: ({ least }, value) =>
    Array.isArray(value) && value.length < least ? `至少 ${least} 人，姓名之间用“、”隔开` : undefined,
  photos: ({ least = 0, most }, value) => {
    const count = Array.isArray(value) ? value.length : 0;
    if (count < least) return `请至少拍 ${least} 张照片`;
    return count > most ? `最多 ${most} 张照片` : undefined;
  },
};

const ASKED: Partial<Record<Question['kind'], string>> = {
  choice: '请选择一项',
  choices: '请至少选择一项',
  'yes-no': '请选择一项',
  photos: '请拍照或选择照片',
  signature: '请在框内签名',
  day: '请填写日期',
  household: '请选择农牧户',
  row: '请选择一条记录',
};

export function isRequired({ required = false }: Question, answers: Answers): boolean {
  return typeof required === 'boolean' ? required : required(answers);
}

/** What is wrong with the answer, as a sentence; undefined: nothing. */
export function faultOf(question: Question, answers: Answers): string | undefined {
  const value = answers[question.name];
  if (isEmpty(value)) return isRequired(question, answers) ? (ASKED[question.kind] ?? '请填写后再到下一步') : undefined;
  const check = CHECKS[question.kind] as ((of: Question, value: unknown) => string | undefined) | undefined;
  return check?.(question, value);
}

/** Those that are to be asked, with the answers so far. */
export function askedOf(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter(({ when }) => when?.(answers) ?? true);
}

export type Page = { title: string; questions: Question[] };

/** What is optional, or becomes necessary by other answers, comes last if it has no page of its own: it stays where it is while they are given. */
const MORE = '其他内容';

/** One question a screen, those of a page together. */
export function pagesOf(questions: readonly Question[], answers: Answers): Page[] {
  const pages = new Map<string, Page>();
  const asked = askedOf(questions, answers);
  const titleOf = (question: Question) => question.page ?? (question.required === true ? question.title : MORE);
  const last = asked.filter((question) => titleOf(question) === MORE);
  for (const question of [...asked.filter((each) => !last.includes(each)), ...last]) {
    const title = titleOf(question);
    pages.set(title, { title, questions: [...(pages.get(title)?.questions ?? []), question] });
  }
  return [...pages.values()];
}

/** `{ 'survey.from': … }` → `{ survey: { from: … } }`; what is not asked any more, and what is empty, is left out. */
export function nested(questions: readonly Question[], answers: Answers): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const { name } of askedOf(questions, answers)) {
    if (isEmpty(answers[name])) continue;
    const path = name.split('.');
    const last = path.pop() ?? name;
    let at = whole;
    for (const part of path) {
      at[part] ??= {};
      at = at[part] as Record<string, unknown>;
    }
    at[last] = answers[name];
  }
  return whole;
}

/** Files named by the answers: photos and signatures. */
export function filesOf(questions: readonly Question[], answers: Answers): string[] {
  return askedOf(questions, answers).flatMap(({ kind, name }) => {
    const value = answers[name];
    if (kind === 'photos' && Array.isArray(value)) return value.map(String);
    return kind === 'signature' && typeof value === 'string' && value !== '' ? [value] : [];
  });
}

/** An answer in words, for the last look before it is confirmed; undefined: nothing was said. */
export function answerWords(question: Question, answers: Answers): string | undefined {
  const value = answers[question.name];
  if (isEmpty(value)) return undefined;
  switch (question.kind) {
    case 'choice':
      return question.choices[String(value)] ?? String(value);
    case 'choices':
      return (value as string[]).map((code) => question.choices[code] ?? code).join('、');
    case 'yes-no':
      return value === true ? question.yes : question.no;
    case 'money':
      return `${moneyText(Number(value), question.unit)} ${question.unit}`;
    case 'number':
      return `${value}${question.unit ? ` ${question.unit}` : ''}`;
    case 'names':
      return (value as string[]).join('、');
    case 'photos':
      return `${(value as string[]).length} 张`;
    case 'signature':
      return '已签名';
    case 'place':
      return '已记录';
    case 'month':
      return String(value).slice(0, 7);
    default:
      return String(value);
  }
}

/** What was answered, by the titles of the questions. */
export function saidOf(questions: readonly Question[], answers: Answers): [string, string][] {
  return askedOf(questions, answers).flatMap((question) => {
    const words = answerWords(question, answers);
    return words === undefined ? [] : [[question.title, words]];
  });
}
