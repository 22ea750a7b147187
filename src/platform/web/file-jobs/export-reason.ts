// The question what a large export is for: asked once by the download that was refused, answered in a dialog of the frame.

import { useSyncExternalStore } from 'react';

type Asked = { sentence: string; give: (reason: string | undefined) => void };

let asked: Asked | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Undefined where somebody would rather not say, and on pages without the frame. */
export function askExportReason(sentence: string): Promise<string | undefined> {
  asked?.give(undefined);
  return new Promise((resolve) => {
    if (listeners.size === 0) return resolve(undefined);
    asked = { sentence, give: resolve };
    tell();
  });
}

export function answerExportReason(reason: string | undefined): void {
  asked?.give(reason);
  asked = undefined;
  tell();
}

/** The sentence of the refusal, while somebody waits for an answer. */
export function useExportReasonAsked(): string | undefined {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => asked?.sentence,
  );
}
