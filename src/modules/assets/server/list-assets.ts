// Rows of a ledger, paged by their number.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { AssetKind } from '../domain/ledger.ts';
import { countedSql, OWNER, STANDING } from './standing.ts';

export type AssetLine = {
  countyCode: number;
  id: number;
  number: string;
  name: string;
  kind: AssetKind;
  regionCode: number;
  regionName: string;
  department?: string;
  formedIn: number;
  originalFen: number;
  condition?: string;
  standing: 'in-use' | 'idle' | 'disposed';
  owner?: string;
  upkeepUnit?: string;
};

export type AssetsAsked = {
  area?: number | undefined;
  own?: boolean | undefined;
  kind?: AssetKind | undefined;
  department?: string | undefined;
  standing?: AssetLine['standing'] | undefined;
  text?: string | undefined;
};

export const LINE_COLUMNS = sql`a.county_code, a.id, a.number, a.asset_name as name, a.asset_kind as kind, a.region_code,
  coalesce(r.name, '') as region_name, a.department, a.formed_in, a.original_value_fen as original_fen,
  a.asset_condition as condition, ${STANDING} as standing, a.upkeep_unit`;

/** Conditions on assets `a` for what was asked. */
export async function askedSql(tx: Tx, asked: AssetsAsked, today: PlainDate) {
  const range = await rangeAsked(tx, asked.area);
  const { kind, department, standing, text, own, area } = asked;
  const conditions: RawBuilder<unknown>[] = [
    countedSql(range, formatDate(today)),
    ...(kind ? [sql`a.asset_kind = ${kind}`] : []),
    ...(department === undefined ? [] : [sql`coalesce(a.department, '') = ${department}`]),
    ...(standing ? [sql`${STANDING} = ${standing}`] : []),
    ...(own ? [sql`a.region_code = ${area ?? tx.actor.areaCode}`] : []),
    ...(text ? [sql`(strpos(a.number, ${text}) > 0 or strpos(a.asset_name, ${text}) > 0)`] : []),
  ];
  return { range, where: sql.join(conditions, sql` and `) };
}

type Page = { cursor?: string | undefined; limit: number };

export async function listAssets(tx: Tx, { cursor, limit, ...asked }: AssetsAsked & Page, today: PlainDate) {
  const { where } = await askedSql(tx, asked, today);
  const rows = await tx.rows(sql<AssetLine>`
    select ${LINE_COLUMNS}, ${OWNER} as owner from assets a left join regions r on r.code = a.region_code
    where ${where} and (${cursor ?? null}::text is null or a.number > ${cursor ?? null}) order by a.number limit ${limit + 1}`);
  const total = cursor === undefined ? await count(tx, where) : undefined;
  const items = rows.slice(0, limit).map(withoutNulls);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, ...(total === undefined ? {} : { total }), ...(last ? { next: last.number } : {}) };
}

async function count(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const found = await tx.first(sql<{ n: number }>`select count(*)::int as n from assets a where ${where}`);
  return found?.n ?? 0;
}
