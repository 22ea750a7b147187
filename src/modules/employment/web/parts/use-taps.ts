// The taps of a village's list: what was tapped of each job, and whether it has arrived.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import type { Found } from '../../domain/confirm/found.ts';
import type { FoundEntry, WAYS } from '../../domain/contract.ts';
import { type ConfirmInput, employment, type Job } from '../api.ts';
import { openTapQueue, type TapState } from './tap-queue.ts';

export type Tap = { found: Found | 'undone'; state: TapState };
type Way = keyof typeof WAYS;
type JobKey = Pick<Job, 'countyCode' | 'id'>;
type Work = { month: string; way: Way; key: JobKey; found?: 'working' | 'waiting' | 'unreached' };

export const keyOf = ({ countyCode, id }: JobKey) => `${countyCode}-${id}`;

const AGAIN_MS = 4000;

/** As soon as the network is back, or after a while. */
function later(again: () => void): void {
  const timer = setTimeout(go, AGAIN_MS);
  window.addEventListener('online', go, { once: true });
  function go() {
    clearTimeout(timer);
    window.removeEventListener('online', go);
    again();
  }
}

async function send(works: readonly Work[], requestId: string) {
  const [{ month, way, found } = { month: '', way: 'phone' as const, found: undefined }] = works;
  const entries = works.map(({ key, found: each }) => ({ ...key, ...(each ? { found: each } : {}) }));
  const { refused } = found
    ? await employment.client.confirm({ requestId, month, way, entries: entries as ConfirmInput['entries'] })
    : await employment.client.undoConfirm({ requestId, month, entries });
  return { refused: refused.map((one) => ({ key: keyOf(one), reason: one.reason })) };
}

export function useTaps(month: string, way: Way) {
  const cache = useQueryClient();
  const [taps, setTaps] = useState<ReadonlyMap<string, Tap>>(() => new Map());
  const put = useCallback((keys: readonly string[], change: (old: Tap | undefined) => Tap | undefined) => {
    setTaps((old) => {
      const next = new Map(old);
      for (const key of keys) {
        const tap = change(old.get(key));
        if (tap) next.set(key, tap);
        else next.delete(key);
      }
      return next;
    });
  }, []);
  const queue = useMemo(
    () =>
      openTapQueue<Work>({
        send,
        goTogether: (one, other) =>
          one.month === other.month &&
          one.way === other.way &&
          (one.found === undefined) === (other.found === undefined),
        reasonOf: (error) => (failureOf(error).code === 'web.unreachable' ? undefined : failureOf(error).message),
        newRequestId,
        onState: (keys, state) => put(keys, (old) => (old ? { ...old, state } : undefined)),
        later,
      }),
    [put],
  );
  const open = useRef(queue);
  open.current = queue;
  // Whoever leaves with taps on their way is asked by the browser; inside the office they go on arriving.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (open.current.open() > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      void cache.invalidateQueries({ queryKey: employment.query.key() });
    };
  }, [cache]);
  const tap = (job: JobKey, found: 'working' | 'waiting' | 'unreached') => {
    put([keyOf(job)], () => ({ found, state: { at: 'sending' } }));
    queue.add({ key: keyOf(job), work: { month, way, key: { countyCode: job.countyCode, id: job.id }, found } });
  };
  const undo = (job: JobKey) => {
    put([keyOf(job)], () => ({ found: 'undone', state: { at: 'sending' } }));
    queue.add({ key: keyOf(job), work: { month, way, key: { countyCode: job.countyCode, id: job.id } } });
  };
  /** For what a dialog writes itself. */
  const write = async (entry: Extract<FoundEntry, { found: 'left' | 'elsewhere' }>, requestId: string) => {
    await employment.client.confirm({ requestId, month, way, entries: [entry] });
    put([keyOf(entry)], () => ({ found: entry.found, state: { at: 'kept' } }));
  };
  return { taps, tap, undo, write };
}
