// A counted figure of every county of an area at once: the very rows its list shows, counted by where they lie.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { answerFigure, openReading, partsCounted } from './answer.ts';
import { askedBy, figureNamed } from './handlers.ts';
import type { Part, Reading } from './reading.ts';

/** Of an area and its counties on some days: in the order of the days; undefined where there is no record at all. */
export type CountedCounties = {
  area: { code: number; name: string };
  counties: { code: number; name: string }[];
  whole: (number | undefined)[];
  counts: (ReadonlyMap<number, number> | undefined)[];
};

function countSql({ counts }: Part): RawBuilder<unknown> {
  return counts === 'amount' ? sql`coalesce(sum(x.amount), 0)` : sql`count(distinct x.object)`;
}

async function countsOn(tx: Tx, r: Reading, figure: string): Promise<ReadonlyMap<number, number> | undefined> {
  const [part] = (await partsCounted(tx, r, figureNamed(figure))) ?? [];
  if (!part) return undefined;
  const rows = await tx.rows(sql<{ county: number; count: number }>`
    select x.place / 1000000 * 1000000 as county, (${countSql(part)})::float8 as count from (${part.rows}) x
    group by 1 order by 1 limit 1000`);
  return new Map(rows.map(({ county, count }) => [county, count]));
}

/** `days`: ISO. All counties are counted by the settings of the area asked for: one ruler for who is compared. */
export function countCounties(
  context: OperationContext,
  { area, figure, days }: { area: number; figure: string; days: readonly string[] },
): Promise<CountedCounties> {
  const [first] = days;
  return askedBy(context, { area, day: first }, async ({ tx, region, reading }) => {
    const { low, high } = reading.area;
    const counties = await tx.rows(sql<{ code: number; name: string }>`select code, name from regions
      where level = 'county' and kind <> 'statistical-zone' and code between ${low} and ${high} order by code limit 1000`);
    const [whole, counts]: [CountedCounties['whole'], CountedCounties['counts']] = [[], []];
    for (const day of days) {
      const r = await openReading(tx, { area, day });
      const { value } = await answerFigure(tx, r, figureNamed(figure));
      whole.push(value === '' ? undefined : Number(value));
      counts.push(await countsOn(tx, r, figure));
    }
    return { area: { code: region.code, name: region.name }, counties, whole, counts };
  });
}
