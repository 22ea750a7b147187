// What an area has to reach this year: its own target, or those of its counties together; that of the highest level counts.

import { sql } from 'kysely';
import { fromUnit } from '../../../kernel/exact/printing.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { TARGET_SETTERS } from '../../agenda/domain/target-register.ts';
import { findFigure } from '../../figures/domain/definitions/index.ts';

type Setter = keyof typeof TARGET_SETTERS;
/** The highest first. */
const SETTERS = Object.keys(TARGET_SETTERS) as Setter[];

/** In the unit of the figure; `setBy` in words. */
export type Plan = { number: number; setBy: string };

type Row = { figure: string; setBy: Setter; unit: string; own: number | null; below: number | null };

/** What is counted, in base units: persons and things 1, money fen; a target in percent stays what it is. */
const IN_BASE = sql`t.value::float8 * case t.unit when 'yuan' then 100 when 'wan' then 1000000 when 'yi' then 10000000000 else 1 end`;

/** Of several targets of a region and setter the newest that was set by the day. Targets below the counties are theirs. */
function targetsOn(tx: Tx, area: number, { low, high }: RegionRange, day: string): Promise<Row[]> {
  return tx.rows(sql<Row>`
    with newest as (
      select distinct on (t.figure, t.region_code, t.set_by) t.figure, t.region_code, t.set_by, t.unit, ${IN_BASE} as value
      from targets t where not t.voided and t.year = ${Number(day.slice(0, 4))}::int and t.set_on <= ${day}::date
        and t.region_code between ${low} and ${high}
      order by t.figure, t.region_code, t.set_by, t.set_on desc, t.id desc)
    select n.figure, n.set_by, min(n.unit) as unit, max(n.value) filter (where n.region_code = ${area}) as own,
      sum(n.value) filter (where n.region_code <> ${area} and n.unit <> 'percent' and n.region_code % 1000000 = 0
        and n.region_code % 100000000 <> 0) as below
    from newest n group by n.figure, n.set_by order by n.figure, array_position(${[...SETTERS]}::text[], n.set_by) limit 500`);
}

/** By id of the figure. */
export async function plansOf(tx: Tx, area: number, range: RegionRange, day: string): Promise<Map<string, Plan>> {
  const plans = new Map<string, Plan>();
  for (const { figure, setBy, unit, own, below } of await targetsOn(tx, area, range, day)) {
    const definition = findFigure(figure);
    const value = own ?? below;
    if (!definition || plans.has(definition.id) || value === null || value <= 0) continue;
    if ((unit === 'percent') !== (definition.unit === '%')) continue;
    const { n, d } = fromUnit({ n: 1n, d: 1n }, definition.unit);
    const number = unit === 'percent' ? value : (value * Number(d)) / Number(n);
    plans.set(definition.id, { number, setBy: TARGET_SETTERS[setBy] });
  }
  return plans;
}
