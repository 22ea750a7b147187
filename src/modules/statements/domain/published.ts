// The numbers of a statement as rows of what was published: each figure once, as it was first said.

import type { Comparison } from '../../../kernel/exact/printing.ts';
import type { PublishedFigure } from '../../figures/domain/published-figure-register.ts';
import type { RenderedBlock } from './render.ts';
import { plainShown, type Told } from './told.ts';

export type ToldRow = Pick<
  PublishedFigure,
  'figure' | 'publishedText' | 'publishedValue' | 'unit' | 'comparison' | 'digits'
>;

const COMPARISONS: Record<Comparison, 'equal' | 'at-least' | 'above'> = { '=': 'equal', '≥': 'at-least', '>': 'above' };
const NUMBER = /^-?\d+(?:\.\d+)?$/;

export function publishedOf(
  blocks: readonly RenderedBlock[],
  figures: readonly (Told & { digits: number })[],
): ToldRow[] {
  const said = new Set(blocks.flatMap(({ numbers }) => numbers.map(({ id }) => id)));
  return figures.flatMap((told): ToldRow[] => {
    if (!said.has(told.id) || told.status !== 'value') return [];
    const number = plainShown(told);
    const isNumber = NUMBER.test(number);
    const sign = number === told.shown ? '=' : told.op;
    return [
      {
        ...{ figure: told.id, publishedText: told.shown, publishedValue: isNumber ? Number(number) : null },
        ...{
          unit: told.unit === '' ? null : told.unit,
          comparison: COMPARISONS[sign],
          digits: isNumber ? told.digits : null,
        },
      },
    ];
  });
}
