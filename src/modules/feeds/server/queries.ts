// SQL on batches and their quarantine. Row-level security holds back batches and rows of other areas and departments.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { BatchState } from '../domain/batch-state.ts';
import type { ColumnName } from '../domain/column-names.ts';
import type { Hold } from '../domain/hold.ts';

/** Counts as `loadBatch` keeps them; empty until loaded. */
export type StoredCounts = {
  rows?: number;
  quarantined?: number;
  methods?: Record<string, number>;
  quarantine?: Record<string, number>;
  unknownColumns?: string[];
  sheet?: string;
  headerLine?: number;
  skipped?: number;
  lostIds?: number;
};

export type BatchRow = {
  id: number;
  dataset: string;
  department: string;
  fileName: string;
  sha256: string;
  byteSize: number;
  purpose: string;
  period: string;
  regionCode: number;
  /** The last code of the region. */
  regionHigh: number;
  regionName: string;
  accountId: number;
  accountName: string;
  state: BatchState;
  part: number;
  keptFile: string | null;
  header: string[] | null;
  counts: StoredCounts;
  problem: string | null;
  createdAt: string;
  loadedAt: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
  columnNames: ColumnName[];
  heldFor: Hold[];
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
};

const BATCH = sql`b.id, b.dataset, b.department, b.file_name, b.sha256, b.byte_size, b.purpose, b.period, b.region_code,
  region_high(b.region_code) as region_high, r.name as region_name, b.account_id, b.account_name, b.state, b.part, b.kept_file, b.header, b.counts, b.problem,
  b.created_at, b.loaded_at, b.undone_at, b.undone_by,
  b.column_names, b.held_for, b.decided_by, b.decided_at, b.decision_reason`;

export async function getBatch(tx: Tx, id: number): Promise<BatchRow> {
  const row = await tx.first(
    sql<BatchRow>`select ${BATCH} from feed_batches b join regions r on r.code = b.region_code where b.id = ${id}`,
  );
  if (!row) throw new Problem('feeds.no-batch', { id });
  return row;
}

/** The batch, if it was handed in for the actor's own area; only then may it be cancelled, undone and downloaded. */
export async function getOwnBatch(tx: Tx, id: number): Promise<BatchRow> {
  const row = await getBatch(tx, id);
  const { low, high } = tx.actor.range;
  if (row.regionCode < low || row.regionCode > high) throw new Problem('feeds.batch-not-own', { id });
  return row;
}

export type BatchFilter = {
  /** Batches for this region, for one above it, or for one below. */
  range: RegionRange;
  dataset?: string | undefined;
  department?: string | undefined;
  state?: BatchState | undefined;
  from?: string | undefined;
  to?: string | undefined;
  before: number;
  limit: number;
};

/** Newest first. */
export async function listBatches(tx: Tx, filter: BatchFilter): Promise<{ items: BatchRow[]; total: number }> {
  const { range, dataset = null, department = null, state = null, from = null, to = null } = filter;
  const where = sql`b.region_code <= ${range.high} and region_high(b.region_code) >= ${range.low}
    and (${dataset}::text is null or b.dataset = ${dataset})
    and (${department}::text is null or b.department = ${department})
    and (${state}::text is null or b.state = ${state})
    and (${from}::text is null or b.created_at >= (${from}::text || ' 00:00+08')::timestamptz)
    and (${to}::text is null or b.created_at < (${to}::text || ' 00:00+08')::timestamptz + interval '1 day')`;
  const items = await tx.rows(sql<BatchRow>`
    select ${BATCH} from feed_batches b join regions r on r.code = b.region_code
    where ${where} and b.id < ${filter.before} order by b.id desc limit ${filter.limit}`);
  const count = await tx.first(
    sql<{ total: number }>`select count(*)::int as total from feed_batches b where ${where}`,
  );
  return { items, total: count?.total ?? 0 };
}

/** A batch of the same bytes and the same office that is loaded, about to be, or held. */
export async function findSameFile(tx: Tx, dataset: string, sha256: string): Promise<number | undefined> {
  const row = await tx.first(sql<{ id: number }>`
    select id from feed_batches where sha256 = ${sha256} and dataset = ${dataset} and region_code = ${tx.actor.areaCode}
      and state in ('queued', 'loading', 'held', 'loaded') order by id limit 1`);
  return row?.id;
}

export type NewBatch = {
  dataset: string;
  department: string;
  fileName: string;
  sha256: string;
  byteSize: number;
  purpose: string;
  period: string;
  keptFile: string;
  names: readonly ColumnName[];
};

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<number> {
  const { accountId, name, areaCode } = tx.actor;
  const row = await tx.first(sql<{ id: number }>`
    insert into feed_batches (dataset, department, file_name, sha256, byte_size, purpose, period, kept_file, column_names,
      region_code, account_id, account_name, state)
    values (${batch.dataset}, ${batch.department}, ${batch.fileName}, ${batch.sha256}, ${batch.byteSize}, ${batch.purpose},
      ${batch.period}, ${batch.keptFile}, ${JSON.stringify(batch.names)}::jsonb, ${areaCode}, ${accountId}, ${name}, 'queued')
    returning id`);
  if (!row) throw new Error('no batch');
  return row.id;
}

