// What an amount typed into the search box may mean. Pure.

import type { Fen } from '../../../kernel/money.ts';
import { readMoney } from '../../../kernel/written-number.ts';

/** Nothing of the region's money is larger. */
const MOST: Fen = 100_000_000_000_000;
const FEN_PER_WAN_YUAN = 10_000;

/** Amounts in fen, likelier first: a bare number is yuan, or 万元 as documents have it. Empty where no amount was typed. */
export function amountsAsked(text: string): Fen[] {
  const { fen } = readMoney(text, { most: MOST });
  if (fen === undefined || fen === 0) return [];
  const isBare = /^[\d,.\s]+$/.test(text.trim());
  return isBare && fen * FEN_PER_WAN_YUAN <= MOST ? [fen, fen * FEN_PER_WAN_YUAN] : [fen];
}
