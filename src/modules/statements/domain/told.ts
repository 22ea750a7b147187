// A figure as a statement takes it: its answer, how it is printed, and the same day of the year before where words compare with it.

import { type Comparison, roundedText } from '../../../kernel/exact/printing.ts';
import { floorOf, parseDecimal, type Ratio, ratioOf, shifted } from '../../../kernel/exact/ratio.ts';
import type { Status } from '../../figures/domain/answer.ts';
import { findFigure } from '../../figures/domain/definitions/index.ts';

export type Value = {
  status: Status;
  /** Exact, in the base unit: `123`, `a/b`, or a word. */
  value: string;
  /** As it is printed, with ≥ or > in front where the figure says at least. */
  shown: string;
};

export type Told = Value & { id: string; name: string; unit: string; op: Comparison; before?: Value | undefined };

export type Figures = ReadonlyMap<string, Told>;

export const isFigure = (id: string): boolean => findFigure(id)?.id === id;

/** What is printed without ≥ or >. */
export const plainShown = ({ shown }: Pick<Value, 'shown'>): string => shown.replace(/^[≥>]/, '');

/** The exact number of an answer; undefined for words and where there is none. */
export function exactOf({ status, value }: Value): Ratio | undefined {
  if (status !== 'value') return undefined;
  const [above = '', below] = value.split('/');
  const n = parseDecimal(above);
  if (!n || below === undefined) return n;
  const d = parseDecimal(below);
  return d && d.n > 0n ? ratioOf(n.n * d.d, n.d * d.n) : undefined;
}

const unitWords = (unit: string): string => (unit === '断言' ? '%' : unit.replace(/\/年$/, ''));

/** 86.76亿元, 100亿元以上, 超过55%, 6月. */
export function numberWords({ shown, unit }: Pick<Told, 'shown' | 'unit'>): string {
  if (unit === '等次') return `“${shown}”`;
  const month = unit === '月' ? /^\d{4}-(\d{2})$/.exec(shown) : null;
  if (month) return `${Number(month[1])}月`;
  const words = unitWords(unit);
  const plain = `${plainShown({ shown })}${words}`;
  if (shown.startsWith('≥')) return `${plain}以上`;
  return shown.startsWith('>') ? `超过${plain}` : plain;
}

/** A share as per cent with at most one decimal, never rounded up: 99.9% where the part is not the whole. */
export function percentDown(share: Ratio): string {
  const tenths = floorOf(shifted(share, 3));
  return `${roundedText({ n: tenths, d: 10n }, 1)}%`;
}

export const WHOLE: Ratio = { n: 1n, d: 1n };
