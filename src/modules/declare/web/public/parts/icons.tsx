// One picture for each trouble, in one line width; decoration beside the word, so hidden from readers of the screen.

import type { ReactNode } from 'react';
import type { Trouble } from '../../../domain/words.ts';

const SHAPES: Record<Trouble, ReactNode> = {
  illness: <path d="M8 14h32v26H8zM17 14V8h14v6M24 20v14M17 27h14" />,
  schooling: <path d="M24 10 4 19l20 9 20-9zM12 23v11c6 6 18 6 24 0V23M44 19v12" />,
  housing: <path d="M6 24 24 8l18 16M11 21v20h26V21M20 41V29h8v12" />,
  water: <path d="M24 5c8 11 13 17 13 24a13 13 0 0 1-26 0c0-7 5-13 13-24zM18 30a6 6 0 0 0 6 6" />,
  job: <path d="M5 16h38v24H5zM17 16v-6h14v6M5 27h38M24 25v5" />,
  disaster: <path d="M13 24a9 9 0 0 1 2-17 12 12 0 0 1 22 5 7 7 0 0 1-1 12zM26 22l-7 11h9l-5 10" />,
  income: <path d="M6 10v30h36M13 16l9 9 6-6 12 14M40 24v9h-9" />,
  other: <path d="M6 9h36v25H22l-9 8v-8H6zM15 22h.1M24 22h.1M33 22h.1" />,
};

export function TroubleIcon({ trouble }: { trouble: Trouble }) {
  return (
    <svg className="d-icon" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      {SHAPES[trouble]}
    </svg>
  );
}
