// 一户一档: the cover and the catalogue; the papers follow it.

import { fact, type OfficialDocument } from '../../../../kernel/papers/model.ts';
import { dayWords, townshipAuthority } from '../../../../kernel/papers/wording.ts';
import { STATE_NAMES } from '../../../process/domain/steps.ts';
import type { CaseView } from './case-view.ts';
import { categoryFact, householdFacts, risksWords } from './household-parts.ts';

export function buildCover(view: CaseView, titles: readonly string[]): OfficialDocument {
  const { standing, today, place } = view;
  const day = (value: number | undefined) => value && dayWords(value);
  return {
    title: '防止返贫监测对象一户一档',
    blocks: [
      householdFacts(view, [
        categoryFact(view),
        fact('风险类型', risksWords(standing.risks)),
        fact('目前环节', STATE_NAMES[standing.state]),
        fact('帮扶责任人', standing.responsible),
        fact('登记立案', day(standing.openedOn)),
        fact('纳入监测', day(standing.decidedOn)),
        fact('风险消除', day(standing.clearedOn)),
        fact('回头看', standing.lookBacks.length === 0 ? undefined : `${standing.lookBacks.length} 次`),
      ]),
      { kind: 'heading', text: '目录' },
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 14, align: 'center' },
          { title: '材料名称', share: 86 },
        ],
        rows: titles.map((title, i) => [String(i + 1), title]),
      },
      { kind: 'closing', issuer: townshipAuthority(place.township), day: dayWords(today) },
    ],
  };
}
