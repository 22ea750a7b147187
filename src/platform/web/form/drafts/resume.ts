// Going on with a draft: its page is opened, and whoever opens the form there is told to.

import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { DraftKey } from './draft-name.ts';

let wanted: DraftKey | undefined;
const listeners = new Set<() => void>();

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

export function wantForm(key: DraftKey | undefined): void {
  wanted = key;
  for (const listener of listeners) listener();
}

/**
 * In the component that opens the form named `form`: `open` is called with the record of a draft that somebody wants to go on
 * with, and answers false where the record is not its own.
 */
export function useResume(form: string, open: (record: string) => unknown): void {
  const key = useSyncExternalStore(subscribe, () => wanted);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    if (key?.form === form && latest.current(key.record) !== false) wantForm(undefined);
  }, [key, form]);
}
