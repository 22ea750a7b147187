// What somebody who decides has to know of a household: found by whom, income against the line, what was said and voted.

import { type Fact, Facts } from '../../../../platform/web/detail-page.tsx';
import { formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { perCapitaFen, referencePerCapitaFen, type Survey, shortcomings, TROUBLE_NAMES } from '../../domain/survey.ts';
import { CATEGORY_NAMES, CHANNEL_NAMES, COPING_NAMES } from '../../domain/words.ts';
import type { CaseDetail } from '../types.ts';
import { surveysOf, walkOf } from './case-reading.ts';
import { risksText, yuanText } from './words.tsx';

function surveyFacts(survey: Survey, lineYuan: number | undefined): Fact[] {
  const open = shortcomings(survey);
  const line = lineYuan === undefined ? '监测范围未设定' : `监测范围 ${formatMoney(Math.round(lineYuan * 100))} 元`;
  return [
    {
      label: '人均纯收入',
      value: `${yuanText(perCapitaFen(survey))},${line}`,
      basis: '(四项收入 − 生产经营性支出)÷ 家庭人口',
    },
    { label: '扣除自付后人均', value: yuanText(referencePerCapitaFen(survey)) },
    {
      label: '三保障和饮水',
      value: open.length === 0 ? '没有问题' : open.map((question) => TROUBLE_NAMES[question]).join('、'),
    },
    { label: '自主应对能力', value: `${COPING_NAMES[survey.coping]}${survey.noLabour ? ',整户无劳动能力' : ''}` },
    { label: '风险类型', value: risksText(survey.risks) },
    { label: '突出困难', value: survey.hardship || UNKNOWN },
  ];
}

function recordedText(detail: CaseDetail, kind: string, words: (of: Record<string, unknown>) => string) {
  const found = detail.timeline.findLast((action) => action.kind === kind);
  return found ? words(found.detail) : UNKNOWN;
}

function votesText({ votesFor, votesAgainst, abstained }: Record<string, unknown>): string {
  return `同意 ${votesFor} 票,不同意 ${votesAgainst} 票,弃权 ${abstained} 票`;
}

function objectionsText({ objections, notices }: CaseDetail): string {
  if (notices.length === 0) return '尚未公示';
  return objections.length === 0 ? '没有异议' : `异议 ${objections.length} 条`;
}

function suggestionFact({ suggestion }: CaseDetail): Fact {
  return {
    label: '建议类别',
    value: suggestion?.category ? CATEGORY_NAMES[suggestion.category] : '不符合任何一类',
    ...(suggestion ? { basis: suggestion.reasons.join(';') } : {}),
  };
}

/** On the way out the category is settled; what is decided is whether every condition is met. */
function conditionsFact({ conditions }: CaseDetail): Fact {
  const unmet = conditions.filter(({ met }) => !met).map(({ label }) => label);
  return {
    label: '消除条件',
    value: unmet.length === 0 ? `${conditions.length} 项均已具备` : `不具备:${unmet.join('、')}`,
    basis: conditions.map(({ label, fact }) => `${label}:${fact}`).join(';'),
  };
}

export function CaseBrief({ detail }: { detail: CaseDetail }) {
  const walk = walkOf(detail);
  const survey = surveysOf(detail)[walk];
  const { areaNames, memberCount, lifted } = detail;
  const facts: Fact[] = [
    { label: '所在地', value: areaNames.slice(-2).join(' / ') },
    { label: '家庭', value: `${memberCount} 人,${lifted ? '脱贫户' : '一般农户'}` },
    { label: '发现渠道', value: CHANNEL_NAMES[detail.channel] },
    walk === 'clearing' ? conditionsFact(detail) : suggestionFact(detail),
    ...(survey ? surveyFacts(survey, detail.lineYuan) : []),
    { label: '核实结论', value: recordedText(detail, 'verify', ({ finding }) => String(finding)), wide: true },
    { label: '民主评议', value: recordedText(detail, 'review', votesText) },
    { label: '公示', value: objectionsText(detail) },
  ];
  return (
    <div className="sw-brief">
      <Facts facts={facts} />
    </div>
  );
}
