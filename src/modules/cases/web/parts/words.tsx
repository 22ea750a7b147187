// How states, deadlines and marks of cases are written.

import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { deadlineWords, formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { isEnding, STATE_NAMES, type State, stepOf } from '../../../process/domain/steps.ts';
import { ACTIONS } from '../../domain/actions.ts';
import { RISK_NAMES, type Risk } from '../../domain/words.ts';
import type { CaseItem } from '../types.ts';
import { nextKind } from './case-reading.ts';

function toneOf(state: State): Tone {
  if (state === 'monitored' || state === 'cleared') return 'green';
  if (isEnding(state)) return 'plain';
  return stepOf(state)?.walk === 'clearing' ? 'yellow' : 'orange';
}

export function CaseStateTag({ state }: { state: State }) {
  return <StateTag tone={toneOf(state)}>{STATE_NAMES[state]}</StateTag>;
}

/** 绿色通道, 暂停计时. */
export function MarkTags({ emergency, paused }: { emergency: boolean; paused: boolean }) {
  return (
    <>
      {emergency ? <StateTag tone="red">绿色通道</StateTag> : null}
      {paused ? <StateTag tone="yellow">暂停计时</StateTag> : null}
    </>
  );
}

const CLOCK_TONES = { late: 'red', today: 'orange', soon: 'orange', calm: 'plain' } as const;

/** Where the state is no step, what the deadline is for: of a cleared risk it is the look-back. */
function dueTask({ state, turn, paused }: Clocked): string {
  const kind = stepOf(state) ? undefined : nextKind({ state, turn, paused });
  return kind ? `${ACTIONS[kind].title} ` : '';
}

type Clocked = Pick<CaseItem, 'clock' | 'dueOn' | 'paused' | 'state' | 'turn'>;

/** 剩 3 天 or 回头看 逾期 2 天, with the day on hover; soon and late by the template of the case. */
export function ClockWords({ item }: { item: Clocked }) {
  const { clock, dueOn, paused } = item;
  if (!clock) return <span className="sw-quiet">{paused ? '暂停' : UNKNOWN}</span>;
  return (
    <span className={`sw-tone-${CLOCK_TONES[clock.tone]}`} title={`期限 ${dueOn}`}>
      {dueTask(item)}
      {deadlineWords(clock.daysLeft)}
    </span>
  );
}

export function risksText(risks: readonly Risk[]): string {
  return risks.map((risk) => RISK_NAMES[risk]).join('、') || UNKNOWN;
}

export function yuanText(fen: number | undefined): string {
  return fen === undefined ? UNKNOWN : `${formatMoney(fen)} 元`;
}
