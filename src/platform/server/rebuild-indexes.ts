// Filling a table that is (nearly) empty is several times faster when its indexes are built afterwards, in parallel.

import { sql } from 'kysely';
import type { Tx } from './db.ts';

type Index = { name: string; definition: string; isConstraint: boolean };

/** Takes the table's indexes away; answers what puts them back (and analyses the table, or the given columns of it). */
export async function takeIndexesAway(tx: Tx, table: string): Promise<(columns?: string) => Promise<void>> {
  const indexes = await tx.rows<Index>(sql`
    select i.relname as name, coalesce(pg_get_constraintdef(c.oid), pg_get_indexdef(x.indexrelid)) as definition, c.oid is not null as is_constraint
    from pg_index x join pg_class i on i.oid = x.indexrelid
    left join pg_constraint c on c.conindid = x.indexrelid and c.contype in ('p', 'u')
    where x.indrelid = ${table}::regclass`);
  for (const { name, isConstraint } of indexes)
    await tx.script(isConstraint ? `alter table ${table} drop constraint ${name}` : `drop index ${name}`);
  return async (columns) => {
    await tx.script(`set local maintenance_work_mem = '1GB'`);
    for (const { name, definition, isConstraint } of indexes)
      await tx.script(isConstraint ? `alter table ${table} add constraint ${name} ${definition}` : definition);
    await tx.script(`analyze ${table}${columns ? ` (${columns})` : ''}`);
  };
}

/**
 * Runs `fill` with the table's indexes taken away and put back, all inside the transaction. Uniqueness is then checked by
 * the building of the index. Readers of the table wait, so this is for first loads only.
 */
export async function withRebuiltIndexes<T>(tx: Tx, table: string, fill: () => Promise<T>): Promise<T> {
  const putBack = await takeIndexesAway(tx, table);
  const result = await fill();
  await putBack();
  return result;
}
