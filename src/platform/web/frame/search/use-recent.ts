import { useRef, useState } from 'react';
import { useViewer } from '../../viewer.tsx';
import { useShell } from '../shell.tsx';
import { keepRecent, type RecentHit, readRecent, withRecent } from './recent.ts';

/** What was opened last; read once the box is entered. */
export function useRecent() {
  const { accountId } = useViewer();
  const { loadDraftKey } = useShell();
  const [hits, setHits] = useState<RecentHit[]>([]);
  const reading = useRef<Promise<{ key: string; hits: RecentHit[] }>>(undefined);

  function read() {
    reading.current ??= loadDraftKey().then(async (key) => {
      const found = await readRecent(accountId, key);
      setHits(found);
      return { key, hits: found };
    });
    // Tried again with the next entering.
    reading.current.catch(() => {
      reading.current = undefined;
    });
    return reading.current;
  }

  async function add(hit: RecentHit) {
    const { key, hits: before } = await read();
    const next = withRecent(before, hit);
    reading.current = Promise.resolve({ key, hits: next });
    setHits(next);
    await keepRecent(accountId, key, next);
  }

  return {
    hits,
    enter: () => void read().catch(() => undefined),
    add: (hit: RecentHit) => void add(hit).catch(() => undefined),
  };
}
