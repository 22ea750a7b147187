// What an office called its columns before. Row-level security holds every office to its own.

import { sql } from 'kysely';
import { normalizeHeader } from '../../../kernel/cell.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { ColumnName } from '../../feeds/domain/column-names.ts';
import type { FeedDefinition } from '../../feeds/domain/feed-definition.ts';

/** Names given by the actor's own office for a dataset. */
export async function listColumnNames(tx: Tx, { code }: FeedDefinition): Promise<ColumnName[]> {
  return tx.rows<ColumnName>(sql`select column_title as "column", header from feed_column_names
    where region_code = ${tx.actor.areaCode} and dataset = ${code} order by at desc, header`);
}

/** Names that no office contradicts: for a load that is no office's. As the owner, who sees all of them. */
export async function listAgreedNames(tx: Tx, code: string): Promise<ColumnName[]> {
  return tx.rows<ColumnName>(sql`select min(column_title) as "column", header from feed_column_names
    where dataset = ${code} group by header having count(distinct column_title) = 1 order by header`);
}

/** The newest word on a heading counts. */
export async function rememberNames(
  tx: Tx,
  { code, department }: FeedDefinition,
  names: readonly ColumnName[],
): Promise<void> {
  if (names.length === 0) return;
  const { areaCode, name } = tx.actor;
  await tx.run(sql`
    insert into feed_column_names (region_code, department, dataset, header, column_title, account_name)
    select ${areaCode}, ${department}, ${code}, n.header, n.title, ${name}
    from unnest(${names.map(({ header }) => normalizeHeader(header))}::text[], ${names.map(({ column }) => column)}::text[]) as n (header, title)
    on conflict (region_code, dataset, header) do update set column_title = excluded.column_title, account_name = excluded.account_name, at = now()`);
}
