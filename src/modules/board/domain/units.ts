// Numbers of small areas in a unit in which they can be read: two persons of a county are no 0 万人.

/** Ten thousand of the finer unit are one. */
const FINER: Readonly<Record<string, string>> = {
  亿元: '万元',
  '亿元/年': '万元/年',
  万元: '元',
  万人: '人',
  万人次: '人次',
  万名: '名',
  万个: '个',
};
const STEP = 10_000;

export type Scale = { unit: string; factor: number };

/** The unit of the figure, or a finer one where none of the numbers comes to 1. */
export function readableScale(numbers: readonly (number | undefined)[], unit: string): Scale {
  const most = Math.max(0, ...numbers.map((number) => Math.abs(number ?? 0)));
  const finer = FINER[unit];
  if (most === 0 || most >= 1 || finer === undefined) return { unit, factor: 1 };
  const below = readableScale([most * STEP], finer);
  return { unit: below.unit, factor: below.factor * STEP };
}

/** At most two decimals. */
export function scaled(number: number, { factor }: Scale): string {
  return String(Math.round(number * factor * 100) / 100);
}

type Shown = { shown: string; number?: number | undefined };

/** As the figure is printed, unless it stands in a finer unit. */
export function shownIn({ shown, number }: Shown, scale: Scale): string {
  return number === undefined || scale.factor === 1 ? shown : scaled(number, scale);
}
