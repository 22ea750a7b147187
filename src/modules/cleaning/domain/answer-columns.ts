// The list of issues as a workbook: what was found, and the columns in which a village answers. The same file comes in again.

import type { NamedColumn } from '../../../kernel/match-headers.ts';
import { BASES, type Basis, OUTCOMES, type Outcome } from './words.ts';

/** One row of the file: `150923-17`. */
export const ISSUE_NO = '疑点编号';
export const ANSWER_COLUMNS: readonly NamedColumn[] = [
  { title: ISSUE_NO, required: true, synonyms: [] },
  { title: '处理结论', required: true, synonyms: ['结论'] },
  { title: '依据', required: true, synonyms: ['处理依据'] },
  { title: '情况说明', required: true, synonyms: ['说明', '属实说明'] },
  { title: '更正为', required: false, synonyms: [] },
];
export const MOST_ANSWERS = 2000;

export type ReadAnswer = {
  key: { countyCode: number; id: number };
  outcome: Exclude<Outcome, 'duplicate'>;
  basis: Basis;
  explanation: string;
  value?: string;
};

const codeOf = <Code extends string>(words: Readonly<Record<Code, string>>, text: string): Code | undefined =>
  (Object.keys(words) as Code[]).find((code) => words[code] === text);

const EXPLANATION = { least: 5, most: 300 };

/** The answer of a row; nothing for a row that is not answered yet; why not, for one that cannot be read. */
export function readAnswer([
  no = '',
  outcomeText = '',
  basisText = '',
  explanation = '',
  value = '',
]: readonly string[]): ReadAnswer | { problem: string } | undefined {
  if (outcomeText === '') return undefined;
  const [, county, id] = /^(\d{6})-(\d{1,15})$/.exec(no) ?? [];
  if (county === undefined || id === undefined)
    return { problem: `“${no}”不是疑点编号。请用导出的文件填写，不要改编号` };
  const outcome = codeOf(OUTCOMES, outcomeText);
  if (!outcome || outcome === 'duplicate')
    return { problem: `处理结论“${outcomeText}”应为属实、已改、有据豁免、非本地对象之一` };
  const basis = codeOf(BASES, basisText);
  if (!basis) return { problem: `依据“${basisText}”应为证件、部门数据、入户、书面说明之一` };
  if (explanation.length < EXPLANATION.least || explanation.length > EXPLANATION.most)
    return { problem: `情况说明应为 ${EXPLANATION.least} 至 ${EXPLANATION.most} 个字` };
  return {
    key: { countyCode: Number(county), id: Number(id) },
    outcome,
    basis,
    explanation,
    ...(value === '' ? {} : { value }),
  };
}
