// Of rows with one serial number the first good one counts, in order of loading, then of lines (data contract §3).

import type { Tx } from '../../../platform/server/db.ts';
import { type FeedDefinition, feedTable } from '../domain/feed-definition.ts';
import { serialColumn, serialHash } from './feed-tables.ts';

/** Below this many rows, other files' rows are looked up by index. */
const FEW_ROWS = 100_000;

/**
 * Lines of a serial number that a row before them already holds, in this file or an earlier one (data contract §3), as
 * `later (line)`. The batch's rows stand in the tables `own`, none of them part of the dataset's table yet.
 */
export async function markLater(tx: Tx, definition: FeedDefinition, own: string[], rows: number): Promise<void> {
  const serial = serialColumn(definition);
  if (!serial) return;
  const table = feedTable(definition);
  const few = rows < FEW_ROWS;
  const hashes = [...own, ...(few ? [] : [table])].map((from) => `select ${serialHash(serial)} as hash from ${from}`);
  const mine = `(${own.map((from) => `select line, ${serial} from ${from}`).join(' union all ')}) m`;
  // Hashes that come twice, by sorting: cheaper than a table of millions, and than going through the index's order, which
  // looks every row up. Of few rows, earlier files are asked row by row.
  await tx.script(`
    set local enable_hashagg = off; set local enable_indexscan = off; set local max_parallel_workers_per_gather = 0;
    create temp table repeated_serials on commit drop as
    select hash from (${hashes.join(' union all ')}) s group by hash having count(*) > 1;
    reset enable_hashagg; reset enable_indexscan; reset max_parallel_workers_per_gather;
    analyze repeated_serials;
    create temp table met_serials on commit drop as
    select line, ${serial} from ${mine} where ${serialHash(serial)} in (select hash from repeated_serials);
    create temp table later on commit drop as
    select line from (select line, row_number() over (partition by ${serial} order by line) as n from met_serials) d where n > 1;`);
  // The limit keeps the look-up one by row, so that it goes by the index.
  await tx.script(`
    insert into later select m.line from ${few ? mine : 'met_serials m'}
    cross join lateral (select from ${table} f
      where ${serialHash(`f.${serial}`)} = ${serialHash(`m.${serial}`)} and f.${serial} = m.${serial} limit 1) known;
    analyze later`);
}
