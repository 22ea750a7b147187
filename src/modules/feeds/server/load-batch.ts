// Loads one file of a dataset: bytes → transform workers → COPY into staging → match → the dataset's table. All of it is
// one transaction: a crash or a cancel leaves nothing, and the same file again changes nothing.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { sql } from 'kysely';
import { matchHeaders } from '../../../kernel/match-headers.ts';
import { Problem } from '../../../kernel/problem.ts';
import { countyOf, type RegionRange } from '../../../kernel/region-code.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import { allowBulkMemory } from '../../../platform/server/bulk-memory.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { copyTransformed } from '../../../platform/server/tables/copy-transformed.ts';
import { openTable, type TableSource } from '../../../platform/server/tables/table-source.ts';
import { holdRegistry } from '../../households/server/index.ts';
import { listVillageCodes } from '../../regions/server/index.ts';
import { FEEDS, findFeed } from '../domain/datasets/index.ts';
import { type FeedDefinition, feedTable } from '../domain/feed-definition.ts';
import { feedColumns, hasSerial, storedColumns } from './feed-tables.ts';
import { type FeedTransformInit, ODD_COLUMNS, QUARANTINE_COLUMNS } from './feed-transform.ts';
import { markLater } from './later-rows.ts';
import { resolveOddRows } from './match-rows.ts';
import '../domain/problems.ts';

/** From this many rows on, a batch becomes a partition of its own, built in parallel. */
const OWN_PARTITION_ROWS = 50_000;

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
  signal?: AbortSignal;
  onProgress?: (progress: { bytes: number; byteSize: number; rows: number; phase: 'read' | 'match' | 'store' }) => void;
};

export type LoadResult = {
  batchId: number;
  dataset: string;
  file: string;
  /** The same bytes were loaded before: nothing changed. */
  alreadyLoaded: boolean;
  /** Its households are still to be screened again; also where an earlier run was cut off before that. */
  rescreenDue: boolean;
  part: number;
  rows: number;
  quarantined: number;
  methods: Record<string, number>;
  quarantine: Record<string, number>;
  unknownColumns: string[];
};

export function getFeed(code: string): FeedDefinition {
  const definition = findFeed(code);
  if (!definition)
    throw new Problem('feeds.no-dataset', { dataset: code, known: FEEDS.map((feed) => feed.title).join('、') });
  return definition;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file, { highWaterMark: 4 << 20 })) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

type Staged = { rows: string; odd: string; quarantine: string };

async function stage(
  tx: Tx,
  definition: FeedDefinition,
  source: TableSource,
  init: FeedTransformInit,
  request: LoadRequest,
  staged: Staged,
) {
  const { rows, quarantined } = await copyTransformed(tx, source, {
    module: new URL('./feed-transform.ts', import.meta.url),
    init,
    targets: {
      rows: staged.rows,
      quarantine: staged.quarantine,
      ...(definition.subject === 'person' ? { odd: staged.odd } : {}),
    },
    signal: request.signal,
    onProgress: (bytes, read) => request.onProgress?.({ bytes, byteSize: source.byteSize, rows: read, phase: 'read' }),
  });
  return { rows: rows ?? 0, quarantined: quarantined ?? 0 };
}

function stagingColumns(definition: FeedDefinition): string {
  const person = definition.subject === 'person' ? 'id_key bigint, name text, ' : '';
  return `line int, ${person}${storedColumns(definition)
    .map(({ name, type }) => `${name} ${type}`)
    .join(', ')}`;
}

/**
 * The statement that answers the batch's final rows, in the order of the dataset's columns. An ID that two persons hold
 * stands in `resolved`, so that a row without an entry there joins with at most one person.
 */
function finalSelect(
  definition: FeedDefinition,
  staged: Staged,
  batchId: number,
  part: number,
  counties: RegionRange,
): string {
  const fields = storedColumns(definition).map(({ name }) => `s.${name}`);
  const serial = definition.columns.find((column) => column.kind === 'serial')?.field;
  const counts = serial ? [`not exists (select from later l where l.line = s.line) as counts`] : [];
  if (definition.subject === 'village')
    return `select ${part} as part, ${batchId} as batch_id, s.line, ${[...fields, ...counts].join(', ')} from ${staged.rows} s`;
  return `select ${part} as part, ${batchId} as batch_id, s.line,
      coalesce(x.county_code, r.county_code) as county_code, coalesce(x.household_id, r.household_id) as household_id,
      coalesce(x.person_id, r.person_id) as person_id,
      case when r.method is not null then r.method when x.person_id is not null then 'id'
        when s.id_key is not null then 'not-in-registry' else 'bad-id' end as method,
      coalesce(x.name_hash <> hashtext(s.name) and s.name <> '', false) as name_differs,
      ${[...fields, ...counts].join(', ')}
    from ${staged.rows} s
    left join resolved r on r.line = s.line
    left join person_index x on x.id_key = s.id_key and r.line is null and x.county_code between ${counties.low} and ${counties.high}`;
}

