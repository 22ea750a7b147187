// Where one is on the phone: behind the `#` of the address, so that back works and nothing is asked of the server.

import { useSyncExternalStore } from 'react';

export const HOME = '#/today';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The parts of the address: `#/household/150923-7` → `['household', '150923-7']`. */
export function useAddress(): string[] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return (hash || HOME).slice(2).split('/').map(decodeURIComponent);
}

export function addressOf(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

/** Away from here, without a way back to it: a form that was confirmed. */
export function goInstead(address: string): void {
  window.location.replace(address);
}
