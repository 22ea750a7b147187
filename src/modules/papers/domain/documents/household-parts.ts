// Parts that several documents share: who the household is, its members, what a survey found.

import { BLANK, type Block, type Fact, fact } from '../../../../kernel/papers/model.ts';
import { dayTextWords, yuanWords } from '../../../../kernel/papers/wording.ts';
import {
  INCOME_FIELDS,
  INCOME_NAMES,
  netFen,
  perCapitaFen,
  QUESTION_NAMES,
  QUESTIONS,
  referencePerCapitaFen,
  type Survey,
} from '../../../cases/domain/survey.ts';
import { CATEGORY_NAMES, COPING_NAMES, RISK_NAMES, type Risk } from '../../../cases/domain/words.ts';
import type { CaseView } from './case-view.ts';

export function risksWords(risks: readonly Risk[]): string {
  return risks.length === 0 ? BLANK : risks.map((risk) => RISK_NAMES[risk]).join('、');
}

export function placeWords({ place }: Pick<CaseView, 'place'>): string {
  return [place.county, place.township, place.village].filter((each) => each !== '').join(' ');
}

export function householdFacts(view: CaseView, more: Fact[] = []): Block {
  const { household } = view;
  return {
    kind: 'facts',
    facts: [
      fact('户主姓名', household.headName),
      fact('户编号', household.number),
      fact('家庭人口', `${household.memberCount} 人`),
      fact('户类型', household.lifted ? '脱贫户' : '一般农户'),
      fact('家庭住址', placeWords(view), true),
      ...more,
    ],
  };
}

/** Until the county has decided, the category is what the facts suggest, and is called so. */
export function categoryFact({ category, standing }: Pick<CaseView, 'category' | 'standing'>): Fact {
  return fact(standing.category ? '监测对象类别' : '建议类别', category && CATEGORY_NAMES[category]);
}

/** Members with masked IDs: only on the application, where the family names whom it speaks for. */
export function membersTable({ household }: CaseView): Block {
  return {
    kind: 'table',
    columns: [
      { title: '姓名', share: 22, align: 'center' },
      { title: '与户主关系', share: 20, align: 'center' },
      { title: '性别', share: 10, align: 'center' },
      { title: '出生年份', share: 16, align: 'center' },
      { title: '证件号码（已遮蔽）', share: 36, align: 'center' },
    ],
    rows: household.members.map(({ name, relation, sex, birthYear, idMasked }) => [
      name,
      relation || BLANK,
      sex || BLANK,
      birthYear || BLANK,
      idMasked || BLANK,
    ]),
  };
}

export type SurveyLine = { label: string; value: string };

/** A survey line by line, the same lines in the same order for every survey, so that two can stand side by side. */
export function surveyLines(survey: Survey): SurveyLine[] {
  return [
    { label: '收支期间', value: `${dayTextWords(survey.from)}至${dayTextWords(survey.until)}` },
    { label: '家庭人口', value: `${survey.memberCount} 人` },
    ...QUESTIONS.map((question) => ({ label: QUESTION_NAMES[question], value: survey[question] ? '是' : '否' })),
    ...INCOME_FIELDS.map((field) => ({ label: INCOME_NAMES[field], value: yuanWords(survey[field]) })),
    { label: '生产经营性支出', value: yuanWords(survey.businessCostFen) },
    { label: '家庭纯收入', value: yuanWords(netFen(survey)) },
    { label: '人均纯收入', value: yuanWords(perCapitaFen(survey)) },
    { label: '理赔收入', value: yuanWords(survey.claimFen) },
    { label: '合规自付支出', value: yuanWords(survey.selfPaidFen) },
    { label: '扣除合规自付、加上理赔后人均', value: yuanWords(referencePerCapitaFen(survey)) },
    { label: '自主应对能力', value: COPING_NAMES[survey.coping] },
    { label: '整户无劳动能力', value: survey.noLabour ? '是' : '否' },
    { label: '风险类型', value: risksWords(survey.risks) },
  ];
}

/** Free text of several lines as paragraphs. */
export function paragraphsOf(text: string): Block[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));
}

/** Photos stand on a page of their own, after what is signed. */
export function images(title: string, fileIds: readonly string[]): Block[] {
  return fileIds.length === 0 ? [] : [{ kind: 'page-break' }, { kind: 'images', title, fileIds: [...fileIds] }];
}

const NUMERALS = '一二三四五六七八九十';

/** Headings with their numbers, in the order they stand: a part that is left out takes none. */
export function numbered(blocks: readonly Block[]): Block[] {
  let at = 0;
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, text: `${NUMERALS.charAt(at++)}、${block.text}` } : block,
  );
}
