// A figure against the one that was published: whether it is the same, by how much it differs, and why.

import { type Comparison, fromUnit, inUnit, printed, roundedText } from '../../../kernel/exact/printing.ts';
import { compareRatios, minus, parseDecimal, type Ratio } from '../../../kernel/exact/ratio.ts';
import type { Answer } from './answer.ts';
import type { FigureDefinition } from './figure.ts';

export const SAMENESS = ['是', '否', '无数据'] as const;
export type Sameness = (typeof SAMENESS)[number];

/** In the order in which they are looked for (figure-definitions, §7.6). */
export const REASONS = ['取整', '登记不全', '公布后录入', '公布后更改', '口径不同', '未说明'] as const;
export type Reason = (typeof REASONS)[number];

/** A published figure, as its register has it. */
export type Published = {
  publishedText: string;
  /** Decimal text; null for words. */
  publishedValue: string | null;
  unit: string | null;
  comparison: Comparison;
  digits: number | null;
};

/** The published number in the unit it was printed in; undefined for a word. */
function numberOf({ publishedValue }: Published): Ratio | undefined {
  return publishedValue === null ? undefined : parseDecimal(publishedValue);
}

const unitOf = ({ unit }: Published, definition: FigureDefinition): string => unit || definition.unit;

/** Whether the value says what was published: prints equal, or is at least or more than that. */
export function isSame(definition: FigureDefinition, { exact, value, shown }: Answer, published: Published): boolean {
  const number = numberOf(published);
  if (!number || !exact) return [shown, value].includes(published.publishedText.trim());
  const unit = unitOf(published, definition);
  if (published.comparison !== '=') {
    const order = compareRatios(exact, fromUnit(number, unit));
    return published.comparison === '≥' ? order >= 0 : order > 0;
  }
  const rule = { ...definition, unit, op: '=' as const, digits: published.digits ?? definition.digits };
  const { claim: _claim, ...asNumber } = rule;
  const text = parseDecimal(printed(exact, asNumber));
  return text !== undefined && compareRatios(text, number) === 0;
}

export function samenessOf(definition: FigureDefinition, answer: Answer, published: Published): Sameness {
  if (answer.status !== 'value') return '无数据';
  return isSame(definition, answer, published) ? '是' : '否';
}

/** Value less what was published, in the unit of print, with at most six decimals; empty where one is no number. */
export function differenceOf(definition: FigureDefinition, { exact }: Answer, published: Published): string {
  const number = numberOf(published);
  if (!number || !exact) return '';
  return roundedText(minus(inUnit(exact, unitOf(published, definition)), number), 6);
}
