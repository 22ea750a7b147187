// Amounts in 万元 as they are typed.

import type { Fen } from '../../../kernel/money.ts';
import { readMoney, readNumber } from '../../../kernel/written-number.ts';

export const FEN_OF_WAN = 1_000_000;

/** Amounts of whole counties: bounded by what a number holds. */
export const REGISTER_MONEY = { mayBeNegative: true, most: Number.MAX_SAFE_INTEGER };

/** A number in digits, without a unit of its own. */
const BARE = /^[-+]?[\d.,]+$/;

/** Fen of `4.2` in 万元; a unit that was written goes before. Undefined where it is no amount. */
export function readWan(text: string): Fen | undefined {
  const bare = text.trim();
  const isBare = BARE.test(bare) && readNumber(bare) !== undefined;
  return readMoney(isBare ? `${bare}万` : bare, REGISTER_MONEY).fen;
}
