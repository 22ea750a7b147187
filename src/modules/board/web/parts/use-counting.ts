// Counts what the board lacks, one figure after the other, while it is looked at: first the numbers, then the lines.

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Board, boardApi } from '../api.ts';

type Step = { figure: string; what: 'now' | 'trend' };

function stepsOf({ cards }: Board): Step[] {
  const of = (what: Step['what']) => (card: Board['cards'][number]) => ({ figure: card.id, what });
  return [
    ...cards.filter(({ isOld }) => isOld).map(of('now')),
    ...cards.filter((card) => card.isTrendOld).map(of('trend')),
  ];
}

/** The figure that is being counted. What cannot be counted is passed over: its card says so. */
export function useCounting(board: Board | undefined): string | undefined {
  const [counting, setCounting] = useState<string>();
  const cache = useQueryClient();
  const key = board && [board.area, board.day, ...board.cards.map(({ id }) => id)].join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is counted while it is looked at changes the board, and begins nothing anew.
  useEffect(() => {
    if (!board) return;
    const leaving = new AbortController();
    async function countAll({ area, day }: Board, steps: readonly Step[]) {
      for (const step of steps) {
        if (leaving.signal.aborted) return;
        setCounting(step.figure);
        await boardApi.client.count({ area, day, ...step }, { signal: leaving.signal }).catch(() => undefined);
        if (!leaving.signal.aborted) await cache.invalidateQueries({ queryKey: boardApi.query.show.key() });
      }
      setCounting(undefined);
    }
    void countAll(board, stepsOf(board));
    return () => leaving.abort();
  }, [key]);
  return counting;
}
