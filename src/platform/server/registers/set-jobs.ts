// Imports of registers as jobs: the preview, then the import, each one transaction. A set keeps what is needed to do the work again,
// so that a stopped program goes on where it was.

import type { Database } from '../db.ts';
import { actorOf, needRoomFor, runFileWork } from '../file-jobs/file-work.ts';
import type { Services } from '../http/context.ts';
import type { Job } from '../jobs.ts';
import type { RegisterTools } from './handlers.ts';
import { importSet, type SetFile } from './import-set.ts';
import { findSet, type KeptSet, listUnfinishedSets, setJobKey, setState } from './sets.ts';

export type SetTools = RegisterTools & { services: Services; db: Database };

const FAULT = '处理时出现错误，台账没有改动。请稍后重试；如仍不行，请将导入编号告知管理员。';

async function filesOf(services: Services, { request, accountId }: KeptSet): Promise<SetFile[]> {
  const files: SetFile[] = [];
  let bytes = 0;
  for (const { fileId, register } of request.files ?? []) {
    const { path, name, byteSize } = await services.uploads.takeUpload(fileId, accountId);
    files.push({ path, name, register });
    bytes += byteSize;
  }
  await needRoomFor(services, bytes);
  return files;
}

/** Takes the files off the disk once nothing asks for them any more. */
export async function discardSetFiles({ uploads }: Services, { request }: KeptSet): Promise<void> {
  for (const { fileId } of request.files ?? []) await uploads.discard(fileId);
}

/** Answers whether the set is over. */
async function runSet(
  { services, db, catalogue, regions, subjects, doubts, figures }: SetTools,
  set: KeptSet,
  job: Job,
): Promise<boolean> {
  const preview = set.state === 'previewing';
  const actor = actorOf(set, setJobKey(set.id));
  const { shown } = await importSet(db, services.keys, actor, {
    catalogue,
    subjects,
    doubts,
    regions,
    figures,
    files: await filesOf(services, set),
    setId: set.id,
    preview,
    signal: job.signal,
    onProgress: ({ file, bytes, byteSize, rows }) => job.report({ phase: file, bytes, byteSize, rows }),
  });
  if (preview)
    await db.bulk(actor, async (tx) => ({
      result: await setState(tx, set.id, { state: 'previewed', from: ['previewing'], counts: shown }),
      audit: [],
    }));
  return !preview;
}

async function failSet(db: Database, set: KeptSet, problem: string): Promise<void> {
  await db.bulk(actorOf(set, setJobKey(set.id)), async (tx) => ({
    result: await setState(tx, set.id, { state: 'failed', from: ['previewing', 'importing'], problem }),
    audit: [],
  }));
}

async function runJob(tools: SetTools, id: number, job: Job): Promise<void> {
  const { db, services } = tools;
  const set = await db.bulkRead((tx) => findSet(tx, id));
  if (set?.state !== 'previewing' && set?.state !== 'importing') return;
  await runFileWork(services.jobs, job, {
    work: () => runSet(tools, set, job),
    fail: (problem) => failSet(db, set, problem),
    drop: () => discardSetFiles(services, set),
    fault: FAULT,
  });
}

/** Queues the preview or the import of the set, by its state. */
export function startSetJob(tools: SetTools, id: number): void {
  tools.services.jobs.start(setJobKey(id), (job) => runJob(tools, id, job), 'registers');
}

/** When the program starts: what was under way is started again. */
export async function resumeSets(tools: SetTools): Promise<void> {
  for (const { id } of await tools.db.bulkRead(listUnfinishedSets)) startSetJob(tools, id);
}
