// From a file to the staging tables of its batch; in bulk, rows of known persons straight into their partition.

import { sql } from 'kysely';
import { REFUSED_ROW } from '../../../../platform/server/bulk/row-layout.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import type { TableSource } from '../../../../platform/server/tables/table-source.ts';
import { copyTransformed } from '../../../../platform/server/tables/transform/copy-transformed.ts';
import { type PersonTable, withPersonTable } from '../../../registry-import/server/index.ts';
import type { FeedDefinition } from '../../domain/feed-definition.ts';
import { readColumns } from '../feed-tables.ts';
import type { OwnRows } from '../serials/later-rows.ts';
import { type FeedTransformInit, ODD_ROW } from './feed-transform.ts';
import { MATCHED_PERSON, STAGED_PERSON, STRAY, UNKNOWN_PERSON } from './matched-rows.ts';
import { REPAIR_ROW } from './repair-keys.ts';
import type { Staged, Target } from './store-rows.ts';

/** A row of a department's table, roughly; only to choose how persons are looked up. */
const ROW_BYTES = 64;

export type ReadProgress = { bytes: number; byteSize: number; rows: number; phase: 'read' | 'match' | 'store' };

export type Reading = {
  source: TableSource;
  init: FeedTransformInit;
  request: { signal?: AbortSignal; onProgress?: (progress: ReadProgress) => void };
  staged: Staged;
  target: Target;
};

/** `rows` counts all good ones, `placed` those that are in the target already, as the table `persons` decided, by method. */
export type StagedCounts = {
  rows: number;
  placed: Record<'id' | 'not-in-registry', number>;
  quarantined: number;
  /** Rows that were no records; good rows whose ID a spreadsheet has cut. */
  skipped: number;
  lost: number;
  persons: PersonTable | undefined;
};

/** Rows that are not in the target yet. */
export function stillStaged({ rows, placed }: StagedCounts): number {
  return rows - placed.id - placed['not-in-registry'];
}

function stagingColumns(definition: FeedDefinition): string {
  const own = readColumns(definition).map(({ name, type }) => `${name} ${type}`);
  return [definition.subject === 'person' ? STAGED_PERSON.ddl : 'line int', ...own].join(', ');
}

export async function makeStaging(
  tx: Tx,
  definition: FeedDefinition,
  { rows, odd, repairs, quarantine }: Staged,
): Promise<void> {
  await tx.script(`
    create unlogged table ${rows} (${stagingColumns(definition)});
    create unlogged table ${odd} (${ODD_ROW.ddl});
    create unlogged table ${repairs} (${REPAIR_ROW.ddl});
    create unlogged table ${quarantine} (${REFUSED_ROW.ddl});`);
}

/** Reads the file into its staging tables; rows that the table `persons` decides go straight into the target. */
async function stage(
  tx: Tx,
  definition: FeedDefinition,
  { source, init, request, staged, target }: Reading,
  persons?: PersonTable,
): Promise<StagedCounts> {
  const person = definition.subject === 'person';
  const own = readColumns(definition).map(({ name }) => name);
  const {
    rows = 0,
    matched = 0,
    unknown = 0,
    quarantined = 0,
    skipped = 0,
    lost = 0,
  } = await copyTransformed(tx, source, {
    module: new URL('./feed-transform.ts', import.meta.url),
    init: { ...init, ...(persons ? { persons: persons.shared } : {}) },
    targets: {
      ...(persons ? { matched: target.table, unknown: target.table, strays: 'stray_rows' } : {}),
      rows: staged.rows,
      quarantine: staged.quarantine,
      ...(person ? { odd: staged.odd, repairs: staged.repairs } : {}),
    },
    copies: {
      matched: {
        columns: [MATCHED_PERSON.columns, ...own].join(', '),
        freeze: true,
      },
      unknown: { columns: [UNKNOWN_PERSON.columns, ...own].join(', '), freeze: true },
      strays: { columns: STRAY.columns },
    },
    signal: request.signal,
    onProgress: (bytes, read) => request.onProgress?.({ bytes, byteSize: source.byteSize, rows: read, phase: 'read' }),
  });
  const placed = { id: matched, 'not-in-registry': unknown };
  return { rows: rows + matched + unknown, placed, quarantined, skipped, lost, persons };
}

/** Up to this share of the registry, looking persons up one by one costs less than reading everybody. */
const LOOKUP_SHARE = 1 / 12;

export async function isLargeShare(tx: Tx, rows: number): Promise<boolean> {
  const registry = await tx.first<{ size: number }>(
    sql`select reltuples::bigint as size from pg_class where oid = 'persons'::regclass`,
  );
  return rows >= (registry?.size ?? 0) * LOOKUP_SHARE;
}

/** A file that speaks of many is read beside a table of all persons; other rows are looked up once they are staged. */
export async function readInto(
  tx: Tx,
  definition: FeedDefinition,
  reading: Reading,
  isBulk: boolean,
): Promise<StagedCounts> {
  if (!isBulk || definition.subject === 'village') return stage(tx, definition, reading);
  const isLarge = () => isLargeShare(tx, reading.source.byteSize / ROW_BYTES);
  return withPersonTable(tx, isLarge, (persons) => stage(tx, definition, reading, persons));
}

/** Where the good rows stand now. */
export function ownRows(staged: Staged, target: Target, counts: StagedCounts): OwnRows {
  return { staged: staged.rows, partition: stillStaged(counts) < counts.rows ? target.table : undefined };
}
