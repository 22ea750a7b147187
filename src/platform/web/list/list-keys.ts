// The keyboard of a list: j and k move, Enter opens, x selects.

import { useEffect, useRef, useState } from 'react';
import { hasOverlay, isTyping } from '../typing.ts';

type Keys = { count: number; onOpen: (index: number) => void; onSelect?: ((index: number) => void) | undefined };

/** The index of the row the keyboard stands on; -1: none. */
export function useListKeys({ count, onOpen, onSelect }: Keys) {
  const [at, setAt] = useState(-1);
  const latest = useRef({ at, count, onOpen, onSelect });
  latest.current = { at: Math.min(at, count - 1), count, onOpen, onSelect };

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || hasOverlay()) return;
      const { at: now, count: rows, onOpen: open, onSelect: select } = latest.current;
      if (event.key === 'j') setAt(Math.min(now + 1, rows - 1));
      else if (event.key === 'k') setAt(Math.max(now - 1, 0));
      else if (event.key === 'Enter' && now >= 0 && event.target === document.body) open(now);
      else if (event.key === 'x' && now >= 0) select?.(now);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    if (at >= 0) document.querySelector('.sw-row-at')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  return latest.current.at;
}
