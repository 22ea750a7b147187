// What has been done of the targets of a year: every figure that is counted and has one, an area and its counties at a time.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { findFigure } from '../../figures/domain/definitions/index.ts';
import type { FigureDefinition } from '../../figures/domain/figure.ts';
import { countCounties } from '../../figures/server/index.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import '../domain/problems.ts';
import { ALL_SETTERS } from '../domain/kinds.ts';
import { daysOf } from '../domain/rank.ts';
import { reckonCounties } from './reckon-counties.ts';

type Asked = { area?: number | undefined; asOf?: string | undefined; figure?: string | undefined };
type Held = { figure: string; isMoney: boolean };

/** Figures with a target of the year in the area. Targets of what is no count (a share, a word) have no progress of their own. */
async function heldFigures({ db, actor }: OperationContext, area: number | undefined, asOf: string) {
  const rows = await db.read(actor, async (tx) => {
    const { low, high } = await rangeAsked(tx, area);
    return tx.rows(sql<Held>`
      select t.figure, bool_or(t.unit in ('yuan', 'wan', 'yi')) as is_money from targets t
      where not t.voided and t.year = ${Number(asOf.slice(0, 4))}::int and t.unit <> 'percent' and t.set_by = any(${[...ALL_SETTERS]}::text[])
        and t.set_on <= ${asOf}::date and t.region_code between ${low} and ${high} group by t.figure order by t.figure limit 200`);
  });
  const held = new Map<FigureDefinition, boolean>();
  for (const { figure, isMoney } of rows) {
    const found = findFigure(figure);
    if (found?.form === 'count') held.set(found, isMoney);
  }
  return held;
}

/** Throws `circulars.ahead`, `figures.outside-area`. */
export async function readTargets(context: OperationContext, { area, asOf: asked, figure }: Asked, today: PlainDate) {
  const asOf = asked ?? formatDate(today);
  if (asOf > formatDate(today)) throw new Problem('circulars.ahead', { day: asOf });
  const held = await heldFigures(context, area, asOf);
  const chosen = [...held.keys()].find(({ id }) => id === figure) ?? [...held.keys()][0];
  const told = { asOf, figures: [...held.keys()].map(({ id, name }) => ({ id, name })) };
  if (!chosen) return { ...told, figure: undefined, isMoney: false, rows: [] };
  const { id } = chosen;
  const of = { area: area ?? context.actor.areaCode, figure: id, days: daysOf(asOf) };
  const counted = await countCounties(context, of);
  const [own, ...counties] = await context.db.read(context.actor, (tx) =>
    reckonCounties(tx, { figure: id, asOf, setters: ALL_SETTERS }, counted),
  );
  const rows = [...(own ? [own] : []), ...counties.sort((a, b) => a.regionCode - b.regionCode)];
  return {
    ...{ ...told, figure: id, isMoney: held.get(chosen) ?? false },
    rows: rows.map(({ ranks: _ranks, growth: _growth, yearBefore: _year, ...row }) => row),
  };
}
