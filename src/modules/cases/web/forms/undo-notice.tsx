// For pages of slices above that did something to many cases: tells it with 撤销, once.

import { useEffect } from 'react';
import { type Undoable, useUndo } from './undo.tsx';

export function UndoNotice(undoable: Undoable) {
  const undo = useUndo();
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it appears
  useEffect(() => undo(undoable), []);
  return null;
}
