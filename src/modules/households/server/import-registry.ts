// Imports households and members: both files into staging, then set-based into the registry, in one transaction. An
// import again updates by number, keeps what was there as a version, and deletes nothing.

import { sql } from 'kysely';
import { matchHeaders, type NamedColumn } from '../../../kernel/match-headers.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { withRebuiltIndexes } from '../../../platform/server/rebuild-indexes.ts';
import { copyTransformed } from '../../../platform/server/tables/copy-transformed.ts';
import { openTable } from '../../../platform/server/tables/table-source.ts';
import { listVillageCodes } from '../../regions/server/index.ts';
import { HOUSEHOLD_COLUMNS, MEMBER_COLUMNS } from '../domain/registry-columns.ts';
import { addBatch, countRefusals, endBatch, listRefusals, type Refusal } from './batches.ts';
import { mergeHouseholds, mergeMembers, openDataIssues, refuseRows } from './merge-registry.ts';
import { refuseOutside } from './refuse-outside.ts';
import { type RegistryTransformInit, STAGED_HOUSEHOLDS, STAGED_MEMBERS, STAGED_REFUSED } from './registry-transform.ts';

export type RegistryFile = { path: string; name: string };

export type ImportRequest = {
  households?: RegistryFile;
  members?: RegistryFile;
  /** Count what would happen and change nothing. */
  preview?: boolean;
  /** The batch that was made when the files were handed in; without one the import makes its own. */
  batchId?: number;
  signal?: AbortSignal;
  onProgress?: (progress: { file: string; bytes: number; byteSize: number; rows: number }) => void;
};

export type ImportCounts = {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** In the registry for a village of this file, and not in the file. */
  missing: number;
};

export type ImportResult = {
  batchId: number;
  households: ImportCounts;
  members: ImportCounts;
  issues: Record<string, number>;
  unknownColumns: string[];
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

type StageOptions = {
  tx: Tx;
  keys: Keys;
  file: RegistryFile | undefined;
  table: 'households' | 'members';
  request: ImportRequest;
  villages: Float64Array;
};

/** COPYs one file into `staged_<table>` and `staged_<table>_refused`; answers the columns nobody asked for. */
async function stageFile({ tx, keys, file, table, request, villages }: StageOptions): Promise<string[]> {
  const columns: Record<string, NamedColumn> = table === 'households' ? HOUSEHOLD_COLUMNS : MEMBER_COLUMNS;
  await tx.script(`create unlogged table staged_${table} (${table === 'households' ? STAGED_HOUSEHOLDS : STAGED_MEMBERS});
    create unlogged table staged_${table}_refused (${STAGED_REFUSED});`);
  if (!file) return [];
  const source = await openTable(file.path, request.signal);
  const { positions, unknown } = matchHeaders(file.name, source.header, Object.values(columns));
  const init: RegistryTransformInit = { table, positions, width: source.header.length, villages, keys };
  await copyTransformed(tx, source, {
    module: new URL('./registry-transform.ts', import.meta.url),
    init,
    targets: { rows: `staged_${table}`, refused: `staged_${table}_refused` },
    signal: request.signal,
    onProgress: (bytes, rows) => request.onProgress?.({ file: file.name, bytes, byteSize: source.byteSize, rows }),
  });
  await tx.script(`analyze staged_${table}`);
  return unknown;
}

async function isEmpty(tx: Tx, table: 'households' | 'persons'): Promise<boolean> {
  return (await tx.first(sql`select 1 from ${sql.table(table)} limit 1`)) === undefined;
}

/** Indexes are worth rebuilding when the table was empty; afterwards rows are few beside what is there. */
async function fill<T>(tx: Tx, tables: string[], empty: boolean, work: () => Promise<T>): Promise<T> {
  const [table, ...rest] = tables;
  if (!empty || table === undefined) return work();
  return withRebuiltIndexes(tx, table, () => fill(tx, rest, empty, work));
}

async function importInto(tx: Tx, keys: Keys, request: ImportRequest): Promise<ImportResult> {
  await tx.run(sql`select pg_advisory_xact_lock(15000003)`);
  const files = [request.households, request.members].flatMap((file) => (file ? [file.name] : []));
  const batch = { id: request.batchId ?? (await addBatch(tx, { files, state: 'importing' })) };
  const villages = Float64Array.from(await listVillageCodes(tx, tx.actor.range));
  const unknown = [
    ...(await stageFile({ tx, keys, file: request.households, table: 'households', request, villages })),
    ...(await stageFile({ tx, keys, file: request.members, table: 'members', request, villages })),
  ];
  await refuseOutside(tx, tx.actor.range);
  const empty = await isEmpty(tx, 'households');
  const households = await fill(tx, ['households', 'household_incomes'], empty, () =>
    mergeHouseholds(tx, batch.id, empty),
  );
  const noPersons = await isEmpty(tx, 'persons');
  const members = await fill(tx, ['persons', 'person_index'], noPersons, () => mergeMembers(tx, batch.id, noPersons));
  await refuseRows(tx, batch.id, { households: request.households?.name ?? '', members: request.members?.name ?? '' });
  const issues = await openDataIssues(tx, batch.id);
  await tx.script('drop table staged_households, staged_households_refused, staged_members, staged_members_refused');
  const refusedByReason = await countRefusals(tx, batch.id);
  const result = { batchId: batch.id, households, members, issues, unknownColumns: unknown, refusedByReason };
  if (request.preview) return { ...result, refusals: await listRefusals(tx, batch.id) };
  await endBatch(tx, batch.id, result);
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
          operation: 'households.import',
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
