// Loads one file of a dataset: bytes → transform workers → COPY into staging → match → the dataset's table. All of it is
// one transaction: a crash or a cancel leaves nothing, and the same file again changes nothing.

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { sql } from 'kysely';
import { arePadded } from '../../../../kernel/id-number.ts';
import { Problem } from '../../../../kernel/problem.ts';
import type { Actor } from '../../../../platform/server/actor.ts';
import { allowBulkMemory } from '../../../../platform/server/bulk/bulk-memory.ts';
import type { Database, Tx } from '../../../../platform/server/db.ts';
import type { Keys } from '../../../../platform/server/keys.ts';
import { openTable, type TableSource } from '../../../../platform/server/tables/table-source.ts';
import { holdRegistry } from '../../../households/server/index.ts';
import { listVillageCodes } from '../../../regions/server/index.ts';
import { isTrue } from '../../../registry-import/server/index.ts';
import type { ColumnName } from '../../domain/column-names.ts';
import { FEEDS, findFeed } from '../../domain/datasets/index.ts';
import { type FeedDefinition, feedTable, namedColumns } from '../../domain/feed-definition.ts';
import type { Hold, Read } from '../../domain/hold.ts';
import { sumKnown } from '../../domain/match-method.ts';
import { followMovedSince } from '../follow-persons.ts';
import { judgeHeldElsewhere, markLater } from '../serials/later-rows.ts';
import type { FeedTransformInit } from './feed-transform.ts';
import { resolveOddRows } from './match-rows.ts';
import {
  isLargeShare,
  makeStaging,
  ownRows,
  type Reading,
  type ReadProgress,
  readInto,
  type StagedCounts,
  stillStaged,
} from './stage-rows.ts';
import {
  attachPartition,
  countiesOf,
  indexPartition,
  makePartition,
  placeRows,
  type Staged,
  storeStrays,
  type Target,
} from './store-rows.ts';
import '../../domain/problems.ts';

/** A file from this size on becomes a partition of its own: some 50,000 rows. */
const BULK_BYTES = 3 << 20;

export type LoadRequest = {
  dataset: string;
  path: string;
  fileName: string;
  purpose?: string;
  period?: string;
  /** The batch row made when the file was handed in; made here when left out. */
  batchId?: number;
  /** Remember with the batch that its households are still to be screened again, until `endRescreen`. */
  rescreens?: boolean;
  /** What the file's own headings are. */
  names?: readonly ColumnName[];
  /** Judges what was read before it counts; a batch with any answer is held and leaves nothing but its counts and bad rows. */
  hold?: (read: Read) => Hold[];
  /** Bytes from which on the file is loaded in bulk. */
  bulkFrom?: number;
  signal?: AbortSignal;
  onProgress?: (progress: ReadProgress) => void;
};

export type LoadResult = {
  batchId: number;
  dataset: string;
  file: string;
  /** The same bytes were loaded before: nothing changed. */
  alreadyLoaded: boolean;
  /** Somebody has to answer for it first: nothing of it counts. */
  held: boolean;
  /** Its households are still to be screened again; also where an earlier run was cut off before that. */
  rescreenDue: boolean;
  part: number;
  rows: number;
  quarantined: number;
  methods: Record<string, number>;
  quarantine: Record<string, number>;
  unknownColumns: string[];
  /** Rows without content, sums and signatures, which are no records. */
  skipped: number;
  /** Good rows whose ID a spreadsheet turned into a number: its last digits are lost, and it names nobody. */
  lostIds: number;
  /** Where the header was found: the sheet of a workbook, and the physical line. */
  sheet?: string;
  headerLine: number;
};

export function getFeed(code: string): FeedDefinition {
  const definition = findFeed(code);
  if (!definition)
    throw new Problem('feeds.no-dataset', { dataset: code, known: FEEDS.map((feed) => feed.title).join('、') });
  return definition;
}

/** One buffer for the whole file: a stream would leave hundreds of megabytes for the collector. */
async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 20);
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

async function dropOutsiders(tx: Tx): Promise<void> {
  const { low, high } = countiesOf(tx.actor);
  await tx.run(sql`update resolved set method = 'not-in-registry', county_code = null, household_id = null, person_id = null
    where county_code not between ${low} and ${high}`);
}

/** Rows by method; those `placed` went into the table while the file was read. */
async function countMethods(
  tx: Tx,
  definition: FeedDefinition,
  placed: StagedCounts['placed'],
): Promise<Record<string, number>> {
  if (definition.subject === 'village') return {};
  const rows = await tx.rows<{ method: string; n: number }>(
    sql`select method, sum(n)::int as n from (
      select method, count(*) as n from placed group by method
      union all select key, value::bigint from jsonb_each_text(${JSON.stringify(placed)}::jsonb) where value <> '0') m
      group by method order by method`,
  );
  return Object.fromEntries(rows.map(({ method, n }) => [method, n]));
}

