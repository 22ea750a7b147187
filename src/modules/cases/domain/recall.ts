// Taking back: who did the last thing to a case may undo it until somebody goes on from there. Nothing is rubbed out; the
// record keeps the action and its recall, and whatever follows from actions reads those in force.

import type { CaseAction, Kind } from './actions.ts';

/**
 * Kinds that can be taken back: they lead a case on or out of its steps and touch nothing but the case, or what the program
 * can restore. A move, a reversal (which opens another case) and a plan (measures hang on it) are corrected forwards.
 */
export const RECALLABLE: readonly Kind[] = [
  'verify',
  'request-comparison',
  'reply-comparison',
  'compare',
  'review',
  'publish',
  'settle-objection',
  'end-notice',
  'pass-township',
  'approve',
  'clear',
  'announce',
  'record',
  'return',
  'reject',
  'notify-rejection',
  'decide-appeal',
  'withdraw',
  'start-clearing',
];

/** Numbers of actions that were taken back later. */
export function recalledSeqs(actions: readonly { kind: string; detail: object }[]): ReadonlySet<number> {
  return new Set(
    actions.flatMap(({ kind, detail }) => (kind === 'recall' && 'seq' in detail ? [Number(detail.seq)] : [])),
  );
}

/** The record without what was taken back, in order. */
export function inForce<Action extends { kind: string; seq: number; detail: object }>(
  actions: readonly Action[],
): Action[] {
  const recalled = recalledSeqs(actions);
  return recalled.size === 0
    ? [...actions]
    : actions.filter(({ kind, seq }) => kind !== 'recall' && !recalled.has(seq));
}

export type LastAction = { seq: number; kind: Kind; role: string; canRestore: boolean };

/** The newest action in force; a clue that joined meanwhile is nobody's decision about it. */
export function lastAction(actions: readonly CaseAction[]): LastAction | undefined {
  const last = inForce(actions).findLast(({ kind }) => kind !== 'add-clue');
  if (!last) return undefined;
  const canRestore = last.kind !== 'approve' || last.detail.before !== undefined;
  return { seq: last.seq, kind: last.kind, role: last.role, canRestore };
}
