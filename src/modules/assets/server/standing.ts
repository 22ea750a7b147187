// The pieces of SQL that all answers about assets share.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { DISPOSED_WAYS } from '../domain/asset-states.ts';

/** Where an asset `a` stands; together the three are all that count. */
export const STANDING = sql`case when a.disposed_how in (${sql.join(DISPOSED_WAYS.map((way) => sql.lit(way)))}) then 'disposed'
  when a.asset_condition = 'idle' then 'idle' else 'in-use' end`;

/** Assets of a range that count on a day (ISO text): registered by then, neither voided nor cancelled. */
export function countedSql({ low, high }: RegionRange, on: string): RawBuilder<unknown> {
  return sql`not a.voided and a.place_code between ${low} and ${high} and a.registered_on <= ${on}::date
    and (a.cancelled_on is null or a.cancelled_on > ${on}::date)`;
}

/** Owners of today of an asset `a`, by name; a household by its number. */
export const OWNER = sql`(select string_agg(o.holder, '、' order by o.holder) from asset_rights o
  where o.asset_number = a.number and o.right_kind = 'ownership' and not o.voided and o.stopped_on is null)`;

/** Shares of the owners of today of all assets of a range, in per cent: 100 where all is owned. */
export function ownersSql({ low, high }: RegionRange): RawBuilder<unknown> {
  return sql`select o.asset_number, sum(coalesce(o.share, 100)) as share
    from asset_rights o where o.right_kind = 'ownership' and not o.voided and o.stopped_on is null
      and o.place_code between ${low} and ${high} group by 1`;
}
