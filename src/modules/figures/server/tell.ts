// Figures for whoever writes them down: each with the same day of the year before where that is asked, and what it was counted by.

import type { Comparison } from '../../../kernel/exact/printing.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import type { Region } from '../../regions/server/index.ts';
import type { Answer } from '../domain/answer.ts';
import { onDay, sameDayBefore } from '../domain/asked.ts';
import { answerFigure, openReading } from './answer.ts';
import { askedBy, figureNamed, figureOf } from './handlers.ts';

type Plain = Pick<Answer, 'status' | 'value' | 'shown'>;

export type ToldFigure = Plain & {
  id: string;
  name: string;
  unit: string;
  op: Comparison;
  digits: number;
  /** The definition in words, and the settings it was counted by. */
  definition: string;
  settings: { label: string; value: string | null }[];
  /** The same day of the year before. */
  before?: Plain;
};

export type Tell = { area: number; day: string; ids: readonly string[]; before: readonly string[] };

/** What is no figure is left out. Throws `figures.outside-area`. */
export function tellFigures(
  context: OperationContext,
  { area, day, ids, before }: Tell,
): Promise<{ region: Pick<Region, 'code' | 'name' | 'level'>; figures: ToldFigure[] }> {
  return askedBy(context, { area, day }, async (opened) => {
    const { tx, region } = opened;
    const earlier = before.length > 0 ? await openReading(tx, { area, day: sameDayBefore(onDay(day)).day }) : undefined;
    const figures: ToldFigure[] = [];
    for (const id of ids) {
      const definition = figureNamed(id);
      const { name, unit, op, status, value, shown, settings } = await figureOf(opened, definition);
      const then = earlier && before.includes(id) ? await answerFigure(tx, earlier, definition) : undefined;
      figures.push({
        ...{ id, name, unit, op, status, value, shown, digits: definition.digits, definition: definition.text },
        settings: settings.map((setting) => ({ label: setting.label, value: setting.value })),
        ...(then ? { before: { status: then.status, value: then.value, shown: then.shown } } : {}),
      });
    }
    return { region: { code: region.code, name: region.name, level: region.level }, figures };
  });
}
