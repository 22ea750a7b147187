// Which forms are open, and the one question that all refused requests wait for: sign in again, over the form.

import { useSyncExternalStore } from 'react';

const open = new Map<symbol, string>();

/** Says that a form is open, and of which draft; answers how to say that it was closed. */
export function formOpened(draft: string): () => void {
  const form = Symbol('form');
  open.set(form, draft);
  return () => void open.delete(form);
}

export function isFormOpen(draft: string): boolean {
  return [...open.values()].includes(draft);
}

/** Whether there is a form to sign in again for, and a dialog to do it in: pages without the frame have none. */
export function maySignInAgain(): boolean {
  return open.size > 0 && listeners.size > 0;
}

let asked: { answer: Promise<boolean>; give: (isSignedIn: boolean) => void } | undefined;
/** The dialog, where it is mounted. */
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Shows the dialog, once for all who wait; false where somebody would rather leave. */
export function askToSignIn(): Promise<boolean> {
  if (!asked) {
    let give: (isSignedIn: boolean) => void = () => undefined;
    const answer = new Promise<boolean>((resolve) => {
      give = resolve;
    });
    asked = { answer, give };
    tell();
  }
  return asked.answer;
}

export function answerSignIn(isSignedIn: boolean): void {
  asked?.give(isSignedIn);
  asked = undefined;
  tell();
}

export function useSignInAsked(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => asked !== undefined,
  );
}
