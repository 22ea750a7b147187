// Imports as jobs: preview, then import, each one transaction. A batch keeps what is needed to do the work again, so that
// a stopped program goes on where it was: all or nothing of a batch is there.

import type { Actor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';
import { actorOf, needRoomFor, runFileWork } from '../../../platform/server/file-jobs/file-work.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { Job } from '../../../platform/server/jobs.ts';
import { fillPinyin, type HouseholdChanges, type HouseholdsHooks } from '../../households/server/index.ts';
import { type Batch, endRescreen, findBatch, listUnfinished, setBatchState } from './batches.ts';
import { takeImportFiles } from './import-inspect.ts';
import { importRegistry } from './import-registry.ts';
import type { ImportRequest } from './import-request.ts';

export type ImportTools = { services: Services; db: Database; hooks: HouseholdsHooks };

const FAULT = '处理时出现错误，登记册没有改动。请稍后重试；如仍不行，请将导入编号告知管理员。';

export function importJobKey(batchId: number): string {
  return `registry-import.${batchId}`;
}

async function filesOf(services: Services, batch: Batch): Promise<Pick<ImportRequest, 'households' | 'members'>> {
  const taken = await takeImportFiles(services, batch.request, batch.accountId);
  await needRoomFor(
    services,
    taken.reduce((sum, { upload }) => sum + upload.byteSize, 0),
  );
  return Object.fromEntries(taken.map(({ table, upload }) => [table, { path: upload.path, name: upload.name }]));
}

/** Answers whether the batch is over. */
async function runImport(services: Services, db: Database, batch: Batch, job: Job): Promise<boolean> {
  const preview = batch.state === 'previewing';
  const actor = actorOf(batch, importJobKey(batch.id));
  const result = await importRegistry(db, services.keys, actor, {
    ...(await filesOf(services, batch)),
    batchId: batch.id,
    preview,
    signal: job.signal,
    onProgress: ({ file, bytes, byteSize, rows }) => job.report({ phase: file, bytes, byteSize, rows }),
  });
  if (preview)
    await db.bulk(actor, async (tx) => {
      await setBatchState(tx, batch.id, { state: 'previewed', from: ['previewing'], counts: result });
      return { result: undefined, audit: [] };
    });
  return !preview;
}

/** What the import added or changed; nothing of it has an index, which an import of some size is worth. */
function changesOfBatch(batchId: number): HouseholdChanges {
  const id = Math.trunc(batchId);
  return {
    touched: `select h.id as household_id, h.village_code from households h where h.batch_id = ${id}
      union select p.household_id, p.village_code from persons p where p.batch_id = ${id} and p.household_id <> 0
      union select h.id, h.village_code from record_versions v join households h
        on h.county_code = (v.before ->> 'county_code')::int and h.id = (v.before ->> 'household_id')::bigint
        where v.batch_id = ${id} and v.subject = 'person'`,
    moved: `select p.id as person_id, (v.before ->> 'household_id')::bigint as old_household_id, p.county_code, p.household_id
      from record_versions v join persons p on p.county_code = v.county_code and p.id = v.subject_id
      where v.batch_id = ${id} and v.subject = 'person' and (v.before ->> 'household_id')::bigint <> p.household_id`,
  };
}

/** Tells the slices above, once the import stands; the batch remembers until it is done. */
async function tellOthers({ db, hooks }: ImportTools, batchId: number, actor: Actor): Promise<void> {
  await hooks.onChanged(db, actor, changesOfBatch(batchId));
  await db.bulk(actor, async (tx) => ({ result: await endRescreen(tx, batchId), audit: [] }));
}

export async function discardFiles({ uploads }: Services, { request }: Batch): Promise<void> {
  for (const fileId of [request.householdsFile, request.membersFile]) if (fileId) await uploads.discard(fileId);
}

async function failBatch(db: Database, batch: Batch, problem: string): Promise<void> {
  await db.bulk(actorOf(batch, importJobKey(batch.id)), async (tx) => {
    await setBatchState(tx, batch.id, { state: 'failed', from: ['previewing', 'importing'], problem });
    return { result: undefined, audit: [] };
  });
}

async function runBatch(tools: ImportTools, batchId: number, job: Job): Promise<void> {
  const { services, db } = tools;
  const batch = await db.bulkRead((tx) => findBatch(tx, batchId));
  if (!batch) return;
  if (batch.state === 'previewing' || batch.state === 'importing')
    await runFileWork(services.jobs, job, {
      work: () => runImport(services, db, batch, job),
      fail: (problem) => failBatch(db, batch, problem),
      drop: () => discardFiles(services, batch),
      fault: FAULT,
    });
  const after = await db.bulkRead((tx) => findBatch(tx, batchId));
  if (after?.state !== 'done' || !after.rescreenDue) return;
  await fillPinyin(db);
  await tellOthers(tools, batchId, actorOf(batch, importJobKey(batch.id)));
}

/** Queues the preview or the import of the batch, by its state. */
export function startImportJob(tools: ImportTools, batchId: number): void {
  tools.services.jobs.start(importJobKey(batchId), (job) => runBatch(tools, batchId, job));
}

/** When the program starts: what was under way is started again. */
export async function resumeImports(services: Services, db: Database, hooks: HouseholdsHooks): Promise<void> {
  for (const { id } of await db.bulkRead(listUnfinished)) startImportJob({ services, db, hooks }, id);
}
