// Schemes that have scores, for who assesses and, once the scores were told, for who is assessed; the newest first.

import { sql } from 'kysely';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { placesBy } from '../../../platform/server/lists/place.ts';
import { namesOf } from '../../regions/server/index.ts';
import { SCHEME_COLUMNS, type SchemeRow } from './load-scheme.ts';
import { headOf } from './results.ts';

type Listed = SchemeRow & { indicators: number; assessed: number; issuedOn: string };
type Asked = { area?: number | undefined; cursor?: string | undefined; limit: number };

const PLACES = placesBy('int4', 'day', 'int8');

export async function listSchemes({ db, actor }: OperationContext, { area, cursor, limit }: Asked) {
  const after = PLACES.read(cursor);
  const places =
    area === undefined
      ? sql`true`
      : sql`(t.place_code between ${area}::bigint and region_high(${area}::bigint)
    or ${area}::bigint between t.place_code and region_high(t.place_code))`;
  return db.read(actor, async (tx) => {
    const rows = await tx.rows<Listed>(sql`select ${SCHEME_COLUMNS}, t.issued_on::text,
        (select count(*)::int from assessment_indicators i where i.scheme_number = t.number and not i.voided
          and i.source <> 'class') as indicators,
        (select count(*)::int from assessment_scores s where s.county_code = t.county_code and s.scheme_id = t.id
          and s.run = (select max(r.run) from assessment_runs r where r.county_code = t.county_code and r.scheme_id = t.id)) as assessed
      from assessment_schemes t where not t.voided and t.issued_on is not null and ${places}
        and (t.announced_on is not null or (t.place_code >= area_low() and region_high(t.place_code) <= area_high()))
        and ${after ? sql`(t.year, t.issued_on, t.id) < (${after[0]}::int, ${after[1]}::date, ${after[2]}::bigint)` : sql`true`}
      order by t.year desc, t.issued_on desc, t.id desc limit ${limit + 1}`);
    const names = await namesOf(
      tx,
      rows.map(({ regionCode }) => regionCode),
    );
    const { shown, next } = PLACES.page(rows, limit, ({ year, issuedOn, id }) => [year, issuedOn, id]);
    const items = shown.map((scheme) => ({
      ...headOf({ scheme, areaName: names.get(scheme.regionCode) ?? '' }),
      ...{ indicators: scheme.indicators, assessed: scheme.assessed },
    }));
    return { items, ...(next ? { next } : {}) };
  });
}
