// Pairs that hold on a day with what was planned and done in its year; and regions that nobody helps.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { LIVED_IN } from '../../households/server/index.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { PairLook, UnhelpedLevel } from '../domain/looks.ts';
import type { PairingKind } from '../domain/pairing-words.ts';
import { CADRE, deedsSql, HELPER, holdsOn, JOIN_HELPER, KEY, pairsSql, titledSql } from './pairs-sql.ts';

export type PairLine = {
  number: string;
  kind: PairingKind;
  helpedCode: number;
  helpedName: string;
  countyName: string;
  helper: string;
  cadre?: string;
  startedOn: string;
  endedOn?: string;
  documentNo?: string;
  planned: number;
  done: number;
  deeds: number;
  visits: number;
  moneyFen: number;
  lastDeedOn?: string;
};

type PairsListed = {
  area?: number | undefined;
  asOf?: string | undefined;
  kind?: PairingKind | undefined;
  look: PairLook;
  text?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** `plans`, for `with …`: by pair the lines of the year, and those that are done. */
export function plansSql(on: string): RawBuilder<unknown> {
  return sql`plans as materialized (select l.pairing_number as number, (count(*) filter (where l.progress is distinct from 'cancelled'))::int as planned,
      (count(*) filter (where l.progress in ('done', 'confirmed')))::int as done
    from pairing_plans l where not l.voided and l.year = extract(year from ${on}::date)::int group by 1)`;
}

/** What a line shows, over a pair `p` with its `d` and `l`. */
export const PAIR_LINE = sql`p.number, p.kind, p.helped_code, coalesce(r.name, '') as helped_name, coalesce(k.name, '') as county_name,
  ${HELPER} as helper, ${CADRE} as cadre, p.started_on::text as started_on, p.ended_on::text as ended_on, p.document_no,
  coalesce(l.planned, 0) as planned, coalesce(l.done, 0) as done, coalesce(d.deeds, 0) as deeds, coalesce(d.visits, 0) as visits,
  (coalesce(d.direct_fen, 0) + coalesce(d.attracted_fen, 0) + coalesce(d.goods_fen, 0))::bigint as money_fen, d.last_on::text as last_deed_on`;

export const JOIN_LINE = sql`left join deeds d on d.number = p.number left join plans l on l.number = p.number ${JOIN_HELPER}
  left join regions r on r.code = p.helped_code left join regions k on k.code = p.helped_code / 1000000 * 1000000`;

const LOOKED: Record<PairLook, RawBuilder<unknown>> = {
  all: sql`true`,
  'no-deed': sql`coalesce(d.deeds, 0) = 0`,
  'no-plan': sql`coalesce(l.planned, 0) = 0`,
  'no-visit': sql`coalesce(d.visits, 0) = 0`,
};

/** Helped area and number of the last row. */
const PLACES = placesBy('int8', 'text');

export async function listPairs(tx: Tx, asked: PairsListed, today: PlainDate) {
  const { kind, look, text, limit } = asked;
  const of = { range: await rangeAsked(tx, asked.area), on: asked.asOf ?? formatDate(today) };
  const after = PLACES.read(asked.cursor);
  const isFound = text
    ? sql`(strpos(p.number, ${text}) > 0 or strpos(${HELPER}, ${text}) > 0 or strpos(coalesce(r.name, ''), ${text}) > 0
        or strpos(coalesce(p.unit, ''), ${text}) > 0)`
    : sql`true`;
  const rows = await tx.rows(sql<PairLine & { of: number }>`
    with ${pairsSql(of)}, ${deedsSql(of)}, ${plansSql(of.on)},
    found as materialized (select ${PAIR_LINE} from pairs p ${JOIN_LINE}
      where ${kind ? sql`p.kind = ${kind}` : sql`true`} and ${LOOKED[look]} and ${isFound})
    select f.*, (select count(*) from found)::int as of from found f
    where ${after ? sql`(f.helped_code, f.number) > (${after[0]}::bigint, ${after[1]}::text)` : sql`true`}
    order by f.helped_code, f.number limit ${limit + 1}`);
  const { shown, next } = PLACES.page(rows, limit, ({ helpedCode, number }) => [helpedCode, number]);
  return {
    items: shown.map(({ of: _of, ...row }) => withoutNulls(row)),
    ...(after ? {} : { total: rows[0]?.of ?? 0 }),
    ...(next ? { next } : {}),
  };
}

type UnhelpedRow = {
  code: number;
  name: string;
  countyName: string;
  titles: string[];
  households: number;
  monitored: number;
  lastEndedOn?: string;
};
type UnhelpedAsked = {
  area?: number | undefined;
  level: UnhelpedLevel;
  key?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
};

const BY_CODE = placesBy('int8');

/** Regions of the level without a pair of their own, by code, with the households that live there. */
export async function listUnhelped(tx: Tx, { area, level, key, cursor, limit }: UnhelpedAsked, today: PlainDate) {
  const { low, high } = await rangeAsked(tx, area);
  const on = formatDate(today);
  const after = BY_CODE.read(cursor);
  const place = sql`r.level = ${level} and r.valid_to is null and ${sql.raw(LIVED_IN)} and r.code between ${low} and ${high}
    and ${key ? sql`r.code / 1000000 * 1000000 in ${titledSql(KEY, on)}` : sql`true`}
    and not exists (select from pairings t where t.helped_code = r.code and t.place_code between ${low} and ${high} and ${holdsOn(on)})`;
  const size = level === 'county' ? 1_000_000 : 1;
  const rows = await tx.rows(sql<UnhelpedRow>`
    with shown as materialized (select r.code, r.name from regions r where ${place} and r.code > ${after?.[0] ?? 0}::bigint order by r.code limit ${limit + 1})
    select s.code, s.name, coalesce(k.name, '') as county_name, array(select d.title from county_designations d
        where d.region_code = s.code / 1000000 * 1000000 and not d.voided and coalesce(d.designated_on <= ${on}::date, true)
          and coalesce(d.revoked_on > ${on}::date, true) order by d.title) as titles,
      h.households, h.monitored, (select max(t.ended_on)::text from pairings t where t.helped_code = s.code and not t.voided and t.ended_on <= ${on}::date) as last_ended_on
    from shown s left join regions k on k.code = s.code / 1000000 * 1000000
      cross join lateral (select count(*)::int as households, (count(*) filter (where h.monitoring_category is not null and h.risk_cleared is not true))::int as monitored
        from households h where h.valid_to is null and h.county_code = (s.code / 1000000)::int and h.village_code between s.code and s.code + ${size}::bigint - 1) h
    order by s.code`);
  const { shown, next } = BY_CODE.page(rows, limit, ({ code }) => [code]);
  const total = after
    ? undefined
    : await tx.first(sql<{ total: number }>`select count(*)::int as total from regions r where ${place}`);
  return {
    items: shown.map(withoutNulls),
    ...(total ? { total: total.total } : {}),
    ...(next ? { next } : {}),
  };
}
