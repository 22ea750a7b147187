// Rates of a round (registers §1): who was not met is not done, and who is away all year neither lowers the coverage nor vanishes from it.

export type SweepCounts = {
  /** Households to be seen (应查). */
  items: number;
  /** Seen: all visits but not met and whole away (已查). */
  done: number;
  away: number;
  notMet: number;
  inPerson: number;
  rechecked: number;
  inconsistent: number;
};

/** A ratio in ten-thousandths, rounded half up; absent where there is nothing to divide by. */
export function ratio(part: number, whole: number): number | undefined {
  return whole > 0 ? Math.floor((part * 20_000 + whole) / (2 * whole)) : undefined;
}

export type SweepRates = {
  /** 已查 / (应查 − 整户在外). */
  covered?: number | undefined;
  /** 已查 / 应查. */
  coveredOfAll?: number | undefined;
  /** 入户 / 已查. */
  met?: number | undefined;
  /** 不一致 / 复核. */
  errors?: number | undefined;
};

export function ratesOf({ items, done, away, inPerson, rechecked, inconsistent }: SweepCounts): SweepRates {
  return {
    covered: ratio(done, items - away),
    coveredOfAll: ratio(done, items),
    met: ratio(inPerson, done),
    errors: ratio(inconsistent, rechecked),
  };
}

/** Households that still have to be seen. */
export const openOf = ({ items, done, away }: Pick<SweepCounts, 'items' | 'done' | 'away'>) => items - done - away;

/** Whether a village is to be done again: more errors than `most` percent. */
export const isUnreliable = (inconsistent: number, rechecked: number, most: number) =>
  rechecked > 0 && inconsistent * 100 > most * rechecked;
