// Firms, cooperatives and farms of an area: whom they carry, whether they kept their word, and who is supported without carrying anybody.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { Organisation } from '../../organisations/domain/organisation-register.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { fulfilmentSql, type HeldSums, heldSumsSql, inForceSql } from './fulfilment-sql.ts';
import { dueYear, yearsOf } from './read-contracts.ts';

type Row = HeldSums & {
  code: string;
  name: string;
  kind?: Organisation['kind'];
  titles: string[];
  supported: boolean;
};

type ListAsked = {
  area?: number | undefined;
  text?: string | undefined;
  look?: 'unpaid' | 'idle' | 'titled' | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** Who broke most contracts stands first. */
const PLACES = placesBy('int8', 'text');

const LOOKS = {
  unpaid: sql`e.unpaid > 0 or e.partly > 0`,
  /** Supported, and nobody is tied to it. */
  idle: sql`e.supported and e.running = 0`,
  titled: sql`cardinality(e.titles) > 0`,
} as const;

export async function listEntities(tx: Tx, { area, text, look, cursor, limit }: ListAsked, today: PlainDate) {
  const range = await rangeAsked(tx, area);
  const on = formatDate(today);
  const day = sql`${on}::date`;
  const [year = 0] = await yearsOf(tx, range, await dueYear(tx, area ?? tx.actor.areaCode, on));
  const after = PLACES.read(cursor);
  const here = sql`t.place_code between ${range.low} and ${range.high}`;
  const rows = await tx.rows(sql<Row & { of: number }>`
    with ${await fulfilmentSql(tx, { range, on, year })},
    sums as materialized (select * from (${heldSumsSql(sql`h.organisation_code`)}) s where key is not null),
    runs as materialized (
      select t.organisation_code as code, count(*)::int as running from linkage_contracts t
      where t.organisation_code is not null and ${here} and ${inForceSql(day)} group by 1),
    titled as materialized (
      select t.organisation_code as code, array_agg(distinct t.title) as titles,
        bool_or(t.support_from <= ${day} and coalesce(t.support_through >= ${day}, true)) as supported
      from recognitions t where not t.voided and ${here} and t.recognised_on <= ${day}
        and (t.cancelled_on is null or t.cancelled_on > ${day}) and (t.valid_through is null or t.valid_through >= ${day}) group by 1),
    entities as materialized (
      select c.code, coalesce(o.name, c.code) as name, o.kind, coalesce(t.titles, '{}') as titles, coalesce(t.supported, false) as supported,
        coalesce(r.running, 0) as running, coalesce(s.contracts, 0) as contracts, coalesce(s.households, 0) as households,
        coalesce(s.paid_households, 0) as paid_households, coalesce(s.unpaid, 0) as unpaid, coalesce(s.partly, 0) as partly,
        coalesce(s.promised_fen, 0)::bigint as promised_fen, coalesce(s.paid_fen, 0)::bigint as paid_fen
      from (select key as code from sums union select code from runs union select code from titled) c
        left join organisations o on o.code = c.code and not o.voided left join sums s on s.key = c.code
        left join runs r on r.code = c.code left join titled t on t.code = c.code),
    found as materialized (
      select e.*, -(e.unpaid + e.partly)::bigint as rank from entities e where (${look ? LOOKS[look] : sql`true`})
        and (${text ?? null}::text is null or strpos(e.name, ${text ?? null}) > 0 or strpos(e.code, ${text ?? null}) > 0))
    select f.code, f.name, f.kind, f.titles, f.supported, f.contracts, f.households, f.paid_households, f.unpaid, f.partly,
      f.promised_fen, f.paid_fen, (select count(*) from found)::int as of
    from found f where ${after ? sql`(f.rank, f.code) > (${after[0]}::bigint, ${after[1]}::text)` : sql`true`}
    order by f.rank, f.code limit ${limit + 1}`);
  const { shown, next } = PLACES.page(rows, limit, ({ unpaid, partly, code }) => [-(unpaid + partly), code]);
  return {
    items: shown.map(({ of: _of, ...row }) => withoutNulls(row)),
    year,
    ...(after ? {} : { total: rows[0]?.of ?? 0 }),
    ...(next ? { next } : {}),
  };
}