/** Moves a batch on, only from one of the given states; answers whether it was in one. */
export async function moveBatch(tx: Tx, id: number, from: BatchState[], to: BatchState): Promise<boolean> {
  const moved = await tx.run(
    sql`update feed_batches set state = ${to} where id = ${id} and state in (${sql.join(from)})`,
  );
  return moved > 0;
}

/** Somebody's word on a batch that is held; answers whether it still was. */
export async function decideHeld(
  tx: Tx,
  id: number,
  { state, reason }: { state: 'queued' | 'withdrawn'; reason: string },
): Promise<boolean> {
  const decided =
    await tx.run(sql`update feed_batches set state = ${state}, decided_by = ${tx.actor.name}, decided_at = now(),
    decision_reason = ${reason} where id = ${id} and state = 'held'`);
  return decided > 0;
}

export type QuarantinedRow = { line: number; columnName: string; value: string; reason: string };

export async function listQuarantine(
  tx: Tx,
  id: number,
  filter: { reason?: string | undefined; after: number; limit: number },
): Promise<QuarantinedRow[]> {
  const { reason = null } = filter;
  return tx.rows(sql<QuarantinedRow>`
    select line, column_name, value, reason from quarantined_rows
    where batch_id = ${id} and line > ${filter.after} and (${reason}::text is null or reason = ${reason})
    order by line limit ${filter.limit}`);
}

export type RateRow = {
  dataset: string;
  batches: number;
  rows: number;
  quarantined: number;
  persons: number;
  matched: number;
  above: number;
};

/** Sums over the loaded batches handed in for regions inside `range`; of those from above it only how many there are: their counts speak of others. */
export async function sumRates(
  tx: Tx,
  range: RegionRange,
  { from = null, to = null }: { from?: string | null | undefined; to?: string | null | undefined },
): Promise<RateRow[]> {
  const own = sql`b.region_code between ${range.low} and ${range.high}`;
  return tx.rows(sql<RateRow>`
    select b.dataset, count(*) filter (where ${own})::int as batches, count(*) filter (where not (${own}))::int as above,
      coalesce(sum((b.counts ->> 'rows')::bigint) filter (where ${own}), 0)::bigint as rows,
      coalesce(sum((b.counts ->> 'quarantined')::bigint) filter (where ${own}), 0)::bigint as quarantined,
      coalesce(sum(m.persons) filter (where ${own}), 0)::bigint as persons,
      coalesce(sum(m.matched) filter (where ${own}), 0)::bigint as matched
    from feed_batches b
    cross join lateral (
      select sum(value::bigint) as persons,
        sum(value::bigint) filter (where key not in ('not-in-registry', 'bad-id', 'ambiguous')) as matched
      from jsonb_each_text(coalesce(b.counts -> 'methods', '{}'))) m
    where b.state = 'loaded' and b.region_code <= ${range.high} and region_high(b.region_code) >= ${range.low}
      and (${from}::text is null or b.loaded_at >= (${from}::text || ' 00:00+08')::timestamptz)
      and (${to}::text is null or b.loaded_at < (${to}::text || ' 00:00+08')::timestamptz + interval '1 day')
    group by b.dataset`);
}

export type SubmissionRow = {
  dataset: string;
  lastAt: string | null;
  lastPeriod: string | null;
  thisMonth: boolean;
  held: number;
  failed: number;
  toMend: number;
};

/** By dataset, of batches handed in for regions inside `range`; `month`: its first day. */
export async function listSubmissions(tx: Tx, range: RegionRange, month: string): Promise<SubmissionRow[]> {
  const since = sql`b.created_at >= (${month}::text || ' 00:00+08')::timestamptz`;
  const arrived = sql`b.state in ('held', 'loaded')`;
  return tx.rows(sql<SubmissionRow>`
    select b.dataset, max(b.created_at) filter (where ${arrived}) as last_at,
      (array_agg(b.period order by b.id desc) filter (where ${arrived}))[1] as last_period,
      coalesce(bool_or(${arrived} and ${since}), false) as this_month, count(*) filter (where b.state = 'held')::int as held,
      count(*) filter (where b.state = 'failed' and ${since})::int as failed,
      coalesce(sum((b.counts ->> 'quarantined')::bigint) filter (where b.state = 'loaded' and ${since}), 0)::bigint as to_mend
    from feed_batches b where b.region_code between ${range.low} and ${range.high}
    group by b.dataset`);
}
