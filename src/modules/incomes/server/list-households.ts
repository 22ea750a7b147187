// Households whose income asks for a look, the worst first.

import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { Cause, Look } from '../domain/looks.ts';
import { byCounty, dibaoSql, earnedSql, FELL, sharesSql, wagesSql } from './income-sql.ts';
import { incomeYears, linesByCounty, settingByCounty } from './years.ts';

type Row = {
  countyCode: number;
  id: number;
  number: string;
  headName: string;
  villageName: string;
  members: number;
  perHeadFen?: number;
  lastPerHeadFen?: number;
  cause?: Cause;
  knownFen?: number;
  givenFen?: number;
  rank: number;
};

type Sql = RawBuilder<unknown>;
/** What is joined to `earned e`, which rows are shown, and by what they are ordered, from below. */
type Selection = { joins: Sql; where: Sql; rank: Sql; known?: Sql; given?: Sql };

const LOWEST = sql`coalesce(e.head, -9e15::bigint)`;

function against(known: Sql, given: Sql, where: Sql, more: Sql = sql``): Selection {
  return {
    joins: sql`join (${known}) k on k.number = e.number ${more}`,
    where: sql`e.members is not null and ${where}`,
    ...{ rank: sql`-abs(k.fen - ${given})`, known: sql`k.fen`, given },
  };
}

type Asked = { range: RegionRange; year: number; today: PlainDate };

async function selectionOf(tx: Tx, look: Look, { range, year, today }: Asked): Promise<Selection> {
  const setting = async (key: 'fell.share' | 'wages.differ') =>
    sql`join ${byCounty(await settingByCounty(tx, range, key, today))} on s.county_code = e.county_code`;
  switch (look) {
    case 'all':
      return { joins: sql``, where: sql`true`, rank: LOWEST };
    case 'missing':
      return { joins: sql``, where: sql`e.members is null`, rank: sql`0` };
    case 'negative':
      return { joins: sql``, where: sql`e.net < 0`, rank: LOWEST };
    case 'fell':
      return { joins: await setting('fell.share'), where: FELL(sql`s.value`), rank: sql`e.head - e.last_head` };
    case 'below-line': {
      const lines = await linesByCounty(tx, range, year);
      const joins = sql`join ${byCounty(lines)} on s.county_code = e.county_code`;
      return { joins, where: sql`e.net < s.value * e.members`, rank: LOWEST };
    }
    case 'wages-differ':
      return against(
        wagesSql(year),
        sql`e.wage`,
        sql`k.fen > 0 and abs(k.fen - e.wage) * 10000 > s.value * k.fen`,
        await setting('wages.differ'),
      );
    case 'dibao-left-out':
      return against(dibaoSql(year), sql`e.transfer`, sql`k.fen > e.transfer`);
    case 'shares-left-out':
      return against(sharesSql(year), sql`(e.property + e.business)`, sql`k.fen > e.property + e.business`);
  }
}

type ListAsked = {
  area?: number | undefined;
  year?: number | undefined;
  look: Look;
  text?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** The last row's order and number. */
const PLACES = placesBy('int8', 'text');

export async function listHouseholds(tx: Tx, asked: ListAsked, today: PlainDate) {
  const range = await rangeAsked(tx, asked.area);
  const year = asked.year ?? (await incomeYears(tx, range, today))[0] ?? 0;
  const { joins, where, rank, known, given } = await selectionOf(tx, asked.look, { range, year, today });
  const { text, limit } = asked;
  const after = PLACES.read(asked.cursor);
  const rows = await tx.rows(sql<Row & { of: number }>`
    with ${earnedSql({ range, year })},
    found as materialized (
      select e.*, (${rank})::bigint as rank, ${known ?? sql`null::bigint`} as known_fen, ${given ?? sql`null::bigint`} as given_fen
      from earned e ${joins} where ${where}
        and (${text ?? null}::text is null or strpos(e.number, ${text ?? null}) > 0 or strpos(e.head_name, ${text ?? null}) > 0))
    select f.county_code, f.id, f.number, f.head_name, coalesce(v.name, '') as village_name,
      coalesce(f.members, 0)::int as members, f.head as per_head_fen, f.last_head as last_per_head_fen,
      case when f.head < f.last_head then f.cause end as cause, f.known_fen::bigint, f.given_fen::bigint, f.rank,
      (select count(*) from found)::int as of
    from found f left join regions v on v.code = f.village_code
    where ${after ? sql`(f.rank, f.number) > (${after[0]}::bigint, ${after[1]}::text)` : sql`true`}
    order by f.rank, f.number limit ${limit + 1}`);
  const { shown, next } = PLACES.page(rows, limit, ({ rank, number }) => [rank, number]);
  return {
    items: shown.map(({ of: _of, rank: _rank, ...row }) => ({ ...withoutNulls(row), year })),
    ...(after ? {} : { total: rows[0]?.of ?? 0 }),
    ...(next ? { next } : {}),
  };
}
