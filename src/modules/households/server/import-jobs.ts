// Imports as jobs: preview, then import, each one transaction. A batch keeps what is needed to do the work again, so that
// a stopped program goes on where it was: all or nothing of a batch is there.

import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { Job } from '../../../platform/server/jobs.ts';
import { type Batch, findBatch, listUnfinished, setBatchState } from './batches.ts';
import { takeImportFiles } from './import-inspect.ts';
import { type ImportRequest, importRegistry } from './import-registry.ts';
import { fillPinyin } from './name-pinyin.ts';

const FAULT = '处理时出现错误,登记册没有改动。请稍后重试;如仍不行,请将导入编号告知管理员。';

export function importJobKey(batchId: number): string {
  return `households.import.${batchId}`;
}

/** The account that handed the files in, with the area it had then. */
function actorOf(batch: Batch): Actor {
  const { role = '', areaCode = batch.regionCode, low = 0, high = -1 } = batch.request.actor ?? {};
  return {
    accountId: batch.accountId,
    name: batch.accountName,
    role,
    areaCode,
    range: { low, high },
    department: '',
    ip: 'local',
    requestId: importJobKey(batch.id),
  };
}

async function filesOf(services: Services, batch: Batch): Promise<Pick<ImportRequest, 'households' | 'members'>> {
  const taken = await takeImportFiles(services, batch.request, batch.accountId);
  return Object.fromEntries(taken.map(({ table, upload }) => [table, { path: upload.path, name: upload.name }]));
}

async function runImport(services: Services, db: Database, batch: Batch, job: Job): Promise<void> {
  const preview = batch.state === 'previewing';
  const actor = actorOf(batch);
  const result = await importRegistry(db, services.keys, actor, {
    ...(await filesOf(services, batch)),
    batchId: batch.id,
    preview,
    signal: job.signal,
    onProgress: ({ file, bytes, byteSize, rows }) => job.report({ phase: file, bytes, byteSize, rows }),
  });
  if (!preview) return;
  await db.bulk(actor, async (tx) => {
    await setBatchState(tx, batch.id, { state: 'previewed', from: ['previewing'], counts: result });
    return { result: undefined, audit: [] };
  });
}

async function discardFiles({ uploads }: Services, { request }: Batch): Promise<void> {
  for (const fileId of [request.householdsFile, request.membersFile]) if (fileId) await uploads.discard(fileId);
}

async function failBatch(db: Database, batch: Batch, error: unknown): Promise<void> {
  const problem = error instanceof Problem ? error.message : FAULT;
  await db.bulk(actorOf(batch), async (tx) => {
    await setBatchState(tx, batch.id, { state: 'failed', from: ['previewing', 'importing'], problem });
    return { result: undefined, audit: [] };
  });
}

async function runBatch(services: Services, db: Database, batchId: number, job: Job): Promise<void> {
  const batch = await db.bulkRead((tx) => findBatch(tx, batchId));
  if (batch?.state !== 'previewing' && batch?.state !== 'importing') return;
  try {
    await runImport(services, db, batch, job);
  } catch (error) {
    // Stopped: either somebody cancelled, which stands in the batch already, or the program ends and goes on later.
    if (job.signal.aborted) return;
    await failBatch(db, batch, error);
    if (!(error instanceof Problem)) throw error;
    return;
  }
  if (batch.state === 'previewing') return;
  await discardFiles(services, batch);
  await fillPinyin(db);
}

/** Queues the preview or the import of the batch, by its state. */
export function startImportJob(services: Services, db: Database, batchId: number): void {
  services.jobs.start(importJobKey(batchId), (job) => runBatch(services, db, batchId, job));
}

/** When the program starts: what was under way is started again, and names without pinyin get it. */
export async function resumeJobs(services: Services, db: Database): Promise<void> {
  for (const { id } of await db.bulkRead(listUnfinished)) startImportJob(services, db, id);
  services.jobs.start('households.pinyin', () => fillPinyin(db));
}
