// 入户核实表: what at least two people found at the family. Of clearing it is part of the clearing form.

import { BLANK, type Block, fact, type OfficialDocument } from '../../../../kernel/papers/model.ts';
import { dayTextWords, yuanWords } from '../../../../kernel/papers/wording.ts';
import { type CaseView, drawnOf, lastOn } from './case-view.ts';
import { categoryFact, householdFacts, images, paragraphsOf, surveyLines } from './household-parts.ts';

export function buildVerification(view: CaseView): OfficialDocument {
  const detail = lastOn(view, 'verify')?.detail;
  if (!detail) throw new Error('a verification form needs a verification');
  const { survey } = detail;
  const line = view.lineFen === undefined ? undefined : yuanWords(view.lineFen);
  const findings: Block = {
    kind: 'table',
    columns: [
      { title: '核实内容', share: 50 },
      { title: '核实情况', share: 50 },
    ],
    rows: surveyLines(survey).map(({ label, value }) => [label, value]),
  };
  return {
    title: '防止返贫监测对象入户核实表',
    blocks: [
      householdFacts(view, [
        fact('入户日期', dayTextWords(detail.visitedOn)),
        fact('入户人员', detail.visitors.join('、')),
        fact('签字人', detail.signedBy),
        fact('监测范围', line),
        fact('核实结果', detail.confirmed ? '属实' : '不属实'),
        categoryFact(view),
      ]),
      { kind: 'heading', text: '一、三保障和饮水、收入支出、应对能力' },
      findings,
      { kind: 'heading', text: '二、突出困难' },
      ...paragraphsOf(survey.hardship || BLANK),
      { kind: 'heading', text: '三、核实结论' },
      ...paragraphsOf(detail.finding),
      {
        kind: 'signatures',
        lines: [
          ...detail.visitors.map(() => ({ label: '入户人员（签字）' })),
          { label: '被核实农牧户（签字）', fileId: drawnOf(view, detail.authorisation) },
        ],
      },
      { kind: 'closing', day: dayTextWords(detail.visitedOn) },
      ...images('入户照片', detail.photos),
    ],
  };
}
