// Of rows with one serial number the first good one counts, in order of loading, then of lines (data contract §3).

import type { Tx } from '../../../platform/server/db.ts';
import { type FeedDefinition, feedTable } from '../domain/feed-definition.ts';

/** Below this many rows, other files' rows are looked up by index. */
const FEW_ROWS = 100_000;

/** Lines of a serial number that a row before them already holds, in this file or an earlier one (data contract §3). */
export async function markLater(tx: Tx, definition: FeedDefinition, staged: string, rows: number): Promise<void> {
  const serial = definition.columns.find((column) => column.kind === 'serial')?.field;
  if (!serial) return;
  await tx.script(`
    -- Hashes of serial numbers that come twice, by sorting: cheaper than a table of half a million texts.
    set local enable_hashagg = off; set local max_parallel_workers_per_gather = 0;
    create temp table repeated_serials on commit drop as
    select hash from (select hashtextextended(${serial}, 0) as hash from ${staged}) s group by hash having count(*) > 1;
    reset enable_hashagg; reset max_parallel_workers_per_gather;
    analyze repeated_serials;
    create temp table later on commit drop as
    select line from (
      select line, row_number() over (partition by ${serial} order by line) as n from ${staged}
      where hashtextextended(${serial}, 0) in (select hash from repeated_serials)) d
    where n > 1;
    analyze later;`);
  await addKnownSerials(tx, serial, feedTable(definition), staged, rows);
}

/** Rows whose serial number an earlier file has. Few rows are looked up one by one; of many, first those whose hash is there. */
async function addKnownSerials(tx: Tx, serial: string, table: string, staged: string, rows: number): Promise<void> {
  const few = rows < FEW_ROWS;
  const hash = (column: string) => `hashtextextended(${column}, 0)`;
  if (!few)
    await tx.script(`
      create temp table met_serials on commit drop as select line, ${serial} from ${staged}
      where ${hash(serial)} in (select ${hash(serial)} from ${table});`);
  // The limit keeps the look-up one by row, so that it goes by the index.
  await tx.script(`
    insert into later select m.line from ${few ? staged : 'met_serials'} m
    cross join lateral (select from ${table} f
      where ${hash(`f.${serial}`)} = ${hash(`m.${serial}`)} and f.${serial} = m.${serial} limit 1) known;
    analyze later`);
}
