// A sheet added up: its lines become the columns of 家庭收支, which figures and lists read.

import type { Fen } from '../../../kernel/money.ts';
import { type SheetItemKey, type SheetPart, sheetItem } from './sheet-items.ts';

/** A line counts so many at a price, or says the sum of the year. */
export type SheetLine = {
  item: SheetItemKey;
  /** At most two decimals: half a day, 12.5 斤. */
  quantity?: number | undefined;
  priceFen?: Fen | undefined;
  amountFen?: Fen | undefined;
};

/** Whole fen, half up; quantities have two decimals, so nothing inexact is rounded. */
export function lineFen({ item, quantity, priceFen, amountFen }: SheetLine): Fen {
  if (sheetItem(item).unit === undefined) return amountFen ?? 0;
  return Math.round((Math.round((quantity ?? 0) * 100) * (priceFen ?? 0)) / 100);
}

/** A line that says one half of what it must: 12 sheep, and no price. */
export function isHalf({ item, quantity, priceFen }: SheetLine): boolean {
  return sheetItem(item).unit !== undefined && (quantity === undefined) !== (priceFen === undefined);
}

export type SheetSums = Record<SheetPart, Fen>;

export function sumSheet(lines: readonly SheetLine[]): SheetSums {
  const sums: SheetSums = { wage: 0, business: 0, property: 0, transfer: 0, cost: 0, claim: 0, selfPaid: 0 };
  for (const line of lines) sums[sheetItem(line.item).part] += lineFen(line);
  return sums;
}

/** 纯收入: the four incomes less what producing cost; may be below zero (data contract §2). */
export function netOf({ wage, business, property, transfer, cost }: Omit<SheetSums, 'claim' | 'selfPaid'>): Fen {
  return wage + business + property + transfer - cost;
}

/** A head, rounded to the fen. */
export function perHead(fen: Fen, members: number): Fen {
  return members > 0 ? Math.round(fen / members) : 0;
}

/** The values of a row of 家庭收支. */
export function incomeValues({ wage, business, property, transfer, cost, claim, selfPaid }: SheetSums) {
  return {
    ...{ wageIncomeFen: wage, businessIncomeFen: business, propertyIncomeFen: property, transferIncomeFen: transfer },
    ...{ businessCostFen: cost, claimIncomeFen: claim, selfPaidFen: selfPaid },
  };
}
