// Counts a figure of the board on the days it needs, one figure and a few days at a time, and keeps what came out.

import type { OperationContext } from '../../../platform/server/http/context.ts';
import type { FigureDefinition } from '../../figures/domain/figure.ts';
import { answerFigure, askedBy, figureNamed, measureRegions } from '../../figures/server/index.ts';
import type { RANKED_LEVELS } from '../domain/contract.ts';
import { daysOf } from '../domain/standing.ts';
import {
  type Counted,
  FRESH_MINUTES,
  isFresh,
  type Kept,
  type KeptRow,
  keepValues,
  readKept,
  shownOf,
} from './kept-values.ts';
import type { BoardArea } from './read-board.ts';

export type What = keyof typeof FRESH_MINUTES;

function daysFor(day: string, what: What): string[] {
  const { week, year, trend } = daysOf(day);
  return what === 'now' ? [day, week, year] : trend.slice(0, -1);
}

/** How many were counted: those that were missing or too old. */
export async function countCard(
  context: OperationContext,
  { region, day }: BoardArea,
  { figure, what }: { figure: string; what: What },
): Promise<number> {
  const { db, actor } = context;
  const definition = figureNamed(figure);
  const days = daysFor(day, what);
  const kept = await db.read(actor, (tx) => readKept(tx, { regions: [region.code], figures: [definition.id], days }));
  const old = days.filter(
    (asked) =>
      !isFresh(
        kept.find((row) => row.day === asked),
        FRESH_MINUTES[what],
        Date.now(),
      ),
  );
  const counted: Counted[] = [];
  for (const asked of old)
    await askedBy(context, { area: region.code, day: asked }, async ({ tx, reading }) => {
      counted.push({ regionCode: region.code, day: asked, answer: await answerFigure(tx, reading, definition) });
    });
  await keepValues(db, definition, counted);
  return counted.length;
}

export type RankedRegion = Kept & { code: number; name: string; lastYear?: Kept };
type RankedLevel = (typeof RANKED_LEVELS)[number];

/** Every league or county of the area, on the day and a year before; from what was kept where that is whole and fresh. */
export async function countRegions(
  context: OperationContext,
  area: BoardArea,
  { figure, level }: { figure: string; level: RankedLevel },
): Promise<{ definition: FigureDefinition; regions: RankedRegion[] }> {
  const definition = figureNamed(figure);
  const days = [area.day, daysOf(area.day).year];
  const asks = days.map((day) => ({ day, figures: [definition.id] }));
  // The list of regions costs nothing: no figure is asked.
  const { regions } = await measureRegions(context, {
    area: area.region.code,
    level,
    asks: [{ day: area.day, figures: [] }],
  });
  const codes = regions.map(({ code }) => code);
  let rows = await context.db.read(context.actor, (tx) =>
    readKept(tx, { regions: codes, figures: [definition.id], days }),
  );
  const fresh = rows.filter((row) => isFresh(row, FRESH_MINUTES.now, Date.now()));
  if (fresh.length < codes.length * days.length) {
    const { answer } = await measureRegions(context, { area: area.region.code, level, asks });
    await keepValues(
      context.db,
      definition,
      codes.flatMap((regionCode) =>
        days.flatMap((day) => {
          const found = answer(definition.id, day, regionCode);
          return found ? [{ regionCode, day, answer: found }] : [];
        }),
      ),
    );
    rows = await context.db.read(context.actor, (tx) =>
      readKept(tx, { regions: codes, figures: [definition.id], days }),
    );
  }
  return { definition, regions: regions.flatMap((region) => rankedRegion(region, rows, days)) };
}

function rankedRegion(
  { code, name }: { code: number; name: string },
  rows: readonly KeptRow[],
  [day, year]: readonly string[],
): RankedRegion[] {
  const on = (asked: string | undefined) => rows.find((row) => row.regionCode === code && row.day === asked);
  const now = on(day);
  const then = on(year);
  return now ? [{ ...shownOf(now), code, name, ...(then ? { lastYear: shownOf(then) } : {}) }] : [];
}
