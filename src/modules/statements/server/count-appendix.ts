// The tables of a joint-conference pack, counted and read for its area and day.

import { sql } from 'kysely';
import { inUnit, roundedText } from '../../../kernel/exact/printing.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { SCHEDULE_KINDS } from '../../agenda/domain/schedule-item-register.ts';
import { publishedResults } from '../../appraisals/server/index.ts';
import { ranked } from '../../board/domain/standing.ts';
import { CIRCULAR_KINDS, type CircularCode } from '../../circulars/domain/kinds.ts';
import { findFigure } from '../../figures/domain/definitions/index.ts';
import { askKey, type ComparedLevel, type FigureValue, measureRegions, valuesOf } from '../../figures/server/index.ts';
import { namesOf } from '../../regions/server/index.ts';
import { type Appendix, daysBefore, quarterDays, quarterOf, RANKED_FIGURES } from '../domain/appendix.ts';
import type { Place } from '../domain/place-words.ts';

export type Packed = { area: number; place: Place; day: string; ids: readonly string[] };

type Range = { low: number; high: number };

async function comparisons(context: OperationContext, { area, day, ids }: Packed): Promise<Appendix['figures']> {
  const { quarter, year } = daysBefore(day);
  const asks = ids.map((word) => ({ word, area }));
  const counted: Map<string, FigureValue>[] = [];
  for (const on of [day, quarter, year]) counted.push(await valuesOf(context, on, asks));
  const [now, before, lastYear] = counted.map((values) => (id: string) => {
    const found = values.get(askKey({ word: id, area }));
    if (!found?.shown) return undefined;
    return { shown: found.shown, ...(found.value === undefined ? {} : { number: found.value }) };
  });
  return ids.flatMap((id) => {
    const definition = findFigure(id);
    const own = now?.(id);
    if (!definition || !own) return [];
    const [quarterly, yearly] = [before?.(id), lastYear?.(id)];
    return [
      {
        ...{ id, name: definition.name, unit: definition.unit, now: own },
        ...(quarterly ? { quarter: quarterly } : {}),
        ...(yearly ? { year: yearly } : {}),
      },
    ];
  });
}

/** Of a region its leagues, of a league its counties; a county has nobody to rank. */
async function rankings(context: OperationContext, { area, place, day }: Packed): Promise<Appendix['rankings']> {
  if (place.level !== 'autonomous-region' && place.level !== 'prefecture') return [];
  const level: ComparedLevel = place.level === 'prefecture' ? 'county' : 'prefecture';
  const { regions, answer } = await measureRegions(context, {
    ...{ area, level },
    asks: [{ day, figures: RANKED_FIGURES }],
  });
  return RANKED_FIGURES.flatMap((id) => {
    const definition = findFigure(id);
    if (!definition) return [];
    const placed = regions.flatMap((region) => {
      const found = answer(id, day, region.code);
      if (found?.exact === undefined) return [];
      const number = Number(roundedText(inUnit(found.exact, definition.unit), 6));
      return [{ ...region, number, shown: found.shown }];
    });
    const told = ranked(placed).map(({ name, shown, place: at }) => ({ name, shown, ...(at ? { place: at } : {}) }));
    return told.length > 1 ? [{ name: definition.name, unit: definition.unit, regions: told }] : [];
  });
}

/** Who sees less sees fewer: terms are read with the rights of who asks. */
async function lateOf(tx: Tx, dues: readonly Due[], day: string, { low, high }: Range): Promise<Appendix['late']> {
  const late = new Map<string, Appendix['late'][number]>();
  for (const { what, unit, rows } of dues)
    for (const { placeCode, dueOn } of await rows(tx, day)) {
      if (placeCode < low || placeCode > high || dueOn >= day) continue;
      const found = late.get(what) ?? { what, unit, count: 0, oldest: dueOn };
      const [oldest = dueOn] = [dueOn, found.oldest].sort();
      late.set(what, { ...found, count: found.count + 1, oldest });
    }
  return [...late.values()].sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
}

type ScheduleRow = Omit<Appendix['schedule'][number], 'isLate'> & { kind: keyof typeof SCHEDULE_KINDS };

/** Of the area and of the levels above it, whose arrangements hold here, too. */
async function scheduleOf(tx: Tx, area: number, day: string): Promise<Appendix['schedule']> {
  const { year } = quarterOf(day);
  const rows =
    await tx.rows<ScheduleRow>(sql`select s.name, s.kind, coalesce(replace(s.quarter, 'q', ''), '') as quarter,
      s.planned_to::text as planned_to, case when s.finished_on <= ${day}::date then s.finished_on::text end as finished_on
    from schedule_items s where not s.voided and s.year = ${year}::int and s.issued_on <= ${day}::date
      and ${area}::bigint between s.region_code and region_high(s.region_code)
    order by s.quarter nulls last, s.kind, s.sequence, s.id limit 200`);
  return rows.map(({ kind, ...row }) => {
    const due = row.plannedTo ?? (row.quarter ? quarterDays({ year, quarter: Number(row.quarter) }).to : undefined);
    return {
      ...row,
      name: row.name || SCHEDULE_KINDS[kind],
      isLate: !row.finishedOn && due !== undefined && due < day,
    };
  });
}

type CircularRow = {
  number: string;
  kind: CircularCode;
  regionCode: number;
  asOf: string;
  issuedOn: string;
  named: number[];
};

/** Signed in the quarter, by the area and below it. */
async function circularsOf(tx: Tx, day: string, { low, high }: Range): Promise<Appendix['circulars']> {
  const { from, to } = quarterDays(quarterOf(day));
  const rows =
    await tx.rows<CircularRow>(sql`select coalesce(c.document_no, c.number) as number, c.kind, c.region_code, c.as_of::text,
      c.issued_on::text, coalesce(c.named_counties, '{}') as named
    from circulars c where not c.voided and c.issued_on between ${from}::date and ${to}::date
      and c.region_code between ${low} and ${high}
    order by c.issued_on, c.id limit 200`);
  const names = await namesOf(
    tx,
    rows.flatMap(({ regionCode, named }) => [regionCode, ...named]),
  );
  return rows.map(({ kind, regionCode, named, ...row }) => ({
    ...row,
    title: CIRCULAR_KINDS[kind].title,
    areaName: names.get(regionCode) ?? '',
    named: named.map((code) => names.get(code) ?? String(code)),
  }));
}

/** Throws `figures.outside-area`. */
export async function countAppendix(
  context: OperationContext,
  dues: readonly Due[],
  packed: Packed,
): Promise<Appendix> {
  const { area, day } = packed;
  const figures = await comparisons(context, packed);
  const ranks = await rankings(context, packed);
  return context.db.read(context.actor, async (tx) => {
    const range = await tx.first<Range>(sql`select ${area}::bigint as low, region_high(${area}::bigint) as high`);
    if (!range) throw new Error('a select without from answers one row');
    return {
      ...{ days: { now: day, ...daysBefore(day) }, figures, rankings: ranks },
      late: await lateOf(tx, dues, day, range),
      schedule: await scheduleOf(tx, area, day),
      circulars: await circularsOf(tx, day, range),
      assessments: await publishedResults(tx, area, day),
    };
  });
}
