// A register's states as the road that is shown of one row.

import type { MadeMove } from '../../../../kernel/register/register-contract.ts';
import type { States } from '../../../../kernel/register/states.ts';

/** States that end or stop a road stand on it only while the row is there. */
export function roadOf({ names, pauses = [], moves }: States, current: string | undefined): string[] {
  const leading = (state: string) => Object.values(moves).filter(({ to }) => to === state);
  // Sent back or taken out: nothing leads there without a reason.
  const isAside = (state: string) => leading(state).length > 0 && leading(state).every((move) => move.explained);
  return Object.keys(names).filter((state) => state === current || !(pauses.includes(state) || isAside(state)));
}

/** The day a state was reached: the row's own, or that of the move that led there; undefined where neither tells. */
export function dayReached(
  { reached }: States,
  state: string,
  values: Readonly<Record<string, unknown>>,
  moves: readonly MadeMove[] = [],
): string | undefined {
  const condition = reached.find(([code]) => code === state)?.[1];
  const own = condition && 'filled' in condition ? values[condition.filled] : undefined;
  if (own) return String(own).slice(0, 10);
  return moves.find(({ to, withdrawnAt }) => to === state && !withdrawnAt)?.doneOn;
}
