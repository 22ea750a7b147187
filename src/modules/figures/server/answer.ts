// Answers figures: each from one statement over exactly the rows that its list shows.

import { type RawBuilder, sql } from 'kysely';
import { parseDecimal } from '../../../kernel/exact/ratio.ts';
import { Problem } from '../../../kernel/problem.ts';
import { LEVELS, REGION_CODE, type RegionLevel, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion } from '../../regions/server/index.ts';
import { type Answer, answerOf, NO_DATA, NOT_DEFINED, type Totals } from '../domain/answer.ts';
import { type Area, momentOf, onDay } from '../domain/asked.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { findIncomeYear } from './income-year.ts';
import { countKept, type PartElsewhere } from './kept/count-kept.ts';
import { asked, type Condition, type Part, Reading, type Source } from './reading.ts';
import { loadSettings } from './settings.ts';
import { sourceOf } from './sources/index.ts';

export type Question = {
  area: number;
  /** ISO day, counted in. */
  day: string;
  /** A day or time of China; left out: all that is recorded. */
  knownBy?: string | undefined;
};

/** What is asked, with everything that figures need to know of it beforehand. */
export async function openReading(tx: Tx, { area, day, knownBy }: Question): Promise<Reading> {
  // Households of the whole region are grouped and joined: on disk that takes several times as long.
  await tx.script(`set local work_mem = '128MB'`);
  const { level } = await getRegion(tx, area);
  const on = onDay(day);
  const moment = knownBy === undefined ? undefined : momentOf(knownBy);
  if (knownBy !== undefined && moment === undefined) throw new Problem('figures.bad-moment', { text: knownBy });
  // Rows as they were known come of tables and versions together, which the planner underrates: row by row it takes minutes.
  if (moment !== undefined) await tx.script('set local enable_nestloop = off');
  const question = {
    area: { code: area, level, ...rangeOf(area, level) },
    on,
    ...(moment === undefined ? {} : { moment }),
    settings: await loadSettings(tx, area, on),
  };
  return new Reading(question, await findIncomeYear(tx, new Reading(question)));
}

const isAtLeast = (level: RegionLevel, lowest: RegionLevel): boolean => LEVELS.indexOf(level) <= LEVELS.indexOf(lowest);

/** Whether the figure can be asked of the level; a source may still refuse the area. */
export function isDefined({ rollUp, lowest }: FigureDefinition, { code, level }: Area): boolean {
  const isTop = rollUp === 'top' && lowest === 'autonomous-region';
  return isTop ? code === REGION_CODE : isAtLeast(level, lowest);
}

function totalOf({ counts, rows }: Part): RawBuilder<unknown> {
  switch (counts) {
    case 'amount':
      return sql`select coalesce(sum(x.amount), 0)::text from (${rows}) x`;
    case 'objects':
      return sql`select count(distinct x.object)::text from (${rows}) x`;
    case 'word':
      return sql`select max(x.object) from (${rows}) x`;
    case 'least':
      return sql`select min(c.n)::text from (select count(distinct x.object) as n from (${rows}) x group by x.county) c`;
  }
}

function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

/** Counted in one statement, from the rows themselves. */
async function countAtOnce(tx: Tx, parts: readonly Part[]): Promise<(string | null)[]> {
  if (parts.length === 0) return [];
  const found = await tx.first(
    sql<{
      values: (string | null)[];
    }>`select array[${sql.join(parts.map((part) => sql`(${totalOf(part)})`))}]::text[] as values`,
  );
  return found?.values ?? [];
}

type PartsOf = (source: Source) => readonly Part[] | undefined;
const partsOf: PartsOf = ({ parts }) => parts;
const priorOf: PartsOf = ({ prior }) => prior?.parts;

/** The figure's part of this place in other areas, where their parts do not depend on numbers of the area. */
export function partElsewhere(r: Reading, { id }: FigureDefinition, i: number, of: PartsOf = partsOf): PartElsewhere {
  return {
    figure: id,
    in: ({ code, level }) => of(sourceOf(id)(asked(r, { area: { code, level, ...rangeOf(code, level) } })))?.[i],
  };
}

async function countEach(
  tx: Tx,
  r: Reading,
  definition: FigureDefinition,
  parts: readonly Part[],
  of: PartsOf = partsOf,
): Promise<(string | null)[]> {
  const kept: (string | undefined)[] = [];
  for (const [i, part] of parts.entries())
    kept.push((await countKept(tx, r, part, partElsewhere(r, definition, i, of)))?.total);
  const counted = await countAtOnce(
    tx,
    parts.filter((_, i) => kept[i] === undefined),
  );
  return kept.map((value) => value ?? counted.shift() ?? null);
}

async function countParts(tx: Tx, r: Reading, definition: FigureDefinition, parts: readonly Part[]): Promise<Totals> {
  const counted = await countEach(tx, r, definition, parts);
  return new Map(
    parts.map(({ part }, i) => {
      const value = counted[i] ?? null;
      return [part, value === null ? undefined : (parseDecimal(value) ?? value)];
    }),
  );
}

/** What the figure is counted from here, or why it has no number. */
export async function openSource(tx: Tx, r: Reading, definition: FigureDefinition): Promise<Source | Answer> {
  if (!isDefined(definition, r.area)) return NOT_DEFINED;
  if (definition.date === 'I' && r.incomeYear === undefined) return NO_DATA;
  return settled(tx, r, definition, sourceOf(definition.id)(r));
}

/** A source that has what it needs, with the numbers it depends on. */
async function settled(tx: Tx, r: Reading, definition: FigureDefinition, source: Source): Promise<Source | Answer> {
  const state = await tx.first(sql<{ defined: boolean; has: boolean }>`
    select coalesce(${source.defined ?? sql`true`}, false) as defined, coalesce(${all(source.needs)}, false) as has`);
  if (!state?.defined) return NOT_DEFINED;
  if (!state.has) return NO_DATA;
  if (!source.prior) return source;
  const totals = await countEach(tx, r, definition, source.prior.parts, priorOf);
  return settled(tx, r, definition, source.prior.source(totals.map((value) => value ?? '0')));
}

/** The figure's value for what was asked. */
export async function answerFigure(tx: Tx, r: Reading, definition: FigureDefinition): Promise<Answer> {
  const source = await openSource(tx, r, definition);
  return 'status' in source ? source : answerOf(definition, await countParts(tx, r, definition, source.parts), r.on);
}

/** The parts it is counted from; undefined where it is not defined or has no records. */
export async function partsCounted(tx: Tx, r: Reading, definition: FigureDefinition): Promise<Part[] | undefined> {
  const source = await openSource(tx, r, definition);
  return 'status' in source ? undefined : source.parts;
}
