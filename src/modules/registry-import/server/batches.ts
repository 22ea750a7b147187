// SQL on imports of the registry and on the rows they refused.

import { sql } from 'kysely';
import type * as z from 'zod';
import type { Tx } from '../../../platform/server/db.ts';
import type { IMPORT_STATES, importResult } from '../domain/import-shapes.ts';

export type ImportState = (typeof IMPORT_STATES)[number];
export type Refusal = z.output<typeof importResult>['refusals'][number];

/** What is needed to do the work again after the program was stopped in the middle of it. */
export type BatchRequest = {
  householdsFile?: string;
  membersFile?: string;
  headers?: Record<string, string[]>;
  actor?: { role: string; areaCode: number; low: number; high: number };
};

type NewBatch = { files: string[]; state: ImportState; request?: BatchRequest };

/** Answers the batch's id. */
export async function addBatch(tx: Tx, { files, state, request = {} }: NewBatch): Promise<number> {
  const batch = await tx.first<{ id: number }>(sql`
    insert into import_batches (kind, account_id, account_name, files, region_code, state, request)
    values ('registry', ${tx.actor.accountId}, ${tx.actor.name}, ${JSON.stringify(files)}::jsonb, ${tx.actor.areaCode}, ${state},
      ${JSON.stringify(request)}::jsonb) returning id`);
  if (!batch) throw new Error('no batch');
  return batch.id;
}

/** The last act of the importing transaction: whoever sees `done` sees the rows too. A cancelled batch brings none. */
export async function endBatch(tx: Tx, id: number, counts: unknown): Promise<void> {
  const touched = await tx.run(sql`update import_batches set counts = ${JSON.stringify(counts)}::jsonb, state = 'done',
    problem = null, finished_at = now() where id = ${id} and state = 'importing'`);
  if (touched === 0) throw new Error(`import batch ${id} was cancelled`);
}

type Change = { state: ImportState; from: ImportState[]; counts?: unknown; problem?: string };

/** False where the batch is in none of the states `from`. */
export async function setBatchState(tx: Tx, id: number, { state, from, counts, problem }: Change): Promise<boolean> {
  const ended = state === 'failed' || state === 'cancelled';
  const touched = await tx.run(sql`update import_batches set state = ${state}, problem = ${problem ?? null},
      counts = coalesce(${counts === undefined ? null : JSON.stringify(counts)}::jsonb, counts),
      rescreen_due = ${state === 'importing'}, finished_at = ${ended ? sql`now()` : sql`null`}
    where id = ${id} and kind = 'registry' and state = any(${from}::text[])`);
  return touched > 0;
}

/** The slices above have followed the import. */
export async function endRescreen(tx: Tx, id: number): Promise<void> {
  await tx.run(sql`update import_batches set rescreen_due = false where id = ${id}`);
}

export type Batch = {
  id: number;
  state: ImportState;
  files: string[];
  counts: Partial<z.output<typeof importResult>>;
  request: BatchRequest;
  accountId: number;
  accountName: string;
  regionCode: number;
  at: string;
  finishedAt: string | null;
  problem: string | null;
  rescreenDue: boolean;
};

const COLUMNS = sql`id, state, files, counts, request, account_id, account_name, region_code, at, finished_at, problem,
  rescreen_due`;

export async function findBatch(tx: Tx, id: number): Promise<Batch | undefined> {
  return tx.first(sql<Batch>`select ${COLUMNS} from import_batches where id = ${id} and kind = 'registry'`);
}

/** Newest first, before the one of the cursor. */
export async function listBatches(tx: Tx, before: number | undefined, limit: number): Promise<Batch[]> {
  return tx.rows(sql<Batch>`select ${COLUMNS} from import_batches
    where kind = 'registry' and ${before === undefined ? sql`true` : sql`id < ${before}`} order by id desc limit ${limit}`);
}

/** Work that was under way when the program stopped. */
export async function listUnfinished(tx: Tx): Promise<Batch[]> {
  return tx.rows(sql<Batch>`select ${COLUMNS} from import_batches
    where (state in ('previewing', 'importing') or rescreen_due) and kind = 'registry' order by id limit 100`);
}

export async function countRefusals(tx: Tx, batchId: number): Promise<Record<string, number>> {
  const rows = await tx.rows<{ reason: string; n: number }>(
    sql`select reason, count(*)::int as n from refused_rows where batch_id = ${batchId} group by reason order by reason`,
  );
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}

/** The first hundred, in the order of the files. */
export async function listRefusals(tx: Tx, batchId: number): Promise<Refusal[]> {
  return tx.rows(sql<Refusal>`select file, line, column_name as "column", value, reason from refused_rows
    where batch_id = ${batchId} order by file, line limit 100`);
}

/** Keeps what was refused, with place and value. */
export async function keepRefused(
  tx: Tx,
  batchId: number,
  names: { households: string; members: string },
): Promise<void> {
  for (const table of ['households', 'members'] as const)
    await tx.run(sql`insert into refused_rows (batch_id, file, line, column_name, value, reason, raw_sealed)
      select ${batchId}, ${names[table]}, line, column_name, value, reason, raw_sealed from ${sql.table(`staged_${table}_refused`)}`);
}
