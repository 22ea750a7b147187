// What an asset is still worth on paper: reckoned, never kept nor typed. Ledgers count original values.

import type { Fen } from '../../../kernel/money.ts';
import { parseDate, toEpochDays } from '../../../kernel/plain-date.ts';

type Worn = {
  originalFen: Fen;
  form?: string | null | undefined;
  /** ISO text. */
  inUseFrom?: string | null | undefined;
  usefulYears?: number | null | undefined;
};

const DAYS_OF_YEAR = 365.25;

/** Straight line from the day of use (registers §6: unverified); equity keeps its value. Undefined where day or years are not known. */
export function netValue({ originalFen, form, inUseFrom, usefulYears }: Worn, on: string): Fen | undefined {
  if (form === 'equity') return originalFen;
  if (!inUseFrom || !usefulYears) return undefined;
  const used = Math.max(0, toEpochDays(parseDate(on)) - toEpochDays(parseDate(inUseFrom)));
  const left = Math.max(0, 1 - used / (usefulYears * DAYS_OF_YEAR));
  return Math.round(originalFen * left);
}
