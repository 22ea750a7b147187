// The board as it stands: what was kept, the plans, and what has to be counted again. It counts nothing itself.

import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { findFigure } from '../../figures/domain/definitions/index.ts';
import type { FigureDefinition } from '../../figures/domain/figure.ts';
import { newestPublished } from '../../figures/server/index.ts';
import { ownRegion, type Region } from '../../regions/server/index.ts';
import { defaultFigures } from '../domain/default-figures.ts';
import { daysOf } from '../domain/standing.ts';
import { chosenFigures } from './choices.ts';
import { FRESH_MINUTES, isFresh, type KeptRow, readKept, shownOf } from './kept-values.ts';
import { type Plan, plansOf } from './plans.ts';

export type AskedBoard = { area?: number | undefined; day?: string | undefined };
export type BoardArea = { region: Region; range: RegionRange; day: string };

/** Throws `regions.not-found` for an area that is not wholly the asker's, `board.ahead` for a day that has not come. */
export async function boardArea(tx: Tx, { area, day }: AskedBoard, today: PlainDate): Promise<BoardArea> {
  const region = await ownRegion(tx, area ?? tx.actor.areaCode);
  const now = formatDate(today);
  if (day !== undefined && day > now) throw new Problem('board.ahead', { day });
  return { region, range: rangeOf(region.code, region.level), day: day ?? (await newestPublished(tx, now)) ?? now };
}

export function aboutOf({ region, day }: BoardArea) {
  const { week, year } = daysOf(day);
  return { area: region.code, areaName: region.name, level: region.level, day, week, year };
}

export type Card = ReturnType<typeof cardOf>;

function cardOf(definition: FigureDefinition, day: string, rows: readonly KeptRow[], plan: Plan | undefined) {
  const { id, name, unit } = definition;
  const { week, year, trend } = daysOf(day);
  const on = (asked: string) => rows.find((row) => row.figure === id && row.day === asked);
  const kept = (asked: string) => {
    const found = on(asked);
    return found && shownOf(found);
  };
  const now = Date.now();
  const keptAt = on(day)?.keptAt;
  return {
    ...{ id, name, unit, now: kept(day), lastWeek: kept(week), lastYear: kept(year) },
    trend: trend.map((end) => ({ day: end, kept: kept(end) })),
    ...(plan ? { plan } : {}),
    ...(keptAt ? { keptAt } : {}),
    isOld: [day, week, year].some((asked) => !isFresh(on(asked), FRESH_MINUTES.now, now)),
    isTrendOld: trend.slice(0, -1).some((asked) => !isFresh(on(asked), FRESH_MINUTES.trend, now)),
  };
}

/** Cards of the figures the account has chosen, or of those that fit the area. */
export async function readCards(
  tx: Tx,
  { region, range, day }: BoardArea,
): Promise<{ isChosen: boolean; cards: Card[] }> {
  const chosen = await chosenFigures(tx);
  const plans = await plansOf(tx, region.code, range, day);
  const ids = chosen ?? defaultFigures(region.level, new Set(plans.keys()));
  const definitions = ids.flatMap((id) => findFigure(id) ?? []);
  const { week, year, trend } = daysOf(day);
  const rows = await readKept(tx, { regions: [region.code], figures: ids, days: [week, year, ...trend] });
  return {
    isChosen: chosen !== undefined,
    cards: definitions.map((definition) => cardOf(definition, day, rows, plans.get(definition.id))),
  };
}
