// Exact arithmetic of scores: a score is a whole number of hundredths of a point, so that what is shown adds up to what is shown.

import {
  compareRatios,
  minus,
  parseDecimal,
  type Ratio,
  ratioOf,
  reduced,
  roundOf,
} from '../../../kernel/exact/ratio.ts';

export const ZERO: Ratio = { n: 0n, d: 1n };
export const ONE: Ratio = { n: 1n, d: 1n };

export function plus(a: Ratio, b: Ratio): Ratio {
  return minus(a, { n: -b.n, d: b.d });
}

export function times(a: Ratio, b: Ratio): Ratio {
  return reduced(ratioOf(a.n * b.n, a.d * b.d));
}

/** Undefined where the divisor is 0. */
export function over(a: Ratio, b: Ratio): Ratio | undefined {
  return b.n === 0n ? undefined : reduced(ratioOf(a.n * b.d, a.d * b.n));
}

/** Not below 0, not above 1. */
export function clamped(rate: Ratio): Ratio {
  if (rate.n < 0n) return ZERO;
  return compareRatios(rate, ONE) > 0 ? ONE : rate;
}

/** Points as whole hundredths, half away from zero. */
export function hundredths(points: Ratio): number {
  return Number(roundOf(times(points, { n: 100n, d: 1n })));
}

/** A number of a register row, which has at most six decimals. */
export function exactOf(value: number): Ratio {
  const read = parseDecimal(String(value)) ?? parseDecimal(value.toFixed(6));
  if (!read) throw new Error(`${value} is no decimal`);
  return read;
}

/** 8750 → 87.5: hundredths as they are read. */
export function pointsText(points: number): string {
  return (points / 100).toFixed(2).replace(/\.?0+$/, '');
}

/** `12`, `-3/7`: exact in few letters, read again by `readExact`. */
export function writeExact({ n, d }: Ratio): string {
  return d === 1n ? String(n) : `${n}/${d}`;
}

export function readExact(text: string): Ratio {
  const [n = '0', d = '1'] = text.split('/');
  return { n: BigInt(n), d: BigInt(d) };
}
