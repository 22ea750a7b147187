// The long work of feeds: loading a batch, undoing one, screening again what they touched. The state stands in
// `feed_batches` and `pending_rescreens`, so that whatever a stop interrupted is started again with the program.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { countyOf } from '../../../kernel/region-code.ts';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Database } from '../../../platform/server/db.ts';
import { needRoomFor, runFileWork } from '../../../platform/server/file-jobs/file-work.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { Job } from '../../../platform/server/jobs.ts';
import { judgeHold, type Read } from '../domain/hold.ts';
import { touchedByBatch } from './exports.ts';
import { dropFile, dropOthers, keptPath } from './files/kept-files.ts';
import type { FeedsHooks } from './hooks.ts';
import { type LoadResult, loadBatch } from './loading/load-batch.ts';
import { type BatchRow, getBatch } from './queries.ts';
import { undoBatch } from './undo.ts';

export type JobTools = { db: Database; services: Services; hooks: FeedsHooks };

export function batchKey(id: number): string {
  return `feeds.batch:${id}`;
}

const RESCREEN_KEY = 'feeds.rescreen';
const INTERNAL = '装载时系统出现错误，没有留下任何数据。请重新提交；如仍不行，请联系管理员。';

async function findBatch(db: Database, id: number): Promise<BatchRow> {
  return db.bulkRead((tx) => getBatch(tx, id));
}

async function update(db: Database, actor: Actor, statement: ReturnType<typeof sql>): Promise<void> {
  await db.bulk(actor, async (tx) => {
    await tx.run(statement);
    return { result: undefined, audit: [] };
  });
}

/** Queues the loading of a batch. Does nothing for a batch that is not waiting. */
export function startLoad(tools: JobTools, actor: Actor, id: number): void {
  tools.services.jobs.start(batchKey(id), (job) => runLoad(tools, actor, id, job));
}

async function runLoad(tools: JobTools, actor: Actor, id: number, job: Job): Promise<void> {
  const { db, services } = tools;
  const batch = await findBatch(db, id);
  const { keptFile } = batch;
  if (!keptFile || (batch.state !== 'queued' && batch.state !== 'loading')) return;
  await runFileWork(services.jobs, job, {
    work: () => load(tools, actor, batch, keptPath(services, keptFile), job),
    fail: (problem) => endLoad(db, actor, id, 'failed', problem),
    cancel: () => endLoad(db, actor, id, 'cancelled', null),
    drop: () => dropFile(services, keptFile),
    fault: INTERNAL,
  });
}

/** Answers whether the batch is over: one that is held waits, with its file, for somebody's answer. */
async function load(tools: JobTools, actor: Actor, batch: BatchRow, path: string, job: Job): Promise<boolean> {
  const { db, services } = tools;
  const { id, dataset, fileName, byteSize, columnNames: names } = batch;
  if (!(await beginLoad(db, actor, id))) return true;
  await needRoomFor(services, byteSize);
  const result = await loadBatch(db, services.keys, actor, {
    ...{ dataset, path, fileName, names, batchId: id, signal: job.signal, onProgress: job.report },
    ...(await holdOf(tools, batch)),
  });
  if (result.held) return false;
  if (result.alreadyLoaded) await endLoad(db, actor, id, 'failed', sameFileSentence(result));
  else await rescreenBatch(tools, actor, await findBatch(db, id));
  return true;
}

/** What was handed in on screen is judged, until somebody has answered for it. */
async function holdOf({ db, services, hooks }: JobTools, batch: BatchRow) {
  if (batch.decidedAt !== null) return {};
  const day = formatDate(dayOn(services.clock));
  const limits = await db.bulkRead((tx) => hooks.holdLimits(tx, countyOf(batch.regionCode), day));
  return { hold: (read: Read) => judgeHold(read, limits) };
}

/** False where it was cancelled meanwhile, or is over. */
async function beginLoad(db: Database, actor: Actor, id: number): Promise<boolean> {
  return db.bulk(actor, async (tx) => {
    const begun = await tx.run(sql`update feed_batches set state = 'loading', rescreen_due = true
      where id = ${id} and state in ('queued', 'loading')`);
    return { result: begun > 0, audit: [] };
  });
}

