// What an area has, by the regions below it or by its counties, out of one reading of the registers.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { type RegionRange, sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import type { Sums } from '../domain/contract.ts';
import { addSums, NOTHING } from '../domain/sums.ts';
import type { Matter } from '../domain/words.ts';

type Asked = { range: RegionRange; size: number; on: string; year: number };
type Flat = Omit<Sums, 'works'> & { code: number };
type Work = Sums['works'][Matter] & { code: number; matter: Matter };

/** A region of the level asked for, by the place of a row. */
const bucket = (size: number, column: string) => sql`${sql.raw(column)} / ${size}::bigint * ${size}::bigint`;

/** Toilets of households that stand on the day, and their faults, counted as toilets. */
function toiletsSql({ range: { low, high }, size, on, year }: Asked): RawBuilder<Flat> {
  const within = sql`place_code between ${low} and ${high} and not voided`;
  const count = (where: string) => sql.raw(`(count(*) filter (where ${where}))::int`);
  return sql<Flat>`
    with faults as materialized (
      select i.toilet_number, bool_or(i.rectified_on <= ${on}::date) as rectified, bool_or(i.county_accepted_on <= ${on}::date) as closed
      from toilet_issues i where i.${within} and i.found_on <= ${on}::date group by 1),
    things as (
      select ${bucket(size, 't.place_code')} as code, t.sanitary is true and t.use_state is distinct from 'unusable' as is_sanitary,
        t.built_how <> 'existing' and t.finished_on <= ${on}::date as is_built, t.finished_on, t.usable_in_winter is true as is_proof,
        f.toilet_number is not null as is_faulty, f.rectified is true as is_rectified, f.closed is true as is_closed
      from toilets t left join faults f on f.toilet_number = t.number
      where t.${within} and t.nature = 'household' and (t.finished_on is null or t.finished_on <= ${on}::date)
        and (t.razed_on is null or t.razed_on > ${on}::date))
    select code, 0 as villages, count(*)::int as toilets, ${count('is_sanitary')} as sanitary, ${count('is_built')} as built,
      (count(*) filter (where is_built and extract(year from finished_on) = ${year}))::int as built_this_year,
      ${count('is_built and is_proof')} as winter_proof, ${count('is_faulty')} as faulty, ${count('is_rectified')} as rectified,
      ${count('is_closed')} as closed
    from things group by 1 limit 20000`;
}

/** Villages by work: a village has one system of a kind, however often it was set up. */
function worksSql({ range: { low, high }, size, on, year }: Asked): RawBuilder<Work> {
  const running = sql`w.built_on <= ${on}::date and (w.ended_on is null or w.ended_on > ${on}::date)`;
  const planned = sql`w.plan_year = ${year} and w.planned_on <= ${on}::date`;
  return sql<Work>`
    with villages as (
      select w.village_code, w.matter, bool_or(${running}) is true as stands, bool_or(${running} and w.operation = 'abnormal') is true as is_broken,
        bool_or(${planned}) is true as is_planned, bool_or(${planned} and w.built_on <= ${on}::date) is true as is_done
      from village_works w where not w.voided and w.place_code between ${low} and ${high} group by 1, 2)
    select ${bucket(size, 'village_code')} as code, matter, (count(*) filter (where stands))::int as in_place,
      (count(*) filter (where is_broken))::int as abnormal, (count(*) filter (where is_planned))::int as planned,
      (count(*) filter (where is_done))::int as planned_done
    from villages group by 1, 2 limit 50000`;
}

/** Sums by region of the size asked for. */
async function sumsBy(tx: Tx, asked: Asked): Promise<Map<number, Sums>> {
  const { range, size } = asked;
  const found = new Map<number, Sums>();
  const villages = await tx.rows(sql<{ code: number; villages: number }>`
    select ${bucket(size, 'code')} as code, count(*)::int as villages from regions
    where level = 'village' and kind <> 'community' and valid_to is null and code between ${range.low} and ${range.high} group by 1 limit 20000`);
  const of = (code: number) => found.get(code) ?? NOTHING;
  for (const { code, villages: count } of villages) found.set(code, { ...of(code), villages: count });
  for (const { code, villages: _none, ...toilets } of await tx.rows(toiletsSql(asked)))
    found.set(code, { ...of(code), ...toilets });
  for (const { code, matter, ...work } of await tx.rows(worksSql(asked)))
    found.set(code, { ...of(code), works: { ...of(code).works, [matter]: work } });
  return found;
}

/** Throws `regions.not-found` for an area that is not the actor's. */
export async function readOverview(
  tx: Tx,
  { area, by }: { area?: number | undefined; by: 'children' | 'counties' },
  today: PlainDate,
) {
  const region = await getRegion(tx, area ?? tx.actor.areaCode);
  const range = await rangeAsked(tx, area);
  const on = formatDate(today);
  const size = by === 'counties' ? 1e6 : sizeBelow(region.level);
  const sums = await sumsBy(tx, { range, size, on, year: yearOf(today) });
  const regions = await tx.rows(sql<{ code: number; name: string }>`select code, name from regions
    where code = any (${[...sums.keys()]}::bigint[]) and kind <> 'statistical-zone' order by code limit 20000`);
  return {
    area: { code: region.code, name: region.name, level: region.level },
    asOf: on,
    total: [...sums.values()].reduce(addSums, NOTHING),
    rows: regions.map(({ code, name }) => ({ code, name, ...(sums.get(code) ?? NOTHING) })),
  };
}

/** The sums of one village. */
export async function sumsOfVillage(tx: Tx, code: number, today: PlainDate): Promise<Sums> {
  const asked = { range: { low: code, high: code }, size: 1, on: formatDate(today), year: yearOf(today) };
  return (await sumsBy(tx, asked)).get(code) ?? NOTHING;
}
