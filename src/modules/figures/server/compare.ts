// Published figures of a day against what the registers say of it.

import { sql } from 'kysely';
import type { Comparison } from '../../../kernel/exact/printing.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { momentOf } from '../domain/asked.ts';
import { differenceOf, type Published, type Reason, type Sameness, samenessOf } from '../domain/comparison.ts';
import { findFigure, wordsNaming } from '../domain/definitions/index.ts';
import { publishedFigureRegister } from '../domain/published-figure-register.ts';
import { answerFigure, openReading } from './answer.ts';
import { explain } from './explain.ts';
import type { Reading } from './reading.ts';

export type Compared = {
  id: string;
  name: string;
  area: number;
  asOf: string;
  publishedText: string;
  publishedOn: string;
  value: string;
  shown: string;
  same: Sameness;
  difference: string;
  reason: Reason | '';
};

type PublishedRow = {
  figure: string;
  regionCode: number;
  publishedOn: string;
  publishedText: string;
  publishedValue: string | null;
  unit: string | null;
  comparison: string;
  digits: number | null;
};

const MOST = 5000;

/** Of exactly this area, or of every area in the range. */
export type ComparedArea = { area: number } | { range: RegionRange };

export type Comparing = {
  day: string;
  where: ComparedArea;
  knownBy?: string | undefined;
  /** Of one figure alone. */
  figure?: string;
};

/** The day that the newest published statement speaks of: what one looks for first. */
export async function newestPublished(tx: Tx, today: string): Promise<string | undefined> {
  const found = await tx.first(
    sql<{
      day: string | null;
    }>`select max(as_of)::text as day from published_figures where not voided and as_of <= ${today}::date`,
  );
  return found?.day ?? undefined;
}

async function publishedOf(tx: Tx, { day, where, figure }: Comparing): Promise<PublishedRow[]> {
  const range = 'area' in where ? { low: where.area, high: where.area } : where.range;
  return tx.rows(sql<PublishedRow>`
    select p.figure, p.region_code, p.published_on, p.published_text, p.published_value::text as published_value, p.unit, p.comparison, p.digits
    from published_figures p where not p.voided and p.as_of = ${day}::date and p.region_code between ${range.low} and ${range.high}
      and ${figure === undefined ? sql`true` : sql`p.figure = any(${wordsNaming(figure)}::text[])`}
    order by p.region_code, p.id limit ${MOST}`);
}

function publishedFrom({ publishedText, publishedValue, unit, comparison, digits }: PublishedRow): Published {
  const signs: Readonly<Record<string, string>> = publishedFigureRegister.fields.comparison.values ?? {};
  return { publishedText, publishedValue, unit, digits, comparison: (signs[comparison] ?? '=') as Comparison };
}

/** Each published figure of the day with the value of now, whether it is the same, and why not. */
export async function compareFigures(tx: Tx, comparing: Comparing): Promise<Compared[]> {
  const { day, knownBy } = comparing;
  const readings = new Map<number, Reading>();
  const compared: Compared[] = [];
  for (const row of await publishedOf(tx, comparing)) {
    const definition = findFigure(row.figure);
    if (!definition) continue;
    const reading = readings.get(row.regionCode) ?? (await openReading(tx, { area: row.regionCode, day, knownBy }));
    readings.set(row.regionCode, reading);
    const answer = await answerFigure(tx, reading, definition);
    const published = publishedFrom(row);
    const same = samenessOf(definition, answer, published);
    const moment = momentOf(row.publishedOn) ?? '';
    compared.push({
      id: definition.id,
      name: definition.name,
      area: row.regionCode,
      asOf: day,
      publishedText: row.publishedText,
      publishedOn: row.publishedOn,
      value: answer.value,
      shown: answer.shown,
      same,
      difference: differenceOf(definition, answer, published),
      reason: await explain(tx, reading, { definition, answer, published, same, moment }),
    });
  }
  return compared;
}
