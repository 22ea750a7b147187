// The keyboard of a review: a number chooses a candidate, 0 none of them, n goes on without deciding.

import { useEffect, useRef } from 'react';
import { isTyping } from '../../../../platform/web/typing.ts';

type Keys = { count: number; onChoose: (index: number) => void; onNone: () => void; onNext: () => void };

const OVERLAY = '.ant-modal-wrap:not([style*="display: none"])';

export function useReviewKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (document.querySelector(OVERLAY)) return;
      const { count, onChoose, onNone, onNext } = latest.current;
      const number = /^\d$/.test(event.key) ? Number(event.key) : -1;
      if (number === 0) onNone();
      else if (number > 0 && number <= count) onChoose(number - 1);
      else if (event.key === 'n') onNext();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
