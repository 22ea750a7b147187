// Counts that somebody asked for lately are counted again when rows have arrived since, and those of yesterday for today, so that who
// asks next does not wait.

import { sql } from 'kysely';
import { formatDate } from '../../../../kernel/plain-date.ts';
import { REGION_CODE } from '../../../../kernel/region-code.ts';
import { type Clock, dayOn } from '../../../../platform/server/clock.ts';
import type { Database } from '../../../../platform/server/db.ts';
import { findFigure } from '../../domain/definitions/index.ts';
import { answerFigure, openReading } from '../answer.ts';
import { type AskedFor, readKeeping } from './kept-counts.ts';

/** What was asked of the whole region, where any row has changed since it was counted, or the day has. */
function outdated(db: Database, today: string): Promise<AskedFor[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<AskedFor>`
      with asked as (select distinct c.figure, c.day from figure_counts c where c.area = ${REGION_CODE / 1_000_000}::int
          and c.kept_at < (select max(m.at) from figure_marks m)),
        yesterday as (select distinct c.figure, ${today}::date as day from figure_counts c where c.day = ${today}::date - 1)
      select a.figure, a.day::text as day from asked a
      union select y.figure, y.day::text from yesterday y
        where not exists (select from figure_counts c where c.figure = y.figure and c.day = y.day)
      order by 2 desc, 1 limit 200`),
  );
}

/** One figure after the other, each in a transaction of its own; what stands takes a moment. */
export async function keepUpFigures(db: Database, clock: Clock): Promise<void> {
  for (const { figure, day } of await outdated(db, formatDate(dayOn(clock)))) {
    const definition = findFigure(figure);
    if (!definition) continue;
    const ask = { area: REGION_CODE, day };
    await readKeeping(db, async (tx) => answerFigure(tx, await openReading(tx, ask), definition), false);
  }
}