async function countReasons(tx: Tx, batchId: number): Promise<Record<string, number>> {
  const rows = await tx.rows<{ reason: string; n: number }>(
    sql`select reason, count(*)::int as n from quarantined_rows where batch_id = ${batchId} group by reason order by reason`,
  );
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}

async function claimBatch(
  tx: Tx,
  definition: FeedDefinition,
  request: LoadRequest,
  sha256: string,
  byteSize: number,
): Promise<number> {
  if (request.batchId !== undefined) {
    const claimed = await tx.run(sql`update feed_batches set state = 'loading', sha256 = ${sha256}
      where id = ${request.batchId} and state in ('queued', 'loading')`);
    if (claimed === 0) throw new Problem('feeds.not-under-way', { id: request.batchId });
    return request.batchId;
  }
  const { actor } = tx;
  const row = await tx.first<{ id: number }>(sql`
    insert into feed_batches (dataset, department, file_name, sha256, byte_size, purpose, period, region_code, account_id, account_name, state, rescreen_due)
    values (${definition.code}, ${definition.department}, ${request.fileName}, ${sha256}, ${byteSize},
      ${request.purpose ?? definition.purpose}, ${request.period ?? ''}, ${actor.areaCode}, ${actor.accountId}, ${actor.name}, 'loading', ${request.rescreens ?? false})
    returning id`);
  if (!row) throw new Error('no batch');
  return row.id;
}

/**
 * What was read is no longer true: the file was read beside an import that then failed or was followed by another, or the
 * same file was loaded meanwhile. All is to be done again.
 */
class Overtaken extends Error {}

type LoadedBatch = { id: number; part: number; rescreenDue: boolean };

/** Of the same office: what another handed in was looked for among that office's people only. */
async function findLoaded(tx: Tx, definition: FeedDefinition, sha256: string): Promise<LoadedBatch | undefined> {
  return tx.first<LoadedBatch>(sql`
    select id, part, rescreen_due from feed_batches
    where sha256 = ${sha256} and dataset = ${definition.code} and region_code = ${tx.actor.areaCode} and state = 'loaded'`);
}

const NOTHING = {
  rows: 0,
  quarantined: 0,
  methods: {},
  quarantine: {},
  unknownColumns: [],
  skipped: 0,
  lostIds: 0,
  headerLine: 0,
} satisfies Partial<LoadResult>;

/** From staged rows to placed ones, by the five steps of the data contract §4. */
async function matchAndPlace(
  tx: Tx,
  keys: Keys,
  definition: FeedDefinition,
  { source: { byteSize }, request, staged, target }: Reading,
  sha256: string,
  totals: StagedCounts,
): Promise<void> {
  const tell = (phase: 'match' | 'store') =>
    request.onProgress?.({ bytes: byteSize, byteSize, rows: totals.rows, phase });
  await tx.script(`analyze ${staged.odd}, ${staged.repairs};`);
  // What asks nothing of other files or of the registry is done while one of them, or an import, may still be waited for.
  await allowBulkMemory(tx);
  if (target.part > 0) await indexPartition(tx, definition, target);
  // One file of a dataset after the other, so that "first of a serial number" has a meaning.
  await tx.run(sql`select pg_advisory_xact_lock(15000002, hashtext(${definition.code}))`);
  tell('match');
  if (await findLoaded(tx, definition, sha256)) throw new Overtaken();
  await markLater(tx, definition, ownRows(staged, target, totals), totals.rows);
  await holdRegistry(tx);
  if (totals.persons && !(await isTrue(tx, totals.persons))) throw new Overtaken();
  if (definition.subject === 'person') {
    await resolveOddRows(tx, keys, staged);
    await dropOutsiders(tx);
  }
  request.signal?.throwIfAborted();
  tell('store');
  // Planners take looking up by index for dearer than it is.
  if (!(await isLargeShare(tx, stillStaged(totals)))) await tx.script('set local random_page_cost = 0.1');
  await placeRows(tx, definition, staged, target);
  if (target.part > 0) await attachPartition(tx, definition, target);
  await keepRefused(tx, staged, target);
  await storeStrays(tx, definition, staged, target);
  await judgeHeldElsewhere(tx, definition);
  if (totals.persons) await followMovedSince(tx, totals.persons.madeAt, target.table);
}

/** In the place of those that stand there from the look after which the batch was held. */
async function keepRefused(tx: Tx, { quarantine }: Staged, { batchId }: Target): Promise<void> {
  await tx.script(`delete from quarantined_rows where batch_id = ${batchId};
    insert into quarantined_rows select ${batchId}, q.* from ${quarantine} q`);
}

const BEFORE_PLACING = 'before_placing';

/** As if nothing had been found: only the refused rows stay, to be looked at and mended. */
async function putBack(tx: Tx, { staged, target }: Reading): Promise<void> {
  const { batchId, part, table } = target;
  await tx.script(`
    rollback to savepoint ${BEFORE_PLACING};
    delete from stray_rows where batch_id = ${batchId};
    ${part > 0 ? `drop table ${table}` : ''}`);
  await keepRefused(tx, staged, target);
}

