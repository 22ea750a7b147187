// Imports households and members: both files into staging, then set-based into the registry, in one transaction. An
// import again updates by number, keeps what was there as a version, and deletes nothing.

import type { Actor } from '../../../platform/server/actor.ts';
import { isEmpty, withRebuiltIndexes } from '../../../platform/server/bulk/rebuild-indexes.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import {
  countIssues,
  holdRegistryAlone,
  type ImportCounts,
  isRegistryEmpty,
  mergeHouseholds,
  mergeMembers,
  openDataIssues,
  refuseRepeated,
} from '../../households/server/index.ts';
import { listVillageCodes } from '../../regions/server/index.ts';
import { addBatch, countRefusals, endBatch, keepRefused, listRefusals, type Refusal } from './batches.ts';
import { dropStaging, makeStaging, type Staging, stageFile } from './files/stage-registry.ts';
import { importFirst } from './first-import.ts';
import type { ImportRequest } from './import-request.ts';
import { type Arriving, offerArriving } from './persons/arriving-persons.ts';
import { hashtextAgrees } from './persons/person-table.ts';
import { refuseOutside } from './refuse-outside.ts';

export type ImportResult = {
  batchId: number;
  households: ImportCounts;
  members: ImportCounts;
  issues: Record<string, number>;
  unknownColumns: string[];
  /** Rows without content, sums and signatures, which are no records. */
  skipped: number;
  /** Refused rows by reason code. */
  refusedByReason: Record<string, number>;
  /** The first hundred, in a preview only: after an import they stand in `refused_rows`. */
  refusals?: Refusal[];
};

class PreviewOnly extends Error {
  readonly result: ImportResult;

  constructor(result: ImportResult) {
    super('preview');
    this.result = result;
  }
}

type Merged = {
  households: ImportCounts;
  members: ImportCounts;
  unknown: string[];
  skipped: number;
  issues: Record<string, number>;
};

/** Into a registry that has rows: staged whole, then merged by number. */
async function mergeInto(staging: Staging, batchId: number): Promise<Merged> {
  const { tx, request } = staging;
  const staged = [
    await stageFile(staging, 'households', request.households),
    await stageFile(staging, 'members', request.members),
  ];
  const unknown = staged.flatMap((file) => file.unknown);
  const skipped = staged.reduce((sum, file) => sum + file.skipped, 0);
  await tx.script('analyze staged_households; analyze staged_members');
  await refuseOutside(tx, tx.actor.range);
  await refuseRepeated(tx, 'households', '户编号');
  await refuseRepeated(tx, 'members', '人编号');
  const empty = await isEmpty(tx, 'households');
  const households = await withRebuiltIndexes(tx, empty ? ['households', 'household_incomes'] : [], () =>
    mergeHouseholds(tx, batchId, empty),
  );
  const noPersons = await isEmpty(tx, 'persons');
  const members = await withRebuiltIndexes(tx, noPersons ? ['persons'] : [], () =>
    mergeMembers(tx, batchId, noPersons),
  );
  await openDataIssues(tx, batchId);
  return { households, members, unknown, skipped, issues: await countIssues(tx, batchId) };
}

async function importInto(tx: Tx, keys: Keys, request: ImportRequest): Promise<ImportResult> {
  await holdRegistryAlone(tx);
  const isFirst = (await isRegistryEmpty(tx)) && (await hashtextAgrees(tx));
  if (request.preview || !request.members || !isFirst) return importWith(tx, keys, request, { isFirst });
  const arriving = await offerArriving(tx, request.members.path);
  try {
    const result = await importWith(tx, keys, request, { isFirst, ...(arriving ? { arriving } : {}) });
    await arriving?.settle();
    return result;
  } catch (error) {
    arriving?.withdraw();
    throw error;
  }
}

async function importWith(
  tx: Tx,
  keys: Keys,
  request: ImportRequest,
  { isFirst, arriving }: { isFirst: boolean; arriving?: Arriving },
): Promise<ImportResult> {
  const files = [request.households, request.members].flatMap((file) => (file ? [file.name] : []));
  const batchId = request.batchId ?? (await addBatch(tx, { files, state: 'importing' }));
  const villages = await listVillageCodes(tx, tx.actor.range);
  const staging = { tx, keys, request, villages };
  await makeStaging(tx);
  const { households, members, unknown, skipped, issues } = isFirst
    ? { ...(await importFirst(staging, batchId, arriving)), issues: await countIssues(tx, batchId) }
    : await mergeInto(staging, batchId);
  await keepRefused(tx, batchId, { households: request.households?.name ?? '', members: request.members?.name ?? '' });
  await dropStaging(tx);
  const refusedByReason = await countRefusals(tx, batchId);
  const result = { batchId, households, members, issues, unknownColumns: unknown, skipped, refusedByReason };
  if (request.preview) return { ...result, refusals: await listRefusals(tx, batchId) };
  await endBatch(tx, batchId, result);
  return result;
}

/** Imports or previews; villages outside the actor's area are refused like villages that do not exist. */
export async function importRegistry(
  db: Database,
  keys: Keys,
  actor: Actor,
  request: ImportRequest,
): Promise<ImportResult> {
  try {
    return await db.bulk(actor, async (tx) => {
      const result = await importInto(tx, keys, request);
      if (request.preview) throw new PreviewOnly(result);
      return {
        result,
        audit: {
          operation: 'registry-import.import',
          subjectKind: 'import-batch',
          subjectId: result.batchId,
          after: result,
        },
      };
    });
  } catch (error) {
    if (error instanceof PreviewOnly) return error.result;
    throw error;
  }
}
