// Takes a whole batch back: afterwards the tables are as if the file had never come.

import { sql } from 'kysely';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { correctIssues, openIssues } from '../../households/server/index.ts';
import { type FeedDefinition, feedTable } from '../domain/feed-definition.ts';
import { touchedByBatch } from './exports.ts';
import { sameSerial, serialColumn } from './feed-tables.ts';
import { getFeed } from './loading/load-batch.ts';
import type { BatchRow } from './queries.ts';
import { recountSerials } from './serials/serial-counts.ts';

/** Households of the batch, and those whose row counts now, are to be screened again. */
async function noteTouched(tx: Tx, batch: BatchRow): Promise<void> {
  await tx.script(`insert into pending_rescreens (household_id, village_code)
    ${touchedByBatch(batch.dataset, batch.id, batch.part)}`);
}

/** Serial numbers of the batch that other batches hold too, as `left_serials`: when its rows go, others may come to count. */
async function noteSerials(tx: Tx, definition: FeedDefinition, { id, part }: BatchRow): Promise<void> {
  const serial = serialColumn(definition);
  if (!serial) return;
  const table = feedTable(definition);
  await tx.script(`
    create temp table left_serials on commit drop as
    select u.serial_hash, u.${serial} from ${table}_p${part} u
    where u.batch_id = ${id} and exists (select from ${table} f where ${sameSerial(serial, 'f', 'u')} and f.batch_id <> u.batch_id);
    analyze left_serials;`);
}

async function removeRows(tx: Tx, definition: FeedDefinition, batch: BatchRow): Promise<void> {
  const partition = `${feedTable(definition)}_p${batch.part}`;
  if (batch.part === 0) await tx.run(sql`delete from ${sql.table(partition)} where batch_id = ${batch.id}`);
  else await tx.script(`drop table ${partition}`);
  await tx.run(sql`delete from stray_rows where batch_id = ${batch.id}`);
  await closeIssues(tx, definition, batch);
}

/** Closes the issues that the batch's rows opened; where another batch says the same, it is opened again from that. */
async function closeIssues(tx: Tx, definition: FeedDefinition, batch: BatchRow): Promise<void> {
  if (definition.subject === 'village') return;
  await tx.script(`
    create temp table closed_issues on commit drop as
    select county_code, id, village_code, household_id, person_id, code from data_issues
    where batch_id = ${batch.id} and dataset = '${definition.code}' and state = 'open'`);
  await correctIssues(tx, sql`select county_code, id from closed_issues`);
  const again = `
    select distinct on (c.person_id) c.county_code, c.village_code, c.household_id, c.person_id, c.code,
      '${definition.code}', f.batch_id, f.line, '{}'::jsonb
    from closed_issues c
    join ${feedTable(definition)} f on f.household_id = c.household_id and f.person_id = c.person_id and f.name_differs
    where c.code = 'name-differs'
    order by c.person_id, f.batch_id, f.line`;
  await openIssues(tx, sql.raw(again));
}

/** Undoes a batch that stands at `undoing`; a batch in any other state is left alone. */
export async function undoBatch(db: Database, actor: Actor, batch: BatchRow): Promise<void> {
  const definition = getFeed(batch.dataset);
  await db.bulk(actor, async (tx) => {
    // The lock of loading: nothing of this dataset comes in while the first rows move on.
    await tx.run(sql`select pg_advisory_xact_lock(15000002, hashtext(${definition.code}))`);
    const taken = await tx.run(sql`
      update feed_batches set state = 'undone', undone_at = now(), undone_by = ${actor.name}, rescreen_due = false
      where id = ${batch.id} and state = 'undoing'`);
    if (taken === 0) return { result: undefined, audit: [] };
    await noteTouched(tx, batch);
    await noteSerials(tx, definition, batch);
    await removeRows(tx, definition, batch);
    await recountSerials(tx, definition, 'left_serials');
    return {
      result: undefined,
      audit: {
        operation: 'feeds.undo',
        subjectKind: 'batch',
        subjectId: batch.id,
        regionCode: batch.regionCode,
        before: { file: batch.fileName, sha256: batch.sha256, ...batch.counts },
        after: { state: 'undone' },
      },
    };
  });
}
