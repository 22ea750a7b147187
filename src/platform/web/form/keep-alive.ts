// A session ends when nothing is asked of the server for half an hour. Typing is work too.

import { useCallback, useRef } from 'react';
import { useShell } from '../frame/shell.tsx';

const EVERY_MS = 120_000;

/** To be called with every change of a form: now and then it tells the server that somebody is at work. */
export function useKeepAlive(): () => void {
  const { keepAlive } = useShell();
  const last = useRef(Date.now());
  return useCallback(() => {
    if (Date.now() - last.current < EVERY_MS) return;
    last.current = Date.now();
    // Without a network the typing goes on; a session that is over is asked for by the request itself.
    keepAlive().catch(() => undefined);
  }, [keepAlive]);
}
