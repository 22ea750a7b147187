// One file of an import, from its bytes through the workers into tables.

import { arePadded } from '../../../../kernel/id-number.ts';
import type { NamedColumn } from '../../../../kernel/match-headers.ts';
import { REFUSED_ROW } from '../../../../platform/server/bulk/row-layout.ts';
import { dayOn, systemClock } from '../../../../platform/server/clock.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import type { Keys } from '../../../../platform/server/keys.ts';
import { openTable, type TableSource } from '../../../../platform/server/tables/table-source.ts';
import { type CopyOptions, copyTransformed } from '../../../../platform/server/tables/transform/copy-transformed.ts';
import { HOUSEHOLD_COLUMNS, MEMBER_COLUMNS } from '../../../households/domain/registry-columns.ts';
import type { ImportRequest, RegistryFile } from '../import-request.ts';
import { STAGED_HOUSEHOLD, STAGED_MEMBER } from './registry-layouts.ts';
import type { RegistryTransformInit } from './registry-rows.ts';

export type Staging = { tx: Tx; keys: Keys; request: ImportRequest; villages: Float64Array };

type TableOptions = Pick<RegistryTransformInit, 'finalHouseholds' | 'final'> &
  Partial<Pick<CopyOptions<RegistryTransformInit>, 'targets' | 'copies' | 'onStreams'>>;

/** `rows`: how many were taken; `skipped`: how many were none. */
export type StagedFile = { unknown: string[]; rows: number; skipped: number };

function hasPaddedIds({ sample, positions }: TableSource): boolean {
  const at = positions[Object.keys(MEMBER_COLUMNS).indexOf('id')] ?? -1;
  return at >= 0 && arePadded(sample.map((cells) => cells[at] ?? ''));
}

/** Makes `staged_<table>` and `staged_<table>_refused`. */
export async function makeStaging(tx: Tx): Promise<void> {
  await tx.script(`
    create unlogged table staged_households (${STAGED_HOUSEHOLD.ddl});
    create unlogged table staged_households_refused (${REFUSED_ROW.ddl});
    create unlogged table staged_members (${STAGED_MEMBER.ddl});
    create unlogged table staged_members_refused (${REFUSED_ROW.ddl});`);
}

export async function dropStaging(tx: Tx): Promise<void> {
  await tx.script('drop table staged_households, staged_households_refused, staged_members, staged_members_refused');
}

/** COPYs one file into its staging tables, or into those of `options`; answers the columns nobody asked for. */
export async function stageFile(
  { tx, keys, request, villages }: Staging,
  table: 'households' | 'members',
  file: RegistryFile | undefined,
  { finalHouseholds, final, targets, copies, onStreams }: TableOptions = {},
): Promise<StagedFile> {
  if (!file) return { unknown: [], rows: 0, skipped: 0 };
  const columns: Record<string, NamedColumn> = table === 'households' ? HOUSEHOLD_COLUMNS : MEMBER_COLUMNS;
  const wanted = { file: file.name, columns: Object.values(columns) };
  const source = await openTable(file.path, wanted, request.signal);
  const { rows = 0, skipped = 0 } = await copyTransformed<RegistryTransformInit>(tx, source, {
    module: new URL('./registry-transform.ts', import.meta.url),
    init: {
      table,
      positions: source.positions,
      units: source.units,
      paddedIds: table === 'members' && hasPaddedIds(source),
      width: source.header.length,
      villages,
      today: dayOn(systemClock),
      keys,
      ...(finalHouseholds ? { finalHouseholds } : {}),
      ...(final ? { final } : {}),
    },
    targets: { ...(targets ?? { rows: `staged_${table}` }), refused: `staged_${table}_refused` },
    ...(copies ? { copies } : {}),
    ...(onStreams ? { onStreams } : {}),
    signal: request.signal,
    onProgress: (bytes, read) =>
      request.onProgress?.({ file: file.name, bytes, byteSize: source.byteSize, rows: read }),
  });
  return { unknown: source.unknown, rows, skipped };
}
