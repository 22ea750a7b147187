// How a figure is printed (data contract §7, 显示): from exact numbers, half away from zero, zeros behind the point dropped.

import { compareRatios, floorOf, type Ratio, roundOf, shifted } from './ratio.ts';

export type Comparison = '=' | '≥' | '>';

/** Units a figure is printed in, and the power of ten between them and what is counted: fen, persons, rows, the share 1. */
const UNIT_POWERS: Readonly<Record<string, number>> = {
  亿元: 10,
  '亿元/年': 10,
  万元: 6,
  元: 2,
  万人: 4,
  万人次: 4,
  万名: 4,
  万个: 4,
  '%': -2,
  百分点: -2,
  断言: -2,
};

export type PrintingRule = {
  unit: string;
  op: Comparison;
  /** Decimals at most; −2 is whole hundreds. */
  digits: number;
  /** Never rounded up: the whole is printed where the part is the whole. */
  down?: boolean;
  /** The word for a part that is the whole. */
  claim?: string;
};

/** The value in the unit it is printed in. */
export function inUnit(value: Ratio, unit: string): Ratio {
  return shifted(value, -(UNIT_POWERS[unit] ?? 0));
}

/** What is counted, of a number in the unit. */
export function fromUnit(value: Ratio, unit: string): Ratio {
  return shifted(value, UNIT_POWERS[unit] ?? 0);
}

/** A whole number of units of `10^-digits` as a decimal text without zeros at its end. */
function decimalText(value: bigint, digits: number): string {
  if (digits <= 0) return String(value * 10n ** BigInt(-digits));
  const text = String(value < 0n ? -value : value).padStart(digits + 1, '0');
  const decimals = text.slice(-digits).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${text.slice(0, -digits)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Rounded half away from zero to at most so many decimals. */
export function roundedText(value: Ratio, digits: number): string {
  return decimalText(roundOf(shifted(value, digits)), digits);
}

const WHOLE: Ratio = { n: 1n, d: 1n };

/** `at least` and `more than`: rounded down with the sign in front, plain where that would say nothing. */
function boundText(value: Ratio, { op, digits }: PrintingRule): string {
  const down = floorOf(shifted(value, digits));
  const isVeryValue = compareRatios(shifted({ n: down, d: 1n }, -digits), value) === 0;
  if (down <= 0n || (op === '>' && isVeryValue)) return roundedText(value, 2);
  return `${op}${decimalText(down, digits)}`;
}

/**
 * Why it is this number and not the next: `18.8037 万人，四舍五入保留 1 位小数为 18.8；到 18.85 才是 18.9`. Nothing where the print is the very
 * value, or follows another rule.
 */
export function roundingWords(value: Ratio, { unit, op, digits, down, claim }: PrintingRule): string {
  if (op !== '=' || claim !== undefined || digits < 0) return '';
  const exact = inUnit(value, unit);
  const whole = down ? floorOf(shifted(exact, digits)) : roundOf(shifted(exact, digits));
  const short = shifted({ n: whole, d: 1n }, -digits);
  if (compareRatios(short, exact) === 0) return '';
  const next = shifted({ n: whole + 1n, d: 1n }, -digits);
  const border = down ? next : shifted({ n: 10n * whole + 5n, d: 1n }, -digits - 1);
  const kept = digits === 0 ? '取整' : `保留 ${digits} 位小数`;
  const about = decimalText(floorOf(shifted(exact, digits + 4)), digits + 4);
  return `${about} ${unit === '断言' ? '%' : unit}，${down ? '只舍不入' : '四舍五入'}${kept}为 ${roundedText(short, digits)}；到 ${roundedText(border, digits + 1)} 才是 ${roundedText(next, digits)}`;
}

/** 显示 of an exact value: fen, persons, rows or a share. */
export function printed(value: Ratio, rule: PrintingRule): string {
  if (rule.claim !== undefined && compareRatios(value, WHOLE) === 0) return rule.claim;
  const shown = inUnit(value, rule.unit);
  if (rule.op !== '=') return boundText(shown, rule);
  return rule.down ? decimalText(floorOf(shifted(shown, rule.digits)), rule.digits) : roundedText(shown, rule.digits);
}
