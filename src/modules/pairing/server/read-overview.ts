// Who helps whom in an area on a day: by kind, by the regions below, and both at once. All counts in one reading of the pairs.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { type RegionRange, sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { LIVED_IN } from '../../households/server/index.ts';
import { getRegion, namesOf, rangeAsked } from '../../regions/server/index.ts';
import type { PairingKind } from '../domain/pairing-words.ts';
import { deedsSql, pairsSql } from './pairs-sql.ts';

type Counts = {
  pairs: number;
  units: number;
  cadres: number;
  helped: number;
  active: number;
  deeds: number;
  visits: number;
  directFen: number;
  attractedFen: number;
  goodsFen: number;
};
/** Of all, of a kind, of a region, or of a kind in a region. */
type Row = Counts & { code: number | null; kind: PairingKind | null; helpers: number };

const NONE: Counts = {
  ...{ pairs: 0, units: 0, cadres: 0, helped: 0, active: 0, deeds: 0, visits: 0 },
  ...{ directFen: 0, attractedFen: 0, goodsFen: 0 },
};

function readCounts(tx: Tx, asked: { range: RegionRange; on: string }, size: number): Promise<Row[]> {
  return tx.rows(sql<Row>`
    with ${pairsSql(asked)}, ${deedsSql(asked)},
    told as (select p.helped_code / ${size}::bigint * ${size}::bigint as code, p.kind, p.unit, p.cadre, p.helped_code,
        coalesce(d.deeds, 0) as deeds, coalesce(d.visits, 0) as visits, coalesce(d.direct_fen, 0) as direct_fen,
        coalesce(d.attracted_fen, 0) as attracted_fen, coalesce(d.goods_fen, 0) as goods_fen
      from pairs p left join deeds d on d.number = p.number)
    select code, kind, count(*)::int as pairs, count(distinct unit)::int as units, count(distinct cadre)::int as cadres,
      count(distinct coalesce(unit, cadre))::int as helpers, count(distinct helped_code)::int as helped,
      (count(*) filter (where deeds > 0))::int as active, coalesce(sum(deeds), 0)::int as deeds, coalesce(sum(visits), 0)::int as visits,
      coalesce(sum(direct_fen), 0)::bigint as direct_fen, coalesce(sum(attracted_fen), 0)::bigint as attracted_fen,
      coalesce(sum(goods_fen), 0)::bigint as goods_fen
    from told group by grouping sets ((), (kind), (code), (code, kind)) order by code nulls first, kind nulls first limit 20000`);
}

/** Helpers of each county and of all that lies in it. */
function readCounties(tx: Tx, asked: { range: RegionRange; on: string }) {
  const { low, high } = asked.range;
  return tx.rows(sql<{ code: number; name: string; helpers: number }>`
    with ${pairsSql(asked)}
    select r.code, r.name, count(distinct coalesce(p.unit, p.cadre))::int as helpers
    from regions r left join pairs p on p.helped_code / 1000000 * 1000000 = r.code
    where r.level = 'county' and r.valid_to is null and r.kind <> 'statistical-zone' and r.code between ${low} and ${high}
    group by r.code, r.name order by r.code limit 200`);
}

async function countUnhelped(tx: Tx, asked: { range: RegionRange; on: string }) {
  const { low, high } = asked.range;
  const row = await tx.first(sql<{ county: number; village: number; villages: number }>`
    with ${pairsSql(asked)},
    places as (select r.level, r.code in (select helped_code from pairs) as is_helped from regions r
      where r.level in ('county', 'village') and r.valid_to is null and ${sql.raw(LIVED_IN)} and r.code between ${low} and ${high})
    select (count(*) filter (where level = 'county' and not is_helped))::int as county,
      (count(*) filter (where level = 'village' and not is_helped))::int as village, (count(*) filter (where level = 'village'))::int as villages
    from places`);
  return row ?? { county: 0, village: 0, villages: 0 };
}

type OverviewAsked = { area?: number | undefined; asOf?: string | undefined };

/** Throws `regions.not-found` for an area that is not the actor's. */
export async function readOverview(tx: Tx, { area: code, asOf }: OverviewAsked, today: PlainDate) {
  const area = await getRegion(tx, code ?? tx.actor.areaCode);
  const asked = { range: await rangeAsked(tx, code), on: asOf ?? formatDate(today) };
  const all = await readCounts(tx, asked, sizeBelow(area.level));
  const regions = all.filter((row) => row.code !== null && row.kind === null);
  const names = await namesOf(
    tx,
    regions.map((row) => row.code ?? 0),
  );
  const hasMap = area.level === 'autonomous-region' || area.level === 'prefecture';
  const total = all.find((row) => row.code === null && row.kind === null) ?? NONE;
  return {
    area: { code: area.code, name: area.name, level: area.level },
    asOf: asked.on,
    total: countsOf(total),
    kinds: all.flatMap((row) => (row.code === null && row.kind !== null ? [{ ...countsOf(row), kind: row.kind }] : [])),
    rows: regions.map((row) => ({
      ...{ code: row.code ?? 0, name: names.get(row.code ?? 0) ?? '', ...countsOf(row) },
      byKind: Object.fromEntries(
        all.flatMap((one) => (one.code === row.code && one.kind !== null ? [[one.kind, one.helpers]] : [])),
      ),
    })),
    counties: hasMap ? await readCounties(tx, asked) : [],
    unhelped: await countUnhelped(tx, asked),
  };
}

function countsOf(row: Counts): Counts {
  return Object.fromEntries(Object.keys(NONE).map((key) => [key, row[key as keyof Counts]])) as Counts;
}
