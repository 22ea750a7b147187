// What a case leaves to choose from in the forms of its actions, and what its record tells of it.

import { stepsOf } from '../../../process/domain/process-template.ts';
import { STEP_NAMES, stepOf } from '../../../process/domain/steps.ts';
import { NOTICE_LEVEL_NAMES } from '../../../process/domain/words.ts';
import { ACTIONS } from '../../domain/actions.ts';
import { walkNow } from '../parts/case-reading.ts';
import type { CaseDetail } from '../types.ts';
import type { Choice } from './fields.ts';

/** The steps a case can be sent back to: those before the one it is in. */
export function earlierSteps(detail: CaseDetail): Choice[] {
  const at = stepOf(detail.state);
  if (!at) return [];
  const steps = stepsOf(walkNow(detail));
  return steps.slice(0, steps.indexOf(at.step)).map((step) => ({ value: step, label: STEP_NAMES[step] }));
}

export function missingLevels(detail: CaseDetail, levels: readonly string[]): Choice[] {
  return walkNow(detail)
    .noticeLevels.filter((level) => levels.includes(level) && !detail.notices.some((notice) => notice.level === level))
    .map((level) => ({ value: level, label: NOTICE_LEVEL_NAMES[level] }));
}

export function openObjections({ objections }: CaseDetail): Choice[] {
  return objections.flatMap(({ content, result }, i) => (result === undefined ? [{ value: i, label: content }] : []));
}

/** By their place in the notice, as the record names them. */
export function objectionNames({ objections }: CaseDetail): Record<string, string> {
  return Object.fromEntries(objections.map(({ content }, i) => [String(i), content]));
}

export function startedMode({ timeline }: CaseDetail): unknown {
  return timeline.findLast(({ kind, recalled }) => kind === 'start-clearing' && !recalled)?.detail.mode ?? 'assisted';
}

/** A fact, not a finding: what was recorded of objections. */
export function objectionsHint({ objections }: CaseDetail): string {
  return objections.length === 0 ? '公示期内没有登记异议' : `公示期内登记异议 ${objections.length} 条，均已处理`;
}

export function lastChoice({ last, timeline }: CaseDetail): Choice[] {
  // In the record, after it was taken back, the choice is told by its number.
  return timeline
    .filter(({ seq, recalled }) => seq === last?.seq || recalled)
    .map(({ seq, kind, by }) => ({ value: seq, label: `${ACTIONS[kind].title}（${by}）` }));
}
