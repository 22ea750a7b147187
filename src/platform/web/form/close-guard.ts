// What stands between Esc, ✕ or 取消 and the end of a dialog: the forms in it that have something unsent.

import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import { useLeaveQuestion } from './leave-question.tsx';

export type Guarded = {
  isDirty: () => boolean;
  /** Answers whether a draft was kept. */
  keep: () => Promise<boolean>;
  mayKeep: () => boolean;
  drop: () => void;
};

export type CloseGuard = { join: (form: Guarded) => () => void; close: () => void };

export const CloseGuardContext = createContext<CloseGuard | undefined>(undefined);

/** Closes through `onClose` once nothing unsent is left in the forms that have joined, or somebody said what becomes of it. */
export function useCloseGuard(onClose: () => void): CloseGuard {
  const ask = useLeaveQuestion();
  const latest = useRef(onClose);
  latest.current = onClose;
  return useMemo(() => {
    const forms = new Set<Guarded>();
    let asking = false;
    async function close() {
      const dirty = [...forms].filter((form) => form.isDirty());
      if (dirty.length > 0) {
        if (asking) return;
        asking = true;
        const leaving = await ask(dirty.every((form) => form.mayKeep()));
        asking = false;
        if (leaving === 'stay') return;
        if (leaving === 'keep') for (const form of dirty) await form.keep();
        else for (const form of dirty) form.drop();
      }
      latest.current();
    }
    return {
      close: () => void close(),
      join(form) {
        forms.add(form);
        return () => forms.delete(form);
      },
    };
  }, [ask]);
}

export function useJoin(guard: CloseGuard | undefined, form: Guarded): void {
  const latest = useRef(form);
  latest.current = form;
  useEffect(
    () =>
      guard?.join({
        isDirty: () => latest.current.isDirty(),
        keep: () => latest.current.keep(),
        mayKeep: () => latest.current.mayKeep(),
        drop: () => latest.current.drop(),
      }),
    [guard],
  );
}

/** The dialog or drawer around; its buttons close through it. */
export function useDialogGuard(): CloseGuard | undefined {
  return useContext(CloseGuardContext);
}
