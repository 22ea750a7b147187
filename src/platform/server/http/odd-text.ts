// Text that no keyboard makes and the database cannot keep: NUL, and halves of a character. Refused before an operation sees it.

import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

/** Throws `http.malformed` when there is such text anywhere in a decoded input. */
export function refuseOddText(input: unknown): void {
  if (typeof input === 'string') {
    if (input.includes('\0') || !input.isWellFormed()) throw new Problem('http.malformed');
  } else if (Array.isArray(input)) for (const each of input) refuseOddText(each);
  else if (typeof input === 'object' && input !== null)
    for (const [key, value] of Object.entries(input)) {
      refuseOddText(key);
      refuseOddText(value);
    }
}
