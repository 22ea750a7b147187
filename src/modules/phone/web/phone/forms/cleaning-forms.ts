// Data cleaning at home: an answer to a doubt, and the four-way comparison of what two systems, the family's card and one's own eyes say.

import { COMPARED_FIELDS, type ComparedKey } from '../../../../cleaning/domain/comparison.ts';
import type { ComparisonOnPhone, IssueOnPhone } from '../../../../cleaning/domain/phone-cleaning.ts';
import { BASES } from '../../../../cleaning/domain/words.ts';
import { type HouseholdView, keyText } from '../../../../field/domain/phone-copy.ts';
import type { Answers, Question } from '../../../../field/domain/questions.ts';
import { CORRECTED_FIELDS, isCorrectedField } from '../../../../households/domain/corrected-fields.ts';
import type { HouseholdForm } from './phone-form.ts';

const OUTCOMES = {
  'verified-ok': '属实，不用改',
  corrected: '登记有误，已改',
  exempted: '按规定可以这样',
  'not-ours': '不归本嘎查村',
};
/** An empty field is a value, too; an empty answer is none. */
const EMPTY = '（空）';

export const issueTarget = (issue: IssueOnPhone) => `issue ${keyText(issue)}`;
export const compareTarget = (household: { countyCode: number; id: number }) => `compare ${keyText(household)}`;

const isCorrected = ({ outcome }: Answers) => outcome === 'corrected';

function correctionQuestion({ field }: IssueOnPhone): Question[] {
  if (field === undefined || !isCorrectedField(field)) return [];
  const { title, values } = CORRECTED_FIELDS[field];
  return [
    {
      ...{ kind: 'choice', name: 'value', title: `${title}更正为`, page: `${title}更正为`, when: isCorrected },
      choices: Object.fromEntries(values.map((value) => [value || EMPTY, value || EMPTY])),
      hint: '登记册按此更正并列入回写清单。有误的是别的字段，不选。',
    },
  ];
}

export const issueForm: HouseholdForm = (_context, { household, issues }, [issueId]) => {
  const issue = issues.find((each) => keyText(each) === issueId);
  if (!issue) return undefined;
  const { countyCode, id, title, value, personName, returned } = issue;
  const hint = [personName, title, value, returned && `退回原因：${returned}`].filter(Boolean).join('。');
  const questions: Question[] = [
    { kind: 'choice', name: 'outcome', title: '处理结论', choices: OUTCOMES, required: true, hint },
    ...correctionQuestion(issue),
    { kind: 'choice', name: 'basis', title: '依据', choices: BASES, required: true },
    { kind: 'text', name: 'explanation', title: '情况说明', least: 5, most: 300, lines: 4, required: true },
  ];
  return {
    title: '处理疑点',
    about: household.headName,
    questions,
    initial: { basis: 'on-site' },
    toItems: ({ outcome, basis, explanation, value: chosen }) => {
      const corrected =
        outcome === 'corrected' && typeof chosen === 'string' ? { value: chosen === EMPTY ? '' : chosen } : {};
      const input = { keys: [{ countyCode, id }], outcome, basis, explanation, ...corrected };
      return [
        { operation: 'cleaning.answer', input, files: [], group: keyText(household), target: issueTarget(issue) },
      ];
    },
  };
};

type OfField = ComparisonOnPhone['fields'][number];
type Side = 'seen' | 'card';

const said = (value: string) => (value === '' ? '没有' : value);

/** A side is as this system has it, or it is asked what it is. */
function sideQuestions(of: OfField, side: Side, members: HouseholdView['members']): Question[] {
  const { kind, title, unit = '', words = [] } = COMPARED_FIELDS[of.field];
  const name = `${of.field}.${side}`;
  const isCard = side === 'card';
  const same = `${said(of.ledger)}${of.ledger === '' ? '' : unit}`;
  const asked = isCard ? hasCardNow : undefined;
  const first: Question = {
    ...{ kind: 'choice', name, title: isCard ? '卡上写的' : '家里看到的', page: title, required: true },
    choices: isCard
      ? { same: `是：${same}`, other: '不一样', none: '卡上没写' }
      : { same: `是：${same}`, other: '不是' },
    ...(asked ? { when: asked } : {}),
    ...(isCard ? {} : { hint: `全国系统：${of.system === undefined ? '不知道' : said(of.system)}；本系统：${same}` }),
  };
  const base = {
    name: `${name}Value`,
    title: isCard ? '卡上是' : '实际是',
    page: title,
    when: (answers: Answers) => (asked?.(answers) ?? true) && answers[name] === 'other',
  };
  const chosen = Object.fromEntries(words.map((word) => [word, word]));
  const second = (): Question => {
    switch (kind) {
      case 'number':
        return { ...base, kind: 'number', unit, least: 0, required: true };
      case 'month':
        return { ...base, kind: 'month', hint: '没有的不填' };
      case 'choice':
        return { ...base, kind: 'choice', choices: chosen, hint: '都不是的不选' };
      case 'choices':
        return { ...base, kind: 'choices', choices: chosen, hint: '一项也没有的不选' };
      case 'people':
        return {
          ...{ ...base, kind: 'choices', hint: '一个也没有的不选' },
          choices: Object.fromEntries(members.map((each) => [String(each.id), each.name])),
        };
      case 'text':
        return { ...base, kind: 'text', most: 60 };
    }
  };
  return [first, second()];
}

