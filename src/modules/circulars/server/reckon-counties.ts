// Counts of an area and its counties against the targets of the year, the state's and the region's kept apart.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { wordsNaming } from '../../figures/domain/definitions/index.ts';
import type { CountedCounties } from '../../figures/server/index.ts';
import type { Setter } from '../domain/kinds.ts';
import { type CircularRow, type CountedRegion, rankCounties, reckon } from '../domain/rank.ts';

type Target = { regionCode: number; setBy: Setter; value: number };
/** `setters`: whose targets. */
export type AskedFigure = { figure: string; asOf: string; setters: readonly Setter[] };

/** Money is counted in fen, whatever unit a target was written in; a target in percent is none of a count. */
const IN_BASE = sql`t.value::float8 * case t.unit when 'yuan' then 100 when 'wan' then 1000000 when 'yi' then 10000000000 else 1 end`;

/** Of several of a region and setter the newest that was set by the day. */
async function targetsOn(tx: Tx, { figure, asOf, setters }: AskedFigure, codes: readonly number[]): Promise<Target[]> {
  return tx.rows(sql<Target>`
    select distinct on (t.region_code, t.set_by) t.region_code, t.set_by, ${IN_BASE} as value from targets t
    where not t.voided and t.figure = any(${wordsNaming(figure)}::text[]) and t.year = ${Number(asOf.slice(0, 4))}::int and t.unit <> 'percent'
      and t.set_by = any(${[...setters]}::text[]) and t.set_on <= ${asOf}::date and t.region_code = any(${codes}::bigint[])
    order by t.region_code, t.set_by, t.set_on desc, t.id desc`);
}

/** Where nobody set the area a target of its own, it is that of its counties together. */
function targetsOfArea(area: number, setters: readonly Setter[], targets: readonly Target[]): CountedRegion['targets'] {
  return Object.fromEntries(
    setters.flatMap((by) => {
      const own = targets.find(({ regionCode, setBy }) => regionCode === area && setBy === by);
      const sum = targets.reduce(
        (all, { regionCode, setBy, value }) => all + (setBy === by && regionCode !== area ? value : 0),
        0,
      );
      const value = own?.value ?? sum;
      return value > 0 ? [[by, value]] : [];
    }),
  );
}

/** The area itself, then its counties by their place; `counted`: on the day, a month and a year before. */
export async function reckonCounties(tx: Tx, asked: AskedFigure, counted: CountedCounties): Promise<CircularRow[]> {
  const { area, whole, counts } = counted;
  const counties = counted.counties.filter(({ code }) => code !== area.code);
  const targets = await targetsOn(tx, asked, [area.code, ...counties.map(({ code }) => code)]);
  const [now, monthBefore, yearBefore] = counts;
  const ranked = rankCounties(
    counties.map(
      ({ code, name }): CountedRegion => ({
        ...{ regionCode: code, name, value: now?.get(code) ?? 0 },
        ...{ monthBefore: monthBefore?.get(code) ?? 0, yearBefore: yearBefore?.get(code) ?? 0 },
        targets: Object.fromEntries(
          targets.flatMap(({ regionCode, setBy, value }) => (regionCode === code ? [[setBy, value]] : [])),
        ),
      }),
    ),
    asked.asOf,
  );
  const [value = 0, month = 0, year = 0] = whole;
  const own = { regionCode: area.code, name: area.name, value, monthBefore: month, yearBefore: year };
  return [reckon({ ...own, targets: targetsOfArea(area.code, asked.setters, targets) }, asked.asOf), ...ranked];
}
