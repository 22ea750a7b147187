// Answers figures: each from one statement over exactly the rows that its list shows.

import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { LEVELS, REGION_CODE, type RegionLevel, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion } from '../../regions/server/index.ts';
import { type Answer, answerOf, NO_DATA, NOT_DEFINED, type Totals } from '../domain/answer.ts';
import { type Area, momentOf, onDay } from '../domain/asked.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { parseDecimal } from '../domain/ratio.ts';
import { findIncomeYear } from './income-year.ts';
import { countKept, type PartIn } from './kept/count-kept.ts';
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

type PartRow = { part: string; value: string | null };

/** Counted in one statement, from the rows themselves. */
async function countAtOnce(tx: Tx, parts: readonly Part[]): Promise<PartRow[]> {
  if (parts.length === 0) return [];
  return tx.rows(
    sql<PartRow>`${sql.join(
      parts.map((part) => sql`select ${part.part}::text as part, (${totalOf(part)}) as value`),
      sql` union all `,
    )}`,
  );
}

async function countParts(tx: Tx, r: Reading, { id }: FigureDefinition, parts: readonly Part[]): Promise<Totals> {
  const counted: PartRow[] = [];
  const rest: Part[] = [];
  for (const [i, part] of parts.entries()) {
    const partIn: PartIn = ({ code, level }) =>
      sourceOf(id)(asked(r, { area: { code, level, ...rangeOf(code, level) } })).parts[i] ?? part;
    const value = await countKept(tx, r, part, partIn);
    if (value === undefined) rest.push(part);
    else counted.push({ part: part.part, value });
  }
  counted.push(...(await countAtOnce(tx, rest)));
  return new Map(counted.map(({ part, value }) => [part, value === null ? undefined : (parseDecimal(value) ?? value)]));
}

/** What the figure is counted from here, or why it has no number. */
export async function openSource(tx: Tx, r: Reading, definition: FigureDefinition): Promise<Source | Answer> {
  if (!isDefined(definition, r.area)) return NOT_DEFINED;
  if (definition.date === 'I' && r.incomeYear === undefined) return NO_DATA;
  const source = sourceOf(definition.id)(r);
  const state = await tx.first(sql<{ defined: boolean; has: boolean }>`
    select coalesce(${source.defined ?? sql`true`}, false) as defined, coalesce(${all(source.needs)}, false) as has`);
  if (!state?.defined) return NOT_DEFINED;
  return state.has ? source : NO_DATA;
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
