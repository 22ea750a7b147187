// What asks for a look about the pairings of an area, by kind, the most urgent rows of each, and what it is judged by.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { PAIRING_CONCERNS, type PairingConcern } from '../domain/pairing-concerns.ts';
import { concernsSql } from './concerns-sql.ts';
import { deedsSql, pairsSql } from './pairs-sql.ts';
import { pairingSettings } from './settings.ts';

const MOST_ROWS = 200;

type Row = {
  concern: PairingConcern;
  subject?: string;
  register: 'pairings' | 'support-records' | 'organisations' | 'cadres';
  title: string;
  regionCode: number;
  regionName: string;
  on?: string;
  by?: number;
};

type ConcernsAsked = { area?: number | undefined; concern?: PairingConcern | undefined };

export async function readConcerns(tx: Tx, { area, concern }: ConcernsAsked, today: PlainDate) {
  const asked = { range: await rangeAsked(tx, area), on: formatDate(today) };
  const order = [...PAIRING_CONCERNS];
  const read = await tx.first(sql<{ counts: { concern: PairingConcern; count: number }[] | null; rows: Row[] | null }>`
    with ${pairsSql(asked)}, ${deedsSql(asked)}, found as materialized (${concernsSql(asked)})
    select (select jsonb_agg(jsonb_build_object('concern', concern, 'count', count)) from (select concern, count(*) from found group by 1) c) as counts,
      (select jsonb_agg(to_jsonb(r)) from (
        select f.concern, f.subject, f.register, f.title, f.region_code as "regionCode", coalesce(r.name, '') as "regionName", f."on", f."by"
        from found f left join regions r on r.code = f.region_code where ${concern ? sql`f.concern = ${concern}` : sql`true`}
        order by array_position(${order}::text[], f.concern), f.region_code, f.subject limit ${MOST_ROWS}) r) as rows`);
  return {
    asOf: asked.on,
    counts: Object.fromEntries((read?.counts ?? []).map((one) => [one.concern, one.count])),
    rows: (read?.rows ?? []).map(withoutNulls),
    settings: await pairingSettings.shown(tx, area ?? tx.actor.areaCode, asked.on),
  };
}
