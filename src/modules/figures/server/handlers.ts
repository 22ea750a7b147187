// Figures for the web. They are counted as the owner of the tables: whether a figure has data is a question to the whole installation.
// Who asks sees the own area alone: `askedBy` is the only way to a reading.

import { sql } from 'kysely';
import { roundingWords } from '../../../kernel/exact/printing.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { rangeOf } from '../../../kernel/region-code.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { getRegion, type Region } from '../../regions/server/index.ts';
import type { Answer } from '../domain/answer.ts';
import { monthEnds } from '../domain/asked.ts';
import { figuresContract } from '../domain/contract.ts';
import { FIGURES, findFigure, groupOf } from '../domain/definitions/index.ts';
import { DATE_KINDS, type FigureDefinition, ROLL_UPS } from '../domain/figure.ts';
import { INCOME_LINE, SETTINGS } from '../domain/settings.ts';
import { answerFigure, openReading } from './answer.ts';
import { rowChanges } from './changes.ts';
import { compareFigures, newestPublished } from './compare.ts';
import { otherSettings } from './explain.ts';
import { readKeeping } from './kept/kept-counts.ts';
import { pageOfRows } from './page-of-rows.ts';
import { titleOf } from './read-registers.ts';
import type { Reading } from './reading.ts';

const on = handlersFor(figuresContract);

export type AskedOnline = { area?: number | undefined; day?: string | undefined; knownBy?: string | undefined };

export type Opened = { tx: Tx; region: Region; reading: Reading; day: string; knownBy: string | undefined };

/** The region asked for, which must lie wholly in the asker's area. */
async function ownArea(tx: Tx, { actor }: OperationContext, area: number): Promise<Region> {
  const region = await getRegion(tx, area);
  const { low, high } = rangeOf(region.code, region.level);
  if (low < actor.range.low || high > actor.range.high)
    throw new Problem('figures.outside-area', { name: region.name });
  return region;
}

/** Does the work with what was asked, within the asker's area; what it counted is kept for the next who asks. */
export function askedBy<T>(
  context: OperationContext,
  { area, day, knownBy }: AskedOnline,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const { db, actor, services } = context;
  return readKeeping(db, async (tx) => {
    await tx.script(`set local statement_timeout = '20s'`);
    const region = await ownArea(tx, context, area ?? actor.areaCode);
    const today = formatDate(dayOn(services.clock));
    const asked = { area: region.code, day: day ?? (await newestPublished(tx, today)) ?? today, knownBy };
    return work({ tx, region, reading: await openReading(tx, asked), day: asked.day, knownBy });
  });
}

export function figureNamed(id: string): FigureDefinition {
  const found = findFigure(id);
  if (!found) throw new Problem('figures.no-figure', { id });
  return found;
}

export const aboutOf = ({ region, day, knownBy }: Opened) => ({
  asOf: day,
  area: region.code,
  areaName: region.name,
  knownBy: knownBy ?? null,
});

const shownAnswer = ({ status, value, shown }: Answer) => ({ status, value, shown });

const labelOf = (name: FigureDefinition['settings'][number]): string =>
  name === INCOME_LINE ? '监测范围（人均纯收入）' : SETTINGS[name].label;

export async function figureOf({ tx, reading }: Pick<Opened, 'tx' | 'reading'>, definition: FigureDefinition) {
  const { id, name, unit, op, rollUp } = definition;
  return {
    ...{ id, name, unit, op, rollUp, group: groupOf(definition) },
    ...shownAnswer(await answerFigure(tx, reading, definition)),
    settings: definition.settings.map((setting) => ({
      name: setting,
      label: labelOf(setting),
      value: reading.settings[setting] ?? null,
    })),
  };
}

function definitionOf({ text, aliases, digits, date, rollUp, reads, lines }: FigureDefinition) {
  return {
    ...{ text, digits, date, dateWords: DATE_KINDS[date], rollUpWords: ROLL_UPS[rollUp] },
    ...{ aliases: [...aliases], lines: [...lines], reads: reads.map((code) => ({ code, title: titleOf(code) })) },
  };
}

async function othersOf({ tx, reading }: Opened, definition: FigureDefinition) {
  const others = [];
  for (const { name, value, reading: other } of otherSettings(definition, reading))
    others.push({
      ...shownAnswer(await answerFigure(tx, other, definition)),
      ...{ setting: name, label: labelOf(name), choice: value },
    });
  return others;
}

export type Since = { since: string; knownSince?: string | undefined };