/** A file handed in for an area speaks of nobody outside it: whoever is found there counts as not found. */
function countiesOf({ range }: Actor): RegionRange {
  return { low: countyOf(range.low), high: countyOf(range.high) };
}

async function dropOutsiders(tx: Tx): Promise<void> {
  const { low, high } = countiesOf(tx.actor);
  await tx.run(sql`update resolved set method = 'not-in-registry', county_code = null, household_id = null, person_id = null
    where county_code not between ${low} and ${high}`);
}

/** Up to this share of the registry, looking persons up one by one costs less than hashing everybody. */
const LOOKUP_SHARE = 1 / 12;

/** Makes planners look persons up by index where that is quicker; they take it for dearer than it is. */
async function preferLookups(tx: Tx, rows: number): Promise<void> {
  const registry = await tx.first<{ size: number }>(
    sql`select reltuples::bigint as size from pg_class where oid = 'person_index'::regclass`,
  );
  if (rows < (registry?.size ?? 0) * LOOKUP_SHARE) await tx.script('set local random_page_cost = 0.1');
}

async function store(
  tx: Tx,
  definition: FeedDefinition,
  staged: Staged,
  batchId: number,
  rows: number,
): Promise<number> {
  const table = feedTable(definition);
  const part = rows >= OWN_PARTITION_ROWS ? batchId : 0;
  const select = finalSelect(definition, staged, batchId, part, countiesOf(tx.actor));
  const columns = ['part', ...feedColumns(definition).map(({ name }) => name)].join(', ');
  await preferLookups(tx, rows);
  if (part === 0) {
    await tx.script(`insert into ${table}_p0 (${columns}) ${select}`);
    return part;
  }
  const types = feedColumns(definition).map(({ name, type }) => `${name}::${type}`);
  await tx.script(`
    create table ${table}_p${part} as select part::int, ${types.join(', ')} from (${select}) f;
    analyze ${table}_p${part};
    ${definition.subject === 'person' ? `create index on ${table}_p${part} (line) where household_id is null;` : ''}
    set local maintenance_work_mem = '512MB';
    alter table ${table} attach partition ${table}_p${part} for values in (${part});`);
  return part;
}

/** Rows that were not matched by a sound ID stay known, sealed, for the review list and for later matching. */
async function storeStrays(
  tx: Tx,
  definition: FeedDefinition,
  staged: Staged,
  batchId: number,
  part: number,
): Promise<void> {
  if (definition.subject === 'village') return;
  await tx.script(`
    insert into stray_rows (batch_id, line, method, id_sound, id_key, name, village_code, id_sealed, candidates, candidate_count, review_low, review_high, county_code, household_id, person_id)
    select ${batchId}, o.line, coalesce(r.method, 'bad-id'), false, o.id_key, o.name, o.village_code, o.id_sealed, r.candidates, r.candidate_count, v.low, v.high, r.county_code, r.household_id, r.person_id
    from ${staged.odd} o left join resolved r on r.line = o.line left join review_span v on v.line = o.line;
    insert into stray_rows (batch_id, line, method, id_sound, id_key, name, candidates, candidate_count, review_low, review_high, county_code, household_id, person_id)
    select ${batchId}, s.line, coalesce(r.method, 'not-in-registry'), true, s.id_key, s.name, r.candidates, r.candidate_count, v.low, v.high, r.county_code, r.household_id, r.person_id
    from ${feedTable(definition)}_p${part} f join ${staged.rows} s on s.line = f.line
    left join resolved r on r.line = f.line left join review_span v on v.line = f.line
    where f.batch_id = ${batchId} and f.method <> 'id' and s.id_key is not null;
    insert into data_issues (county_code, village_code, household_id, person_id, code, dataset, batch_id, line)
    select f.county_code, h.village_code, f.household_id, f.person_id, 'name-differs', '${definition.code}', f.batch_id, f.line
    from ${feedTable(definition)}_p${part} f join households h on h.county_code = f.county_code and h.id = f.household_id
    where f.batch_id = ${batchId} and f.name_differs
      and not exists (select from data_issues i where i.person_id = f.person_id and i.county_code = f.county_code and i.code = 'name-differs' and i.dataset = '${definition.code}' and i.state = 'open');`);
}

