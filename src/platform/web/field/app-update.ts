// The program on the phone: its service worker, and a new version, which is taken when its user says so. What lies in the store is not
// touched by either.

import { useSyncExternalStore } from 'react';

const WORKER = '/field-worker.js';
const SCOPE = '/field';

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

function tell(worker: ServiceWorker | null | undefined): void {
  waiting = worker ?? undefined;
  for (const listener of listeners) listener();
}

/** From the second start on there is no network needed; without service workers the page works as long as it is open. */
export async function keepProgram(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  // The first one takes over by itself: there is nothing older to wait for.
  tell(navigator.serviceWorker.controller ? registration.waiting : undefined);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && navigator.serviceWorker.controller) tell(coming);
    });
  });
  // A program that is never closed would never hear of the next version.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
  // Asked not to throw it away when the phone is short of room.
  await navigator.storage.persist?.();
}

function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  waiting?.postMessage('take-over');
}

/** How to take the new version; undefined where there is none. */
export function useAppUpdate(): (() => void) | undefined {
  const worker = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );
  return worker && takeUpdate;
}
