// 民主评议记录: who came, how they voted, what was said.

import { type Block, fact, type OfficialDocument } from '../../../../kernel/papers/model.ts';
import { committeeOf, dayTextWords } from '../../../../kernel/papers/wording.ts';
import type { Walk } from '../../../process/domain/steps.ts';
import { type CaseView, lastOn } from './case-view.ts';
import { images, paragraphsOf } from './household-parts.ts';

const ACROSS = 4;

/** Attendees, four in a row. */
function attendeesTable(names: readonly string[]): Block {
  const rows: string[][] = [];
  for (let i = 0; i < names.length; i += ACROSS) {
    const row = names.slice(i, i + ACROSS);
    rows.push([...row, ...Array.from({ length: ACROSS - row.length }, () => '')]);
  }
  return {
    kind: 'table',
    columns: Array.from({ length: ACROSS }, () => ({ title: '参会人员', share: 25, align: 'center' as const })),
    rows,
  };
}

export function buildReview(view: CaseView, walk: Walk): OfficialDocument {
  const detail = lastOn(view, 'review', walk)?.detail;
  if (!detail) throw new Error('minutes need a review');
  const matter = walk === 'identification' ? '拟纳入监测对象' : '拟标注风险消除';
  return {
    title: '民主评议会议记录',
    blocks: [
      {
        kind: 'facts',
        facts: [
          fact('评议日期', dayTextWords(detail.heldOn)),
          fact('评议地点', detail.place),
          fact('主持人', detail.chair),
          fact('参会人数', `${detail.attendees.length} 人`),
          fact('评议事项', `${view.household.headName}户${matter}`, true),
          fact(
            '表决情况',
            `同意 ${detail.votesFor} 票，不同意 ${detail.votesAgainst} 票，弃权 ${detail.abstained} 票`,
            true,
          ),
          fact('评议结果', detail.passed ? '通过' : '未通过', true),
        ],
      },
      { kind: 'heading', text: '一、会议记录' },
      ...paragraphsOf(detail.minutes),
      { kind: 'heading', text: '二、参会人员' },
      attendeesTable(detail.attendees),
      { kind: 'signatures', lines: [{ label: '主持人（签字）' }, { label: '记录人（签字）' }] },
      { kind: 'closing', issuer: committeeOf(view.place.village), day: dayTextWords(detail.heldOn) },
      ...images('会议照片', detail.photos),
    ],
  };
}