async function countMethods(
  tx: Tx,
  definition: FeedDefinition,
  batchId: number,
  part: number,
): Promise<Record<string, number>> {
  if (definition.subject === 'village') return {};
  const rows = await tx.rows<{ method: string; n: number }>(
    sql`select method, count(*)::int as n from ${sql.table(`${feedTable(definition)}_p${part}`)} where batch_id = ${batchId} group by method order by method`,
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
    await tx.run(sql`update feed_batches set state = 'loading', sha256 = ${sha256} where id = ${request.batchId}`);
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

const NOTHING = {
  rows: 0,
  quarantined: 0,
  methods: {},
  quarantine: {},
  unknownColumns: [],
} satisfies Partial<LoadResult>;

/** Loads one file. Only one file of a dataset is loaded at a time, so that "first of a serial number" has a meaning. */
export async function loadBatch(db: Database, keys: Keys, actor: Actor, request: LoadRequest): Promise<LoadResult> {
  const definition = getFeed(request.dataset);
  const source = await openTable(request.path, request.signal);
  const { positions, unknown } = matchHeaders(request.fileName, source.header, definition.columns);
  const sha256 = await sha256Of(request.path);
  return db.bulk<LoadResult>(actor, async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(15000002, hashtext(${definition.code}))`);
    const same = await tx.first<{ id: number; part: number; rescreenDue: boolean }>(sql`
      select id, part, rescreen_due from feed_batches where sha256 = ${sha256} and dataset = ${definition.code} and state = 'loaded'`);
    if (same) {
      const result = {
        batchId: same.id,
        dataset: definition.code,
        file: request.fileName,
        alreadyLoaded: true,
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
      quarantine: `staging_quarantine_${batchId}`,
    };
    await tx.script(`
      create unlogged table ${staged.rows} (${stagingColumns(definition)});
      create unlogged table ${staged.odd} (${ODD_COLUMNS});
      create unlogged table ${staged.quarantine} (${QUARANTINE_COLUMNS});`);
    const villages = Float64Array.from(await listVillageCodes(tx, actor.range));
    const init: FeedTransformInit = {
      dataset: definition.code,
      positions,
      width: source.header.length,
      villages,
      keys,
    };
    const totals = await stage(tx, definition, source, init, request, staged);
    request.onProgress?.({ bytes: source.byteSize, byteSize: source.byteSize, rows: totals.rows, phase: 'match' });
    await tx.script(`analyze ${staged.odd};`);
    // What asks nothing of the registry is done while an import may still hold it.
    await allowBulkMemory(tx);
    if (hasSerial(definition)) await markLater(tx, definition, staged.rows, totals.rows);
    await holdRegistry(tx);
    if (definition.subject === 'person') {
      await resolveOddRows(tx, keys, staged.rows, staged.odd);
      await dropOutsiders(tx);
    }
    request.signal?.throwIfAborted();
    request.onProgress?.({ bytes: source.byteSize, byteSize: source.byteSize, rows: totals.rows, phase: 'store' });
    const part = await store(tx, definition, staged, batchId, totals.rows);
    await tx.script(`insert into quarantined_rows select ${batchId}, q.* from ${staged.quarantine} q`);
    await storeStrays(tx, definition, staged, batchId, part);
    const methods = await countMethods(tx, definition, batchId, part);
    const quarantine = await countReasons(tx, batchId);
    const counts = {
      rows: totals.rows + totals.quarantined,
      quarantined: totals.quarantined,
      methods,
      quarantine,
      unknownColumns: unknown,
    };
    await tx.run(
      sql`update feed_batches set state = 'loaded', part = ${part}, loaded_at = clock_timestamp(), counts = ${JSON.stringify(counts)}::jsonb, header = ${JSON.stringify(source.header)}::jsonb where id = ${batchId}`,
    );
    await tx.script(`drop table ${staged.rows}, ${staged.odd}, ${staged.quarantine}`);
    return {
      result: {
        batchId,
        dataset: definition.code,
        file: request.fileName,
        alreadyLoaded: false,
        rescreenDue: request.rescreens ?? false,
        part,
        ...counts,
      },
      audit: {
        operation: 'feeds.load',
        subjectKind: 'batch',
        subjectId: batchId,
        after: { file: request.fileName, sha256, ...counts },
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
