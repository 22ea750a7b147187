// Projects of a plan year with their planned and actual days.

import { sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { isLate, type Planned } from '../domain/timeline.ts';

const MOST_LINES = 300;

type Asked = {
  range: RegionRange;
  year: number;
  asOf: string;
  kind?: string | undefined;
  programme?: string | undefined;
};
type Line = Planned & { number: string; name: string; regionName: string; villages: string };

/** The newest year that has plans; undefined where none has. */
export async function newestPlanYear(tx: Tx, { low, high }: RegionRange): Promise<number | undefined> {
  const found = await tx.first<{ year: number | null }>(sql`select max(p.plan_year) as year from projects p
    where not p.voided and p.place_code between ${low} and ${high}`);
  return found?.year ?? undefined;
}

/** Late ones first, then by planned beginning; `total` counts all, of which at most 300 are told. */
export async function readTimeline(tx: Tx, { range, year, asOf, kind, programme }: Asked) {
  const rows = await tx.rows(sql<Line>`
    select p.number, p.project_name as name, coalesce(r.name, '') as region_name,
      coalesce((select string_agg(v.name, '、' order by v.code) from regions v where v.code = any (p.site_village_codes)), '') as villages,
      p.planned_start::text, p.planned_finish::text, p.started_on::text, p.finished_on::text
    from projects p left join regions r on r.code = p.region_code
    where not p.voided and p.removed_on is null and p.plan_year = ${year} and p.place_code between ${range.low} and ${range.high}
      and (${kind ?? null}::text is null or p.project_kind = ${kind ?? null})
      and (${programme ?? null}::text is null or ${programme ?? null}::text = any (p.programmes))
    order by p.planned_start nulls last, p.number limit 20000`);
  const lines = rows.map((row) => {
    const told = withoutNulls(row);
    return { ...told, isLate: isLate(told, asOf) };
  });
  const late = lines.filter((line) => line.isLate);
  const others = lines.filter((line) => !line.isLate);
  return { year, asOf, total: lines.length, late: late.length, rows: [...late, ...others].slice(0, MOST_LINES) };
}