/** The figure on the day and on another, and of the rows that count on one of them at most so many. */
export async function changesSince(
  { tx, region, reading }: Opened,
  figure: FigureDefinition,
  since: Since,
  most: number,
) {
  const then = await openReading(tx, { area: region.code, day: since.since, knownBy: since.knownSince });
  return {
    before: await answerFigure(tx, then, figure),
    now: await answerFigure(tx, reading, figure),
    ...(await rowChanges(tx, { now: reading, then, most }, figure)),
  };
}

/** Regions right below. */
function childrenOf(tx: Tx, code: number): Promise<{ code: number; name: string }[]> {
  return tx.rows(sql<{ code: number; name: string }>`select code, name from regions
    where parent_code = ${code} and valid_to is null order by code limit 500`);
}

export async function showFigure(opened: Opened, definition: FigureDefinition) {
  const { tx, reading, region, day, knownBy } = opened;
  const compared = await compareFigures(tx, { day, where: { area: region.code }, figure: definition.id, knownBy });
  const { exact } = await answerFigure(tx, reading, definition);
  return {
    ...aboutOf(opened),
    figure: {
      ...{ ...(await figureOf(opened, definition)), definition: definitionOf(definition) },
      rounding: exact === undefined ? '' : roundingWords(exact, definition),
    },
    others: await othersOf(opened, definition),
    published: compared,
  };
}

export async function answersBelow({ tx, region, day, knownBy }: Opened, definition: FigureDefinition) {
  const regions = [];
  for (const { code, name } of await childrenOf(tx, region.code)) {
    const reading = await openReading(tx, { area: code, day, knownBy });
    regions.push({ code, name, ...shownAnswer(await answerFigure(tx, reading, definition)) });
  }
  return regions;
}

/** At the end of the last so many months, the oldest first. */
export async function answersByMonth(
  { tx, region, day, knownBy }: Opened,
  definition: FigureDefinition,
  months: number,
) {
  const values = [];
  for (const end of monthEnds(day, months)) {
    const reading = await openReading(tx, { area: region.code, day: end, knownBy });
    values.push({ day: end, ...shownAnswer(await answerFigure(tx, reading, definition)) });
  }
  return values;
}

export const figuresHandlers = {
  list: on.list.handler(({ input: { group, ids, ...asked }, context }) =>
    askedBy(context, asked, async (opened) => {
      const wanted = ids ? ids.map(figureNamed) : FIGURES.filter((figure) => !group || groupOf(figure) === group);
      const figures = [];
      for (const definition of wanted) figures.push(await figureOf(opened, definition));
      return { ...aboutOf(opened), figures };
    }),
  ),

  show: on.show.handler(({ input: { id, ...asked }, context }) =>
    askedBy(context, asked, (opened) => showFigure(opened, figureNamed(id))),
  ),

  children: on.children.handler(({ input: { id, ...asked }, context }) =>
    askedBy(context, asked, async (opened) => ({
      ...aboutOf(opened),
      regions: await answersBelow(opened, figureNamed(id)),
    })),
  ),

  trend: on.trend.handler(({ input: { id, months, ...asked }, context }) =>
    askedBy(context, asked, async (opened) => ({
      ...aboutOf(opened),
      months: await answersByMonth(opened, figureNamed(id), months),
    })),
  ),

  rows: on.rows.handler(({ input: { id, part, cursor, limit, ...asked }, context }) =>
    askedBy(context, asked, async ({ tx, reading }) => {
      const { items, ...page } = await pageOfRows(tx, reading, figureNamed(id), { part, cursor, limit });
      return { ...page, items: items.map((row) => ({ ...row, registerTitle: titleOf(row.register) })) };
    }),
  ),

  changes: on.changes.handler(({ input: { id, since, knownSince, ...asked }, context }) =>
    askedBy(context, asked, async (opened) => {
      const { before, now, rows, ...counted } = await changesSince(opened, figureNamed(id), { since, knownSince }, 100);
      return {
        ...{ ...aboutOf(opened), since, before: shownAnswer(before), now: shownAnswer(now), ...counted },
        rows: rows.map((row) => ({ ...row, registerTitle: titleOf(row.register) })),
      };
    }),
  ),

  compare: on.compare.handler(({ input, context }) =>
    askedBy(context, input, async (opened) => {
      const { tx, region, day, knownBy } = opened;
      const where = { range: rangeOf(region.code, region.level) };
      return { ...aboutOf(opened), figures: await compareFigures(tx, { day, where, knownBy }) };
    }),
  ),
};
