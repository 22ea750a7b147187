// Exact numbers of figures: whole numerator and denominator, never a float.

export type Ratio = {
  n: bigint;
  /** Above 0. */
  d: bigint;
};

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

export function ratioOf(n: bigint, d: bigint): Ratio {
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** In lowest terms. */
export function reduced({ n, d }: Ratio): Ratio {
  const common = commonDivisor(size(n), d);
  return common === 0n ? { n, d } : { n: n / common, d: d / common };
}

export function minus(a: Ratio, b: Ratio): Ratio {
  return reduced(ratioOf(a.n * b.d - b.n * a.d, a.d * b.d));
}

/** `b` is not 0. */
export function dividedBy(a: Ratio, b: Ratio): Ratio {
  return reduced(ratioOf(a.n * b.d, a.d * b.n));
}

/** Below 0, 0 or above it, as `a` is less than, equal to or more than `b`. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** `value × 10^places`. */
export function shifted({ n, d }: Ratio, places: number): Ratio {
  const factor = 10n ** BigInt(Math.abs(places));
  return places < 0 ? { n, d: d * factor } : { n: n * factor, d };
}

/** The next whole number downwards. */
export function floorOf({ n, d }: Ratio): bigint {
  const whole = n / d;
  return n < 0n && whole * d !== n ? whole - 1n : whole;
}

/** The nearest whole number, half away from zero. */
export function roundOf({ n, d }: Ratio): bigint {
  const nearest = (2n * size(n) + d) / (2n * d);
  return n < 0n ? -nearest : nearest;
}

/** Reads `-12.50`; undefined where the text is no decimal number. */
export function parseDecimal(text: string): Ratio | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', written = ''] = match;
  const decimals = written.replace(/0+$/, '');
  const n = BigInt(whole + decimals);
  return { n: sign === '-' ? -n : n, d: 10n ** BigInt(decimals.length) };
}
