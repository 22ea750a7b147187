// Of rows with one serial number the first good one of an office counts, in order of loading, then of lines (data contract §3).

import { sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { type FeedDefinition, feedTable } from '../../domain/feed-definition.ts';
import { hasSerial, sameSerial, serialColumn } from '../feed-tables.ts';
import { recountSerials } from './serial-counts.ts';

/** Below this many rows, other files' rows are looked up by index. */
const FEW_ROWS = 100_000;

/** Where the rows of a batch stand that is not part of the dataset's table yet. */
export type OwnRows = {
  staged: string;
  /** Has its indexes. */
  partition: string | undefined;
};

/**
 * Lines of a serial number that a row of the same office before them already holds, in this file or an earlier one (data
 * contract §3), as `later (line, serial_hash)`; those that only other offices hold, as `held_elsewhere (serial_hash, <serial>)`.
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
  // Of few rows, earlier files are asked row by row; the limit keeps it to that. A row that is later in its own file asks nobody.
  const holding = (
    office: string,
  ) => `cross join lateral (select from ${table} f join feed_batches b on b.id = f.batch_id
    where ${sameSerial(serial, 'f', 'm')} and ${office} limit 1) held`;
  await tx.script(`
    analyze later;
    create temp table known_serials on commit drop as
    select m.line, m.serial_hash, m.${serial} from ${few ? mine : 'met_serials m'} ${holding('true')}
    where not exists (select from later l where l.line = m.line);
    analyze known_serials;
    insert into later select m.line, m.serial_hash from known_serials m
    ${holding(`b.region_code = ${tx.actor.areaCode}`)};
    analyze later;
    create temp table held_elsewhere on commit drop as
    select m.serial_hash, m.${serial} from known_serials m where not exists (select from later l where l.line = m.line);`);
}

/** Once the batch's rows stand in their table: what other offices handed in under their serial numbers is judged with them. */
export async function judgeHeldElsewhere(tx: Tx, definition: FeedDefinition): Promise<void> {
  if (!hasSerial(definition)) return;
  const found = await tx.first<{ some: boolean }>(sql`select exists (select from held_elsewhere) as some`);
  // No other row begins or ceases to count, and the households of these are screened with their batch.
  if (found?.some) await recountSerials(tx, definition, 'held_elsewhere', false);
}