const hasCardNow = ({ hasCard }: Answers) => hasCard === true;

const chosenOf = (answers: Answers, name: string) => (answers[name] as string[] | undefined) ?? [];

/** What a side says, in the text that all sides are compared by. */
function textOf(of: OfField, side: Side, answers: Answers, members: HouseholdView['members']): string | undefined {
  const name = `${of.field}.${side}`;
  if (answers[name] === 'same') return of.ledger;
  if (answers[name] !== 'other') return undefined;
  const { kind, words = [] } = COMPARED_FIELDS[of.field];
  const value = answers[`${name}Value`];
  if (kind === 'choices') return words.filter((word) => chosenOf(answers, `${name}Value`).includes(word)).join('、');
  if (kind === 'people') {
    const chosen = chosenOf(answers, `${name}Value`);
    return members.flatMap(({ id, name: who }) => (chosen.includes(String(id)) ? [who] : [])).join('、');
  }
  if (value === undefined || value === null) return '';
  return kind === 'month' ? String(value).slice(0, 7) : String(value).trim();
}

function peopleOf({ field, people = [] }: OfField, answers: Answers): { people?: number[] } {
  if (COMPARED_FIELDS[field].kind !== 'people') return {};
  const isSame = answers[`${field}.seen`] === 'same';
  return { people: isSame ? people : chosenOf(answers, `${field}.seenValue`).map(Number) };
}

/** Whether something was seen that can be put right on the spot. */
const mayCorrect = (fields: readonly OfField[]) => (answers: Answers) =>
  fields.some(({ field }) => COMPARED_FIELDS[field as ComparedKey].corrects && answers[`${field}.seen`] === 'other');

export const compareForm: HouseholdForm = ({ today }, { household, comparison, members }) => {
  if (!comparison) return undefined;
  const { fields, lastOn } = comparison;
  // In the order of the office, which names people in the order of their numbers.
  const people = [...members].sort((a, b) => a.number.localeCompare(b.number) || a.id - b.id);
  const questions: Question[] = [
    {
      ...{
        kind: 'yes-no',
        name: 'hasCard',
        title: '家里有明白卡吗',
        yes: '有，在手上',
        no: '没有或找不到',
        required: true,
      },
      ...{ page: '明白卡', hint: lastOn ? `上次核查：${lastOn}` : '这一户还没有核查过' },
    },
    {
      ...{ kind: 'day', name: 'cardPrintedOn', title: '卡的打印日期', latest: today, page: '明白卡' },
      ...{ when: hasCardNow, hint: '卡上没有日期的不填' },
    },
    ...fields.flatMap((of) => [...sideQuestions(of, 'seen', people), ...sideQuestions(of, 'card', people)]),
    {
      ...{ kind: 'yes-no', name: 'correct', title: '低保、务工登记有误', required: true, page: '怎么处理' },
      ...{ yes: '按实际更正', no: '先记为疑点', when: mayCorrect(fields) },
      hint: '更正后由苏木乡镇签认，并列入回写清单',
    },
    { kind: 'choice', name: 'basis', title: '依据', choices: BASES, required: true, page: '怎么处理' },
    { kind: 'day', name: 'checkedOn', title: '核查日期', latest: today, required: true, page: '怎么处理' },
    { kind: 'text', name: 'note', title: '情况说明', most: 300, lines: 3 },
  ];
  return {
    title: '机账实卡核查',
    about: household.headName,
    questions,
    initial: { basis: 'on-site', checkedOn: today },
    toItems: (answers) => {
      const { hasCard, cardPrintedOn, basis, checkedOn, note, correct } = answers;
      const { countyCode, id } = household;
      const input = {
        ...{
          household: { countyCode, id },
          checkedOn,
          basis,
          correct: mayCorrect(fields)(answers) && correct === true,
        },
        ...(note ? { note } : {}),
        ...(hasCard === true && cardPrintedOn ? { cardPrintedOn } : {}),
        fields: fields.map((of) => {
          const card = hasCard === true ? textOf(of, 'card', answers, people) : undefined;
          const seen = textOf(of, 'seen', answers, people) ?? '';
          return { field: of.field, seen, ...(card === undefined ? {} : { card }), ...peopleOf(of, answers) };
        }),
      };
      return [
        {
          operation: 'cleaning.compare',
          input,
          files: [],
          group: keyText(household),
          target: compareTarget(household),
        },
      ];
    },
  };
};
