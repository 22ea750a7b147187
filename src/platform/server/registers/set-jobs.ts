// Imports of registers as jobs: the preview, then the import, each one transaction. A set keeps what is needed to do the work again,
// so that a stopped program goes on where it was.

import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../actor.ts';
import type { Database } from '../db.ts';
import type { Services } from '../http/context.ts';
import type { Job } from '../jobs.ts';
import type { RegisterTools } from './handlers.ts';
import { importSet, type SetFile } from './import-set.ts';
import { findSet, type KeptSet, listUnfinishedSets, setJobKey, setState } from './sets.ts';

export type SetTools = RegisterTools & { services: Services; db: Database };

const FAULT = '处理时出现错误，台账没有改动。请稍后重试；如仍不行，请将导入编号告知管理员。';

/** The account that handed the files in, with the area it had then. */
function actorOf({ id, accountId, accountName, regionCode, request }: KeptSet): Actor {
  const { role = '', areaCode = regionCode, low = 0, high = -1 } = request.actor ?? {};
  return {
    ...{ accountId, name: accountName, role, areaCode, range: { low, high } },
    department: '',
    ip: 'local',
    requestId: setJobKey(id),
  };
}

async function filesOf({ uploads }: Services, { request, accountId }: KeptSet): Promise<SetFile[]> {
  const files: SetFile[] = [];
  for (const { fileId, register } of request.files ?? []) {
    const { path, name } = await uploads.takeUpload(fileId, accountId);
    files.push({ path, name, register });
  }
  return files;
}

async function runSet(
  { services, db, catalogue, regions, subjects, doubts, figures }: SetTools,
  set: KeptSet,
  job: Job,
): Promise<void> {
  const preview = set.state === 'previewing';
  const actor = actorOf(set);
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
  else for (const { fileId } of set.request.files ?? []) await services.uploads.discard(fileId);
}

async function failSet(db: Database, set: KeptSet, error: unknown): Promise<void> {
  const problem = error instanceof Problem ? error.message : FAULT;
  await db.bulk(actorOf(set), async (tx) => ({
    result: await setState(tx, set.id, { state: 'failed', from: ['previewing', 'importing'], problem }),
    audit: [],
  }));
}

async function runJob(tools: SetTools, id: number, job: Job): Promise<void> {
  const set = await tools.db.bulkRead((tx) => findSet(tx, id));
  if (set?.state !== 'previewing' && set?.state !== 'importing') return;
  try {
    await runSet(tools, set, job);
  } catch (error) {
    // Stopped: either somebody cancelled, which stands in the set already, or the program ends and goes on later.
    if (job.signal.aborted) return;
    await failSet(tools.db, set, error);
    if (!(error instanceof Problem)) throw error;
  }
}

/** Queues the preview or the import of the set, by its state. */
export function startSetJob(tools: SetTools, id: number): void {
  tools.services.jobs.start(setJobKey(id), (job) => runJob(tools, id, job));
}

/** When the program starts: what was under way is started again. */
export async function resumeSets(tools: SetTools): Promise<void> {
  for (const { id } of await tools.db.bulkRead(listUnfinishedSets)) startSetJob(tools, id);
}
