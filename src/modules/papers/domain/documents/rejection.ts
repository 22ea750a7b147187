// 不予纳入告知书: why, and what the household may do now.

import { type OfficialDocument, paragraph } from '../../../../kernel/papers/model.ts';
import { committeeOf, dayTextWords, dayWords, townshipAuthority } from '../../../../kernel/papers/wording.ts';
import type { CaseAction } from '../../../cases/domain/actions.ts';
import { type CaseView, lastOf } from './case-view.ts';

/** The reason an action gives for refusing; undefined where it refuses nothing. */
function refusalIn(action: CaseAction): string | undefined {
  switch (action.kind) {
    case 'verify':
      return action.detail.confirmed ? undefined : `入户核实：${action.detail.finding}`;
    case 'compare':
      return action.detail.excluded ? `信息比对：${action.detail.note}` : undefined;
    case 'review':
      return action.detail.passed
        ? undefined
        : `民主评议未通过：同意 ${action.detail.votesFor} 票，不同意 ${action.detail.votesAgainst} 票，弃权 ${action.detail.abstained} 票`;
    case 'reject':
      return action.detail.reason;
    case 'decide-appeal':
      return action.detail.upheld ? undefined : `复核维持原结论：${action.detail.reason}`;
    default:
      return undefined;
  }
}

export function refusalOf(view: Pick<CaseView, 'actions'>): { reason: string; action: CaseAction } | undefined {
  const action = view.actions.findLast((each) => refusalIn(each) !== undefined);
  const reason = action && refusalIn(action);
  return action && reason !== undefined ? { reason, action } : undefined;
}

function appealWords({ standing, place }: CaseView): string {
  if (standing.appealOver) return '复核结论已经作出，不再复核。如有新的情况，可以重新申请。';
  const { days, kind } = standing.template.appealTerm;
  const term = `${days} 个${kind === 'working' ? '工作日' : '自然日'}`;
  const until = standing.appealUntil === undefined ? '' : `（${dayWords(standing.appealUntil)}前）`;
  return `如有异议，可自收到本告知书之日起 ${term}内${until}向${townshipAuthority(place.township)}申请复核。如有新的情况，可以重新申请。`;
}

export function buildRejection(view: CaseView): OfficialDocument {
  const refusal = refusalOf(view);
  if (!refusal) throw new Error('a notice of rejection needs a rejection');
  const told = lastOf(view, 'notify-rejection')?.detail;
  return {
    title: '不予纳入监测对象告知书',
    blocks: [
      { kind: 'paragraph', as: 'to', text: `${view.household.headName}户：` },
      paragraph(`关于你户纳入防止返贫监测对象一事，经核实研究，${dayWords(refusal.action.on)}作出不予纳入的结论。`),
      paragraph(`原因：${refusal.reason.replace(/。$/, '')}。`),
      paragraph(appealWords(view)),
      ...(told ? [paragraph(`告知方式：${told.how}。`)] : []),
      { kind: 'closing', issuer: committeeOf(view.place.village), day: told && dayTextWords(told.on) },
      { kind: 'signatures', lines: [{ label: '农牧户签收' }, { label: '签收日期' }] },
    ],
  };
}
