// What a household got, by year. Pure.

import type { Fen } from '../../../kernel/money.ts';

type Gain = { year?: number | undefined; on?: string | undefined; amountFen?: number | undefined };

/** The year a row is of, by what it says or its day; 0 where it says neither. Newest first; rows without an amount add nothing. */
export function gainYears(gains: readonly Gain[]): { year: number; amountFen: Fen; rows: number }[] {
  const years = new Map<number, { amountFen: Fen; rows: number }>();
  for (const { year, on, amountFen = 0 } of gains) {
    const of = year ?? Number(on?.slice(0, 4) ?? 0);
    const { amountFen: sum, rows } = years.get(of) ?? { amountFen: 0, rows: 0 };
    years.set(of, { amountFen: sum + amountFen, rows: rows + 1 });
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, sums]) => ({ year, ...sums }));
}