function sameFileSentence({ batchId }: LoadResult): string {
  return `内容完全相同的文件已经装载过（批次 ${batchId}），没有再次装载。`;
}

/** A batch that is loaded stays loaded, whatever went wrong after it: only its screening is due. */
async function endLoad(
  db: Database,
  actor: Actor,
  id: number,
  state: 'failed' | 'cancelled',
  problem: string | null,
): Promise<void> {
  await update(
    db,
    actor,
    sql`update feed_batches set state = ${state}, problem = ${problem}, rescreen_due = false, kept_file = null
      where id = ${id} and state in ('queued', 'loading')`,
  );
}

async function rescreenBatch({ db, hooks }: JobTools, actor: Actor, batch: BatchRow): Promise<void> {
  await hooks.onTouched(db, actor, touchedByBatch(batch.dataset, batch.id, batch.part));
  await update(
    db,
    actor,
    sql`update feed_batches set rescreen_due = false, kept_file = null
    where id = ${batch.id} and state = 'loaded'`,
  );
}

/** Queues the undoing of a batch that stands at `undoing`. */
export function startUndo(tools: JobTools, actor: Actor, id: number): void {
  tools.services.jobs.start(batchKey(id), async () => {
    await undoBatch(tools.db, actor, await findBatch(tools.db, id));
    await rescreenPending(tools, actor);
  });
}

/** Queues a screening of all households that wait for one; several decisions in a row share it. */
export function startRescreen(tools: JobTools, actor: Actor): void {
  tools.services.jobs.start(RESCREEN_KEY, () => rescreenPending(tools, actor));
}

async function rescreenPending({ db, hooks }: JobTools, actor: Actor): Promise<void> {
  const waiting = await db.bulk(actor, async (tx) => {
    await tx.run(sql`update pending_rescreens set claimed = true where not claimed`);
    const row = await tx.first<{ n: number }>(sql`select count(*)::int as n from pending_rescreens where claimed`);
    return { result: row?.n ?? 0, audit: [] };
  });
  if (waiting === 0) return;
  await hooks.onTouched(db, actor, 'select distinct household_id, village_code from pending_rescreens where claimed');
  await update(db, actor, sql`delete from pending_rescreens where claimed`);
}

/** Who handed the batch in, as far as the batch knows: enough for the audit of work taken up again. */
function actorOf(batch: BatchRow): Actor {
  const { accountId, regionCode: areaCode, regionHigh } = batch;
  return { ...systemActor(batch.accountName), accountId, areaCode, range: { low: areaCode, high: regionHigh } };
}

/** What still happens by itself, and what waits for somebody. */
async function listWaiting(db: Database): Promise<BatchRow[]> {
  const held = await db.bulkRead((tx) =>
    tx.rows(sql<{ id: number }>`select id from feed_batches where state = 'held'`),
  );
  return [...(await listUnfinished(db)), ...(await Promise.all(held.map(({ id }) => findBatch(db, id))))];
}

async function listUnfinished(db: Database): Promise<BatchRow[]> {
  const ids = await db.bulkRead((tx) =>
    tx.rows(sql<{ id: number }>`
      select id from feed_batches where state in ('queued', 'loading', 'undoing') or (state = 'loaded' and rescreen_due)
      order by id`),
  );
  return Promise.all(ids.map(({ id }) => findBatch(db, id)));
}

/** Removes files of batches that are over. When the program starts, before anybody hands in another. */
export async function sweepKeptFiles(services: Services, db: Database): Promise<void> {
  const batches = await listWaiting(db);
  await dropOthers(services, new Set(batches.flatMap(({ keptFile }) => keptFile ?? [])));
}

/** Takes up again what a stop of the program or of the database interrupted. */
export async function resumeJobs(services: Services, db: Database, hooks: FeedsHooks): Promise<void> {
  const tools: JobTools = { db, services, hooks };
  for (const batch of await listUnfinished(db)) {
    const actor = actorOf(batch);
    if (batch.state === 'undoing') startUndo(tools, actor, batch.id);
    else if (batch.state === 'loaded')
      services.jobs.start(batchKey(batch.id), () => rescreenBatch(tools, actor, batch));
    else startLoad(tools, actor, batch.id);
  }
  startRescreen(tools, systemActor('shouwang'));
}
