// Both nets by the regions below an area.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { getRegion, namesOf, rangeAsked } from '../../regions/server/index.ts';
import { floorSql, LOOKED, linesOn } from './floor-sql.ts';
import { readConcerns } from './read-concerns.ts';

const SUMS = [
  'policies',
  'insured',
  'covered',
  'premiumFen',
  'claims',
  'claimFen',
  'dibaoPersons',
  'neither',
  'both',
] as const;
type Sums = Record<(typeof SUMS)[number], number>;
type Row = Sums & { code: number; coverThrough?: string };

export async function readFloor(tx: Tx, asked: { area?: number | undefined }, today: PlainDate) {
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const range = await rangeAsked(tx, asked.area);
  const on = formatDate(today);
  const size = sizeBelow(area.level);
  const lines = await linesOn(tx, range, on);
  const rows = await tx.rows(sql<Row>`
    with ${floorSql({ range, on, lines })},
    people as (
      select f.village_code / ${size}::bigint * ${size}::bigint as code, sum(f.dibao_persons)::int as dibao_persons, sum(f.claims)::int as claims,
        sum(f.claim_fen)::bigint as claim_fen, (count(*) filter (where ${LOOKED.neither}))::int as neither, (count(*) filter (where ${LOOKED.both}))::int as both
      from floor f group by 1),
    held as (
      select t.region_code / ${size}::bigint * ${size}::bigint as code, count(*)::int as policies, sum(t.insured_persons)::int as insured,
        coalesce(sum(t.persons_covered), 0)::int as covered, coalesce(sum(t.premium_fen), 0)::bigint as premium_fen, max(t.cover_through)::text as cover_through
      from insurance_policies t where not t.voided and t.insurance_kind = 'poverty-insurance' and t.place_code between ${range.low} and ${range.high}
        and ${on}::date between t.cover_from and t.cover_through group by 1)
    select code, coalesce(h.policies, 0) as policies, coalesce(h.insured, 0) as insured, coalesce(h.covered, 0) as covered,
      coalesce(h.premium_fen, 0) as premium_fen, h.cover_through, coalesce(p.claims, 0) as claims, coalesce(p.claim_fen, 0) as claim_fen,
      coalesce(p.dibao_persons, 0) as dibao_persons, coalesce(p.neither, 0) as neither, coalesce(p.both, 0) as both
    from people p full join held h using (code) order by code limit 3000`);
  const month = await tx.first(sql<{ month: string | null }>`
    select to_char(max(month), 'YYYY-MM') as month from feed_dibao_roster where month <= ${on}::date`);
  const names = await namesOf(
    tx,
    rows.map(({ code }) => code),
  );
  const total = Object.fromEntries(SUMS.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])) as Sums;
  return {
    area: { code: area.code, name: area.name, level: area.level },
    ...{ asOf: on, total },
    ...(month?.month ? { dibaoMonth: month.month } : {}),
    rows: rows.map((row) => ({ ...withoutNulls(row), name: names.get(row.code) ?? '' })),
    concerns: (await readConcerns(tx, range, on)).map(withoutNulls),
  };
}
