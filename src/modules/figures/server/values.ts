// Figures by the words that name them, each of an area of its own: goals that other slices hold against what is counted.

import { inUnit, roundedText } from '../../../kernel/exact/printing.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { findFigure } from '../domain/definitions/index.ts';
import { answerFigure } from './answer.ts';
import { askedBy } from './handlers.ts';

export type FigureAsk = { word: string; area: number };
/** `value` in the figure's unit; absent where there is no number for the area and day. */
export type FigureValue = { id: string; unit: string; shown: string; value?: number };

export const askKey = ({ word, area }: FigureAsk) => `${area} ${word}`;

/** By `askKey`; nothing for a word that names no figure. Throws `figures.outside-area`. */
export async function valuesOf(
  context: OperationContext,
  day: string,
  asks: readonly FigureAsk[],
): Promise<Map<string, FigureValue>> {
  const values = new Map<string, FigureValue>();
  for (const [area, own] of Map.groupBy(asks, (ask) => ask.area))
    await askedBy(context, { area, day }, async ({ tx, reading }) => {
      for (const ask of own) {
        const definition = findFigure(ask.word);
        if (!definition || values.has(askKey(ask))) continue;
        const { exact, shown } = await answerFigure(tx, reading, definition);
        const { id, unit } = definition;
        const number = exact === undefined ? {} : { value: Number(roundedText(inUnit(exact, unit), 6)) };
        values.set(askKey(ask), { id, unit, shown, ...number });
      }
    });
  return values;
}
