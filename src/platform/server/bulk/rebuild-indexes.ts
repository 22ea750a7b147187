// Filling a table that is (nearly) empty is several times faster when its indexes are built afterwards, in parallel.

import { sql } from 'kysely';
import type { Tx } from '../db.ts';

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

export async function isEmpty(tx: Tx, table: string): Promise<boolean> {
  return (await tx.first(sql`select 1 from ${sql.table(table)} limit 1`)) === undefined;
}

/**
 * Runs `fill` with the tables' indexes taken away and put back, all inside the transaction. Uniqueness is then checked by
 * the building of the index. Readers of the tables wait, so this is for first loads only: a table that has rows is left
 * as it is.
 */
export async function withRebuiltIndexes<T>(tx: Tx, tables: string[], fill: () => Promise<T>): Promise<T> {
  const putBack: (() => Promise<void>)[] = [];
  for (const table of tables) {
    await tx.script(`lock table ${table}`);
    // Somebody may have been writing until the lock was given.
    if (!(await isEmpty(tx, table))) continue;
    // What goes into a table emptied in the same transaction needs no log.
    await tx.script(`truncate ${table}`);
    putBack.push(await takeIndexesAway(tx, table));
  }
  const result = await fill();
  for (const restore of putBack) await restore();
  return result;
}
