// Of rows with one serial number the first good one counts, in order of loading, then of lines (data contract §3).

import type { Tx } from '../../../platform/server/db.ts';
import { type FeedDefinition, feedTable } from '../domain/feed-definition.ts';
import { sameSerial, serialColumn } from './feed-tables.ts';

/** Below this many rows, other files' rows are looked up by index. */
const FEW_ROWS = 100_000;

/** Where the rows of a batch stand that is not part of the dataset's table yet. */
export type OwnRows = {
  staged: string;
  /** Has its indexes. */
  partition: string | undefined;
};

/**
 * Lines of a serial number that a row before them already holds, in this file or an earlier one (data contract §3), as
 * `later (line, serial_hash)`.
 */
export async function markLater(
  tx: Tx,
  definition: FeedDefinition,
  { staged, partition }: OwnRows,
  rows: number,
): Promise<void> {
  const serial = serialColumn(definition);
  if (!serial) return;
  const table = feedTable(definition);
  const few = rows < FEW_ROWS;
  const own = partition ? [staged, partition] : [staged];
  const hashes = [...own, ...(few ? [] : [table])].map((from) => `select serial_hash from ${from}`);
  const mine = `(${own.map((from) => `select line, serial_hash, ${serial} from ${from}`).join(' union all ')}) m`;
  // Hashes that come twice are met in the order of the indexes; then their rows are looked up. The offset keeps that to one
  // hash at a time, so that it goes by the index.
  const found = `
    select line, serial_hash, ${serial} from ${staged} where serial_hash in (select serial_hash from repeated_serials)
    ${partition ? `union all select m.* from repeated_serials r cross join lateral (select line, serial_hash, ${serial} from ${partition} where serial_hash = r.serial_hash offset 0) m` : ''}`;
  await tx.script(`
    ${own.map((from) => `analyze ${from} (serial_hash)`).join('; ')};
    set local enable_hashagg = off; set local max_parallel_workers_per_gather = 0; set local random_page_cost = 0.1;
    create temp table repeated_serials on commit drop as
    select serial_hash from (${hashes.join(' union all ')}) s group by serial_hash having count(*) > 1;
    reset enable_hashagg;
    analyze repeated_serials;
    create temp table met_serials on commit drop as ${found};
    reset max_parallel_workers_per_gather; reset random_page_cost;
    create temp table later on commit drop as
    select line, serial_hash from (select line, serial_hash, row_number() over (partition by ${serial} order by line) as n from met_serials) d where n > 1;`);
  // Of few rows, earlier files are asked row by row; the limit keeps it to that.
  await tx.script(`
    insert into later select m.line, m.serial_hash from ${few ? mine : 'met_serials m'}
    cross join lateral (select from ${table} f where ${sameSerial(serial, 'f', 'm')} limit 1) known;
    analyze later`);
}