function hasPaddedIds({ columns }: FeedDefinition, { sample, positions }: TableSource): boolean {
  const at = positions[columns.findIndex(({ kind }) => kind === 'id')] ?? -1;
  return at >= 0 && arePadded(sample.map((cells) => cells[at] ?? ''));
}

/** Loads one file. Files of a dataset may be read side by side; they are put in one after the other. */
export async function loadBatch(db: Database, keys: Keys, actor: Actor, request: LoadRequest): Promise<LoadResult> {
  for (;;) {
    // A workbook that turns out to be loaded already is not read to its end: whoever reads it has to be told.
    const over = new AbortController();
    try {
      return await loadOnce(db, keys, actor, request, over.signal);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    } finally {
      over.abort();
    }
  }
}

async function loadOnce(
  db: Database,
  keys: Keys,
  actor: Actor,
  request: LoadRequest,
  over: AbortSignal,
): Promise<LoadResult> {
  const definition = getFeed(request.dataset);
  const wanted = { file: request.fileName, columns: namedColumns(definition, request.names) };
  const signal = request.signal ? AbortSignal.any([request.signal, over]) : over;
  const source = await openTable(request.path, wanted, signal);
  const sha256 = await sha256Of(request.path);
  return db.bulk<LoadResult>(actor, async (tx) => {
    const same = await findLoaded(tx, definition, sha256);
    if (same) {
      const result = {
        batchId: same.id,
        dataset: definition.code,
        file: request.fileName,
        alreadyLoaded: true,
        held: false,
        rescreenDue: same.rescreenDue,
        part: same.part,
        ...NOTHING,
      };
      return {
        result,
        audit: { operation: 'feeds.load', subjectKind: 'batch', subjectId: same.id, after: { alreadyLoaded: true } },
      };
    }
    const batchId = await claimBatch(tx, definition, request, sha256, source.byteSize);
    const staged = {
      rows: `staging_rows_${batchId}`,
      odd: `staging_odd_${batchId}`,
      repairs: `staging_repairs_${batchId}`,
      quarantine: `staging_quarantine_${batchId}`,
    };
    await makeStaging(tx, definition, staged);
    const villages = await listVillageCodes(tx, actor.range);
    const init: FeedTransformInit = {
      dataset: definition.code,
      positions: source.positions,
      units: source.units,
      paddedIds: hasPaddedIds(definition, source),
      width: source.header.length,
      villages,
      keys,
      counties: countiesOf(actor),
      batchId,
    };
    const isBulk = source.byteSize >= (request.bulkFrom ?? BULK_BYTES);
    const part = isBulk ? batchId : 0;
    const target: Target = { batchId, part, table: `${feedTable(definition)}_p${part}` };
    if (isBulk) await makePartition(tx, definition, target);
    const reading = { source, init, request, staged, target };
    const totals = await readInto(tx, definition, reading, isBulk);
    if (request.hold) await tx.script(`savepoint ${BEFORE_PLACING}`);
    await matchAndPlace(tx, keys, definition, reading, sha256, totals);
    const methods = await countMethods(tx, definition, totals.placed);
    const quarantine = await countReasons(tx, batchId);
    const counts = {
      rows: totals.rows + totals.quarantined,
      quarantined: totals.quarantined,
      methods,
      quarantine,
      unknownColumns: source.unknown,
      skipped: totals.skipped,
      lostIds: totals.lost,
      headerLine: source.headerLine,
      ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    };
    const holds = request.hold?.({ subject: definition.subject, known: sumKnown(methods), ...counts }) ?? [];
    if (holds.length > 0) await putBack(tx, reading);
    const state = holds.length > 0 ? 'held' : 'loaded';
    const ended = await tx.run(
      sql`update feed_batches set state = ${state}, held_for = ${JSON.stringify(holds)}::jsonb, part = ${holds.length > 0 ? 0 : part}, loaded_at = case when ${state} = 'loaded' then clock_timestamp() end, counts = ${JSON.stringify(counts)}::jsonb, header = ${JSON.stringify(source.header)}::jsonb where id = ${batchId} and state = 'loading'`,
    );
    if (ended === 0) throw new Error(`batch ${batchId} is no longer being loaded`);
    await tx.script(`drop table ${Object.values(staged).join(', ')}`);
    return {
      result: {
        batchId,
        dataset: definition.code,
        file: request.fileName,
        alreadyLoaded: false,
        held: holds.length > 0,
        rescreenDue: holds.length === 0 && (request.rescreens ?? false),
        part,
        ...counts,
      },
      audit: {
        operation: 'feeds.load',
        subjectKind: 'batch',
        subjectId: batchId,
        after: { file: request.fileName, sha256, state, ...counts },
      },
    };
  });
}

/** The batch's households have been screened again. */
export async function endRescreen(db: Database, actor: Actor, batchId: number): Promise<void> {
  await db.bulk(actor, async (tx) => {
    await tx.run(sql`update feed_batches set rescreen_due = false where id = ${batchId}`);
    return { result: undefined, audit: [] };
  });
}
