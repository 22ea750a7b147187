// For pages of slices above that did something to many cases: tells it with 撤销, once.

import { useEffect, useRef } from 'react';
import { type Undoable, useUndo } from './undo.tsx';

export function UndoNotice(undoable: Undoable) {
  const undo = useUndo();
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    undo(undoable);
  });
  return null;
}
