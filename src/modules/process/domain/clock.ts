// What a deadline means today. Nothing runs in the background: soon, late and one level up follow from the day alone, so
// they are right after any standstill of the program (docs/decisions/0009).

import { type PlainDate, toEpochDays } from '../../../kernel/plain-date.ts';
import type { Turn } from './steps.ts';

export type Clock = {
  /** Days until the last day; negative when it is over. */
  daysLeft: number;
  tone: 'late' | 'today' | 'soon' | 'calm';
  /** Levels above the one whose turn it is that have to see to it now. */
  escalatedTo: (Turn | 'league')[];
};

const UPWARDS: readonly (Turn | 'league')[] = ['village', 'township', 'county', 'league'];

type Rules = { warnDays: number; escalateDays: number };

/** So many full escalation terms late, so many levels up, as far as the league. */
export function clockOf(dueOn: PlainDate, today: PlainDate, turn: Turn, { warnDays, escalateDays }: Rules): Clock {
  const daysLeft = toEpochDays(dueOn) - toEpochDays(today);
  const levels = daysLeft < 0 ? Math.floor(-daysLeft / escalateDays) : 0;
  const from = UPWARDS.indexOf(turn) + 1;
  const tone = daysLeft < 0 ? 'late' : daysLeft === 0 ? 'today' : daysLeft <= warnDays ? 'soon' : 'calm';
  return { daysLeft, tone, escalatedTo: UPWARDS.slice(from, from + levels) };
}
