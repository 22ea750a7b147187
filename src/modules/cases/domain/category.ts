// Which of the three kinds of monitored household fits (handbook §1.1). People decide; this only says what the facts say.

import { perCapitaFen, referencePerCapitaFen, type Survey, shortcomings } from './survey.ts';
import { CATEGORY_NAMES, type Category } from './words.ts';

export type CategoryFacts = {
  lifted: boolean;
  survey: Survey;
  /** The monitoring line of the day, in fen a year and person; unknown where none is set. */
  lineFen: number | undefined;
};

export type Suggestion = { category: Category | undefined; reasons: string[] };

function yuan(fen: number): string {
  return `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`;
}

/**
 * Below the line: unstable lifted or borderline, by whether it was lifted. Over it, but below once rigid costs are counted,
 * or with a risk it cannot cope with: sudden hardship. Else none. The reasons are shown as facts.
 */
export function suggestCategory({ lifted, survey, lineFen }: CategoryFacts): Suggestion {
  const reasons = [lifted ? '户类型为脱贫户' : '户类型为一般农户'];
  if (lineFen === undefined)
    return { category: undefined, reasons: [...reasons, '本旗县没有设定监测范围，不能比较收入'] };
  const perCapita = perCapitaFen(survey);
  const reference = referencePerCapitaFen(survey);
  const isBelow = perCapita < lineFen;
  reasons.push(`人均纯收入 ${yuan(perCapita)}，${isBelow ? '低于' : '不低于'}监测范围 ${yuan(lineFen)}`);
  if (isBelow) return { category: lifted ? 'unstable-lifted' : 'borderline', reasons };
  const hasShock = reference < lineFen;
  if (hasShock) reasons.push(`扣除合规自付、加上理赔后人均 ${yuan(reference)}，低于监测范围`);
  const helpless = survey.risks.length > 0 && survey.coping === 'unable';
  if (helpless) reasons.push('有明确风险且难以自主应对');
  const open = shortcomings(survey).length;
  if (open > 0) reasons.push(`三保障和饮水有 ${open} 项问题`);
  return { category: hasShock || helpless ? 'sudden-hardship' : undefined, reasons };
}

/** A category as the record keeps it contradicts the registry: a general household cannot be unstable lifted, nor the other way. */
export function fitsRegistry(category: Category, lifted: boolean): boolean {
  return category === 'sudden-hardship' || (category === 'unstable-lifted') === lifted;
}

export function categoryWords(category: Category | undefined): string {
  return category ? CATEGORY_NAMES[category] : '不符合任何一类';
}
