// Households by what they have of both nets, the poorest first.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { FloorLook } from '../domain/looks.ts';
import { floorSql, LOOKED, linesOn } from './floor-sql.ts';

type Row = {
  countyCode: number;
  id: number;
  number: string;
  headName: string;
  villageName: string;
  members: number;
  perHeadFen?: number;
  monitored: boolean;
  dibaoPersons: number;
  claims: number;
  claimFen: number;
};

type ListAsked = {
  area?: number | undefined;
  look: FloorLook;
  text?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** Stands for an unknown income: the last. */
const UNKNOWN_FEN = 9e15;

/** Income a head and id of the last row. */
const PLACES = placesBy('int8', 'int8');

export async function listHouseholds(tx: Tx, { area, look, text, cursor, limit }: ListAsked, today: PlainDate) {
  const range = await rangeAsked(tx, area);
  const on = formatDate(today);
  const lines = await linesOn(tx, range, on);
  const after = PLACES.read(cursor);
  const order = sql`coalesce(f.per_head_fen, ${UNKNOWN_FEN}::bigint)`;
  const rows = await tx.rows(sql<Row & { of: number }>`
    with ${floorSql({ range, on, lines })},
    found as materialized (select f.*, ${order} as rank from floor f where ${LOOKED[look]}
      and (${text ?? null}::text is null or strpos(f.number, ${text ?? null}) > 0 or strpos(f.head_name, ${text ?? null}) > 0))
    select f.county_code, f.id, f.number, f.head_name, coalesce(v.name, '') as village_name, f.member_count as members, f.per_head_fen,
      f.monitored, f.dibao_persons, f.claims, f.claim_fen, (select count(*) from found)::int as of
    from found f left join regions v on v.code = f.village_code
    where ${after ? sql`(f.rank, f.id) > (${after[0]}::bigint, ${after[1]}::bigint)` : sql`true`}
    order by f.rank, f.id limit ${limit + 1}`);
  const { shown, next } = PLACES.page(rows, limit, ({ perHeadFen, id }) => [perHeadFen ?? UNKNOWN_FEN, id]);
  return {
    items: shown.map(({ of: _of, ...row }) => withoutNulls(row)),
    ...(after ? {} : { total: rows[0]?.of ?? 0 }),
    ...(next ? { next } : {}),
  };
}
