// The commands and answers of the import wizard.

import type * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import { readShortIdCursor } from '../../../platform/server/lists/id-cursor.ts';
import type { importBatch, importFiles, importStatus } from '../domain/import-shapes.ts';
import {
  addBatch,
  type Batch,
  findBatch,
  type ImportState,
  listBatches,
  listRefusals,
  setBatchState,
} from './batches.ts';
import { readHeader, takeImportFiles } from './import-inspect.ts';
import { importJobKey } from './import-jobs.ts';
import '../domain/problems.ts';

type ImportBatch = z.output<typeof importBatch>;
type ImportStatus = z.output<typeof importStatus>;

function shown(batch: Batch): ImportBatch {
  const { id, state, files, counts, accountName, at, finishedAt, problem } = batch;
  const issueCount = Object.values(counts.issues ?? {}).reduce((sum, n) => sum + n, 0);
  return {
    ...{ id, state, files, accountName, at, issueCount },
    ...(counts.households ? { households: counts.households } : {}),
    ...(counts.members ? { members: counts.members } : {}),
    ...(finishedAt === null ? {} : { finishedAt }),
    ...(problem === null ? {} : { problem }),
  };
}

export async function listImports(tx: Tx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const found = await listBatches(tx, readShortIdCursor(cursor), limit + 1);
  const items = found.slice(0, limit).map(shown);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, ...(last ? { next: String(last.id) } : {}) };
}

async function getBatch(tx: Tx, id: number): Promise<Batch> {
  const batch = await findBatch(tx, id);
  if (!batch) throw new Problem('households.import-not-found');
  return batch;
}

/** A preview brings its refused rows along; after the import they are read where they are kept. */
export async function getImportStatus(tx: Tx, services: Services, id: number): Promise<ImportStatus> {
  const batch = await getBatch(tx, id);
  const { households, members, issues = {}, unknownColumns = [], skipped = 0, refusedByReason = {} } = batch.counts;
  const progress = services.jobs.progressOf(importJobKey(id));
  const base = { ...shown(batch), ...(progress ? { progress } : {}) };
  if (!households || !members) return base;
  const refusals = batch.counts.refusals ?? (await listRefusals(tx, id));
  return { ...base, result: { households, members, issues, unknownColumns, skipped, refusedByReason, refusals } };
}

/** Takes the files as they are handed in; the preview itself is a job. */
export async function addPreview(
  tx: Tx,
  services: Services,
  asked: z.output<typeof importFiles>,
): Promise<Outcome<{ id: number }>> {
  const { accountId, role, areaCode, range } = tx.actor;
  const taken = await takeImportFiles(services, asked, accountId);
  const headers: Record<string, string[]> = {};
  for (const { table, upload } of taken) headers[table] = await readHeader(table, upload);
  const files = taken.map(({ upload }) => upload.name);
  const id = await addBatch(tx, {
    files,
    state: 'previewing',
    request: {
      ...(asked.householdsFile ? { householdsFile: asked.householdsFile } : {}),
      ...(asked.membersFile ? { membersFile: asked.membersFile } : {}),
      headers,
      actor: { role, areaCode, ...range },
    },
  });
  const sums = taken.map(({ upload }) => ({ name: upload.name, sha256: upload.sha256, byteSize: upload.byteSize }));
  return {
    result: { id },
    audit: {
      operation: 'registry-import.preview',
      subjectKind: 'import-batch',
      subjectId: id,
      after: { files: sums },
    },
  };
}

async function change(
  tx: Tx,
  id: number,
  { operation, state, from }: { operation: string; state: ImportState; from: ImportState[] },
): Promise<Outcome<Record<string, never>>> {
  const batch = await getBatch(tx, id);
  const done = await setBatchState(tx, id, { state, from });
  if (!done) throw new Problem('households.import-not-ready');
  return {
    result: {},
    audit: {
      ...{ operation, subjectKind: 'import-batch', subjectId: id, regionCode: batch.regionCode },
      before: { state: batch.state },
      after: { state },
    },
  };
}

/** Throws `households.import-not-ready` unless the preview stands. */
export function markStarted(tx: Tx, id: number): Promise<Outcome<Record<string, never>>> {
  return change(tx, id, { operation: 'registry-import.start', state: 'importing', from: ['previewed'] });
}

export function markCancelled(tx: Tx, id: number): Promise<Outcome<Record<string, never>>> {
  const from: ImportState[] = ['previewing', 'previewed', 'importing'];
  return change(tx, id, { operation: 'registry-import.cancel', state: 'cancelled', from });
}
