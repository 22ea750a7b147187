// Files of registers into staging tables of the transaction: one table per register, whatever the number of its files.

import type { RegionLevel } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../db.ts';
import type { Keys } from '../keys.ts';
import { openTable } from '../tables/table-source.ts';
import { copyTransformed } from '../tables/transform/copy-transformed.ts';
import { type Column, columnsOf } from './columns.ts';
import { namedColumns, unitWord } from './header.ts';
import { type RegisterTransformInit, STAGED_HEAD } from './register-transform.ts';

export type RegisterFile = { path: string; name: string };

/** What staging tells of a file. */
export type StagedFile = { header: string[]; ignored: string[]; rows: number; skipped: number };

export type StagingOptions = {
  regions: ReadonlyMap<number, RegionLevel>;
  keys: Keys;
  signal?: AbortSignal | undefined;
  onProgress?: ((bytes: number, byteSize: number, rows: number) => void) | undefined;
};

const STAGED_TYPES: Record<Column['copied'], string> = {
  text: 'text',
  literal: 'text',
  sealed: 'bytea',
  int4: 'int',
  int8: 'bigint',
  date: 'date',
  bool: 'boolean',
};

export function stagedTable({ table }: RegisterDefinition): string {
  return `staged_${table}`;
}

/** Makes the register's staging table, which goes with the transaction. */
export async function makeStaging(tx: Tx, register: RegisterDefinition): Promise<void> {
  const columns = columnsOf(register).map(({ column, copied }) => `${column} ${STAGED_TYPES[copied]}`);
  await tx.script(`create temp table ${stagedTable(register)} (${STAGED_HEAD}, ${columns.join(', ')}) on commit drop`);
}

/** COPYs one file. Throws a `Problem` where the file as a whole is refused; the transaction must then go back. */
export async function stageFile(
  tx: Tx,
  register: RegisterDefinition,
  file: RegisterFile,
  fileNo: number,
  { regions, keys, signal, onProgress }: StagingOptions,
): Promise<StagedFile> {
  const wanted = { file: file.name, columns: namedColumns(register), sheet: register.code };
  const source = await openTable(file.path, wanted, signal);
  const { header, positions, units, unknown } = source;
  const { rows = 0, skipped = 0 } = await copyTransformed<RegisterTransformInit>(tx, source, {
    module: new URL('./register-transform.ts', import.meta.url),
    init: { register, fileNo, width: header.length, positions, units: units.map(unitWord), regions, keys },
    targets: { rows: stagedTable(register) },
    signal,
    onProgress: (bytes, read) => onProgress?.(bytes, source.byteSize, read),
  });
  return { header, ignored: unknown, rows, skipped };
}
