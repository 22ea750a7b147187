// Households that could work and are tied to no industry: who is watched first, then the poorest.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { UnlinkedCause } from '../domain/unlinked.ts';
import { CAUSE_SQL, unlinkedSql } from './unlinked-sql.ts';

type Row = {
  countyCode: number;
  id: number;
  number: string;
  headName: string;
  villageName: string;
  members: number;
  able: number;
  away: number;
  perHeadFen?: number;
  monitored: boolean;
  cause: UnlinkedCause;
  proposal?: { countyCode: number; id: number; on: string; visitBy: string; visitedOn?: string };
};

type ListAsked = {
  area?: number | undefined;
  text?: string | undefined;
  cause?: UnlinkedCause | undefined;
  who: 'focus' | 'all';
  cursor?: string | undefined;
  limit: number;
};

/** Stands for an unknown income: the last. */
const UNKNOWN_FEN = 9e15;

/** Who is watched stands before all others. */
const PLACES = placesBy('boolean', 'int8', 'int8');

export async function listUnlinked(tx: Tx, asked: ListAsked, today: PlainDate) {
  const { area, text, cause, who, cursor, limit } = asked;
  const range = await rangeAsked(tx, area);
  const after = PLACES.read(cursor);
  const rows = await tx.rows(sql<Row & { of: number }>`
    with ${unlinkedSql({ range, on: formatDate(today), who })},
    found as materialized (
      select * from (select u.*, ${CAUSE_SQL} as cause, not u.monitored as calm, coalesce(u.per_head_fen, ${UNKNOWN_FEN}::bigint) as rank
        from unlinked u) u
      where (${cause ?? null}::text is null or u.cause = ${cause ?? null})
        and (${text ?? null}::text is null or strpos(u.number, ${text ?? null}) > 0 or strpos(u.head_name, ${text ?? null}) > 0))
    select f.county_code, f.id, f.number, f.head_name, coalesce(v.name, '') as village_name, f.member_count as members, f.able, f.away,
      f.per_head_fen, f.monitored, f.cause, (select count(*) from found)::int as of,
      case when f.proposal_id is not null then jsonb_strip_nulls(jsonb_build_object('countyCode', f.proposal_county, 'id', f.proposal_id,
        'on', f.proposed_on, 'visitBy', f.visit_by, 'visitedOn', f.visited_on)) end as proposal
    from found f left join regions v on v.code = f.village_code
    where ${after ? sql`(f.calm, f.rank, f.id) > (${after[0]}::boolean, ${after[1]}::bigint, ${after[2]}::bigint)` : sql`true`}
    order by f.calm, f.rank, f.id limit ${limit + 1}`);
  const { shown, next } = PLACES.page(rows, limit, ({ monitored, perHeadFen, id }) => [
    !monitored,
    perHeadFen ?? UNKNOWN_FEN,
    id,
  ]);
  return {
    items: shown.map(({ of: _of, ...row }) => withoutNulls(row)),
    ...(after ? {} : { total: rows[0]?.of ?? 0 }),
    ...(next ? { next } : {}),
  };
}
