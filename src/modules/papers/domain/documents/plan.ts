// 帮扶计划表 (一户一策): risks, who is responsible, measures.

import { BLANK, type Block, fact, type OfficialDocument, paragraph } from '../../../../kernel/papers/model.ts';
import { amountWords, dayWords } from '../../../../kernel/papers/wording.ts';
import { DANGER_NAMES } from '../../../process/domain/words.ts';
import { type CaseView, lastOf, type MeasureView } from './case-view.ts';
import { categoryFact, householdFacts, paragraphsOf, risksWords } from './household-parts.ts';

function measuresTable(measures: readonly MeasureView[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: '风险', share: 9, align: 'center' },
      { title: '措施类别', share: 12, align: 'center' },
      { title: '措施内容', share: 20 },
      { title: '责任单位、责任人', share: 13 },
      { title: '完成时限', share: 15, align: 'center' },
      { title: '资金（元）', share: 13, align: 'center' },
      { title: '落实情况', share: 18 },
    ],
    rows: measures.map(({ risk, kind, content, unit, person, due, amountFen, result }) => [
      risk,
      kind,
      content,
      [unit, person].filter((each) => each !== '').join(' '),
      due || BLANK,
      amountFen === undefined ? BLANK : amountWords(amountFen),
      result || BLANK,
    ]),
  };
}

export function buildPlan(view: CaseView): OfficialDocument {
  const action = lastOf(view, 'plan');
  if (!action) throw new Error('a plan form needs a plan');
  const { risks, danger, responsible, unit, goal } = action.detail;
  const { measures = [] } = view;
  return {
    title: '监测对象帮扶计划表（一户一策）',
    blocks: [
      householdFacts(view, [
        categoryFact(view),
        fact('风险等级', DANGER_NAMES[danger]),
        fact('风险类型', risksWords(risks), true),
        fact('帮扶责任人', responsible),
        fact('责任人单位', unit),
      ]),
      { kind: 'heading', text: '一、帮扶目标' },
      ...paragraphsOf(goal || '消除返贫致贫风险，收入稳定超过监测范围。'),
      { kind: 'heading', text: '二、帮扶措施' },
      measures.length === 0 ? paragraph('尚未登记帮扶措施。') : measuresTable(measures),
      {
        kind: 'signatures',
        lines: [{ label: '帮扶责任人（签字）' }, { label: '户主（签字）' }],
      },
      { kind: 'closing', issuer: view.place.village, day: dayWords(action.on) },
    ],
  };
}
