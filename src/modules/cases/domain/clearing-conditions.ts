// When the risk of a household may be cleared: every condition as a fact that is met or not (handbook §2.4). Before the
// second survey only what is known without it is asked; before the decision all of it.

import { addMonths, formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { type NewRisk, newRiskWords } from './new-risk.ts';
import { type Standing, templateNow } from './standing.ts';
import { perCapitaFen, shortcomings, TROUBLE_NAMES } from './survey.ts';

export type ClearingFacts = {
  standing: Standing;
  today: PlainDate;
  /** The line of the day, in fen; unknown where none is set. */
  lineFen: number | undefined;
  /** Clues and warnings that speak of a new risk of the household. */
  newRisks: readonly NewRisk[];
};

export type ClearingCondition = { key: string; label: string; met: boolean; fact: string };

function yuan(fen: number): string {
  return `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`;
}

function stable({ standing, today }: ClearingFacts): ClearingCondition {
  const { stableMonths } = templateNow(standing);
  const from = standing.decidedOn ?? standing.openedOn;
  const until = addMonths(from, stableMonths);
  return {
    key: 'stable',
    label: `纳入监测满 ${stableMonths} 个月`,
    met: today >= until,
    fact: `${formatDate(from)} 纳入，${formatDate(until)} 满`,
  };
}

function surveyed({ standing, lineFen }: ClearingFacts): ClearingCondition[] {
  const survey = standing.surveys.clearing;
  if (!survey) return [];
  const perCapita = perCapitaFen(survey);
  const open = shortcomings(survey);
  return [
    {
      key: 'income',
      label: '人均纯收入稳定超过监测范围',
      met: lineFen !== undefined && perCapita > lineFen,
      fact: lineFen === undefined ? '本旗县没有设定监测范围' : `${yuan(perCapita)}，监测范围 ${yuan(lineFen)}`,
    },
    {
      key: 'costs',
      label: '大额刚性支出稳定解决',
      met: lineFen !== undefined && (survey.selfPaidFen - survey.claimFen) / survey.memberCount <= perCapita - lineFen,
      fact: `合规自付 ${yuan(survey.selfPaidFen)}，理赔 ${yuan(survey.claimFen)}`,
    },
    {
      key: 'guarantees',
      label: '三保障和饮水安全持续巩固',
      met: open.length === 0,
      fact: open.length === 0 ? '四项均无问题' : open.map((question) => TROUBLE_NAMES[question]).join('、'),
    },
    {
      key: 'labour',
      label: '有劳动能力（无劳动能力户持续监测）',
      met: !survey.noLabour,
      fact: survey.noLabour ? '整户无劳动能力' : '有劳动能力',
    },
    {
      key: 'risks',
      label: '识别时的风险已经消除',
      met: survey.risks.length === 0,
      fact: survey.risks.length === 0 ? '没有尚存的风险' : `尚有 ${survey.risks.length} 项风险`,
    },
  ];
}

/** All conditions that can be judged now. */
export function clearingConditions(facts: ClearingFacts): ClearingCondition[] {
  const first = facts.standing.surveys.identification;
  const noLabourBefore: ClearingCondition[] =
    first && !facts.standing.surveys.clearing
      ? [
          {
            key: 'labour',
            label: '有劳动能力（无劳动能力户持续监测）',
            met: !first.noLabour,
            fact: first.noLabour ? '识别时整户无劳动能力' : '有劳动能力',
          },
        ]
      : [];
  return [
    stable(facts),
    {
      key: 'new-risk',
      label: '没有新增风险',
      met: facts.newRisks.length === 0,
      fact: newRiskWords(facts.newRisks, templateNow(facts.standing).stableMonths),
    },
    ...noLabourBefore,
    ...surveyed(facts),
  ];
}
