// How far points have come in an area: villages with a scheme, households with entries, what was earned and spent.

import { sql } from 'kysely';
import { addMonths, formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import type { PointSums } from '../domain/contract.ts';
import { IS_DEED } from './ledger-sql.ts';
import { governanceSettings } from './settings.ts';

const NOTHING: PointSums = { villages: 0, withScheme: 0, covered: 0, households: 0, active: 0, earned: 0, spent: 0 };
const RECENT_MONTHS = 3;

/** Throws `regions.not-found` for an area that is not the actor's. */
export async function readOverview(tx: Tx, { area }: { area?: number | undefined }, today: PlainDate) {
  const region = await getRegion(tx, area ?? tx.actor.areaCode);
  const { low, high } = await rangeAsked(tx, area);
  const on = formatDate(today);
  const since = formatDate(addMonths(today, -RECENT_MONTHS));
  const size = sizeBelow(region.level);
  const bucket = (column: string) => sql`${sql.raw(column)} / ${size}::bigint * ${size}::bigint`;
  const ofYear = sql`extract(year from t.happened_on) = ${yearOf(today)} and ${IS_DEED}`;
  const rows = await tx.rows(sql<PointSums & { code: number; name: string }>`
    with entries as materialized (
      select t.place_code, t.household_number, bool_or(t.happened_on > ${since}::date) as is_recent,
        coalesce(sum(t.points) filter (where t.record_kind = 'earned' and ${ofYear}), 0) as earned,
        coalesce(sum(t.points) filter (where t.record_kind = 'spent' and ${ofYear}), 0) as spent
      from point_entries t where not t.voided and t.happened_on <= ${on}::date and t.place_code between ${low} and ${high} group by 1, 2),
    villages as materialized (
      select v.code, exists (select from point_schemes s where s.village_code = v.code and not s.voided and s.in_force_on <= ${on}::date
        and (s.ended_on is null or s.ended_on > ${on}::date)) as has_scheme
      from regions v where v.level = 'village' and v.valid_to is null and v.code between ${low} and ${high}),
    points as materialized (
      select place_code, (count(*) filter (where is_recent))::int as active, sum(earned)::int as earned, sum(spent)::int as spent
      from entries group by 1),
    people as materialized (
      select village_code, count(*)::int as households from households where valid_to is null and village_code between ${low} and ${high} group by 1)
    select ${bucket('v.code')} as code, '' as name, count(*)::int as villages, (count(*) filter (where v.has_scheme))::int as with_scheme,
      (count(*) filter (where v.has_scheme and p.active > 0))::int as covered, coalesce(sum(h.households), 0)::int as households,
      coalesce(sum(p.active), 0)::int as active, coalesce(sum(p.earned), 0)::int as earned, coalesce(sum(p.spent), 0)::int as spent
    from villages v left join points p on p.place_code = v.code left join people h on h.village_code = v.code
    group by 1 order by 1 limit 20000`);
  const names = await tx.rows(sql<{ code: number; name: string }>`select code, name from regions
    where code = any (${rows.map(({ code }) => code)}::bigint[]) and kind <> 'statistical-zone'`);
  const nameOf = new Map(names.map(({ code, name }) => [code, name]));
  const add = (a: PointSums, b: PointSums) =>
    Object.fromEntries(Object.keys(NOTHING).map((key) => [key, a[key as 'earned'] + b[key as 'earned']])) as PointSums;
  return {
    area: { code: region.code, name: region.name, level: region.level },
    asOf: on,
    total: rows.reduce<PointSums>(add, NOTHING),
    rows: rows.flatMap((row) => {
      const name = nameOf.get(row.code);
      return name === undefined ? [] : [{ ...row, name }];
    }),
    settings: await governanceSettings.shown(tx, region.code, on),
  };
}
