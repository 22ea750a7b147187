// Figures of an area and a period, and the bulletin that compares the regions below it.

import { type RawBuilder, sql } from 'kysely';
import { addDays, addMonths, formatDate, type Period, type PlainDate, parseMonth } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { CASE_FIGURES, type CaseFigure } from '../../caseload/domain/figure-names.ts';
import { figureCondition, stepsOfCases } from '../../caseload/server/index.ts';
import type { Channel } from '../../clues/domain/words.ts';
import { clueFigureCondition } from '../../clues/server/index.ts';
import { uncovered } from '../../help/server/index.ts';
import { type Counted, FIGURES, type FigureDefinition, HELP_FIGURES } from '../domain/figures.ts';

export type FiguresAsked = { range: RegionRange; period: Period; today: PlainDate };

/** A figure by its number in CASE_FIGURES: names of columns are short and plain. */
const column = (i: number) => `f${i}`;

type CountRow = Record<string, number>;

function readCounts(row: CountRow): Map<CaseFigure, number> {
  return new Map(CASE_FIGURES.map((figure, i) => [figure, row[column(i)] ?? 0]));
}

function caseCounts({ period, today }: FiguresAsked, without: readonly CaseFigure[] = []): RawBuilder<unknown> {
  return sql.join(
    CASE_FIGURES.map(
      (figure, i) =>
        sql`count(*) filter (where ${without.includes(figure) ? sql`false` : figureCondition(figure, { ...period, today }, { uncovered, joined: true })})::int
          as ${sql.ref(column(i))}`,
    ),
  );
}

function casesWithSteps({ range, period, today }: FiguresAsked): RawBuilder<unknown> {
  return sql`cases c left join ${stepsOfCases({ ...period, today }, range)} on st.county_code = c.county_code and st.case_id = c.id`;
}

/** Figures of cases, but those of help, by region: the village's code cut to the level. */
export async function countByRegion(
  tx: Tx,
  asked: FiguresAsked,
  size: number,
): Promise<Map<number, Map<CaseFigure, number>>> {
  const { low, high } = asked.range;
  const rows = await tx.rows(sql<CountRow>`
    select c.village_code / ${sql.lit(size)} * ${sql.lit(size)} as code, ${caseCounts(asked, HELP_FIGURES)}
    from ${casesWithSteps(asked)} where c.village_code between ${low} and ${high} group by 1`);
  return new Map(rows.map((row) => [row.code ?? 0, readCounts(row)]));
}

export async function countCases(tx: Tx, asked: FiguresAsked): Promise<Map<CaseFigure, number>> {
  const { low, high } = asked.range;
  const row = await tx.first(sql<CountRow>`
    select ${caseCounts(asked)} from ${casesWithSteps(asked)} where c.village_code between ${low} and ${high}`);
  return readCounts(row ?? {});
}

async function countStates(tx: Tx, { range }: FiguresAsked): Promise<Map<string, number>> {
  const rows = await tx.rows(sql<{ state: string; n: number }>`
    select c.state, count(*)::int as n from cases c
    where c.village_code between ${range.low} and ${range.high} group by 1`);
  return new Map(rows.map(({ state, n }) => [state, n]));
}

type ClueCount = { month: string; channel: Channel; received: number; handled: number };

async function countClues(tx: Tx, { range, period }: FiguresAsked): Promise<ClueCount[]> {
  return tx.rows(sql<ClueCount>`
    select to_char(c.received_on, 'YYYY-MM') as month, c.channel, count(*)::int as received,
      count(*) filter (where ${clueFigureCondition('handled', period)})::int as handled
    from clues c where c.village_code between ${range.low} and ${range.high}
      and ${clueFigureCondition('received', period)} group by 1, 2 order by 1, 2 limit 5000`);
}

type Counts = { cases: Map<CaseFigure, number>; states: Map<string, number>; clues: ClueCount[] };

function countOf(counted: Counted, { cases, states, clues }: Counts): number {
  if (counted.list === 'cases') {
    return counted.figure ? (cases.get(counted.figure) ?? 0) : (states.get(counted.state ?? '') ?? 0);
  }
  const { figure, channel } = counted;
  return clues
    .filter((row) => channel === undefined || row.channel === channel)
    .reduce((sum, row) => sum + row[figure], 0);
}

/** The list's parameters; a figure of today carries the period too and does not use it. */
function searchOf({ list: _list, ...counted }: Counted, { from, to }: Period): Record<string, string> {
  const period = 'figure' in counted && counted.figure ? { from: formatDate(from), to: formatDate(to) } : {};
  return { ...counted, ...period } as Record<string, string>;
}

/** Shares to four places: 98.76 % on screen. */
function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 10_000) / 10_000;
}

function present({ counts, of, ...about }: FigureDefinition, all: Counts, period: Period) {
  const numerator = countOf(counts, all);
  const plain = { ...about, numerator, list: counts.list, search: searchOf(counts, period) };
  if (!of) return { ...plain, value: numerator };
  const denominator = countOf(of, all);
  const value = share(numerator, denominator);
  return {
    ...plain,
    ...(value === undefined ? {} : { value }),
    denominator,
    denominatorSearch: searchOf(of, period),
  };
}

function monthsOf(clues: readonly ClueCount[], { from, to }: Period) {
  return clues.map(({ month, channel, received }) => {
    const first = parseMonth(month);
    const begin = Math.max(from, first);
    const end = Math.min(to, addDays(addMonths(first, 1), -1));
    const search = { figure: 'received', channel, from: formatDate(begin), to: formatDate(end) };
    return { month, channel, count: received, search };
  });
}

export async function readFigures(tx: Tx, asked: FiguresAsked) {
  const all: Counts = {
    cases: await countCases(tx, asked),
    states: await countStates(tx, asked),
    clues: await countClues(tx, asked),
  };
  return {
    asOf: formatDate(asked.today),
    figures: FIGURES.map((definition) => present(definition, all, asked.period)),
    months: monthsOf(all.clues, asked.period),
  };
}
