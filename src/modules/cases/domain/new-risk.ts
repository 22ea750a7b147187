// What speaks of a new risk of a household whose clearing is asked for, each in words that say what it is and until when it
// counts.

import { addMonths, formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { CHANNEL_NAMES, type Channel } from '../../clues/domain/words.ts';

export type NewRisk =
  /** Nobody has looked at it. */
  | { kind: 'open-clue'; on: PlainDate; channel: Channel }
  /** Taken into the case after the household was approved: it counts for as many months as the income has to be stable. */
  | { kind: 'case-clue'; on: PlainDate; channel: Channel }
  | { kind: 'warning'; on: PlainDate };

/** Named one by one as far as they fit in a line. */
const NAMED = 3;

/** The first day on which a clue that was taken into the case does not count any more. */
export function clueCountsUntil(receivedOn: PlainDate, stableMonths: number): PlainDate {
  return addMonths(receivedOn, stableMonths);
}

function words(risk: NewRisk, stableMonths: number): string {
  const on = formatDate(risk.on);
  if (risk.kind === 'warning') return `${on} 的预警未处理`;
  const clue = `${on} 的线索（${CHANNEL_NAMES[risk.channel]}）`;
  if (risk.kind === 'open-clue') return `${clue}未处理`;
  return `${clue}已并入本个案，收到后须满 ${stableMonths} 个月，${formatDate(clueCountsUntil(risk.on, stableMonths))} 满`;
}

export function newRiskWords(risks: readonly NewRisk[], stableMonths: number): string {
  if (risks.length === 0)
    return stableMonths === 0
      ? '没有未处理的线索和预警'
      : `没有未处理的线索和预警，审定后近 ${stableMonths} 个月没有并入新线索`;
  const named = risks.slice(0, NAMED).map((risk) => words(risk, stableMonths));
  return `${named.join('；')}${risks.length > NAMED ? `；等共 ${risks.length} 条` : ''}`;
}
