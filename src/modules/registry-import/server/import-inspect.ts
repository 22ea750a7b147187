// What the program makes of uploaded files before anything is counted: which column is which, and the first rows.

import type * as z from 'zod';
import { normalizeCell } from '../../../kernel/cell.ts';
import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import type { NamedColumn } from '../../../kernel/match-headers.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { TakenUpload } from '../../../platform/server/http/uploads.ts';
import { inspectTable } from '../../../platform/server/inspect/inspect-table.ts';
import { openTable } from '../../../platform/server/tables/table-source.ts';
import { maskId, maskPhone } from '../../households/domain/mask.ts';
import { HOUSEHOLD_COLUMNS, MEMBER_COLUMNS } from '../../households/domain/registry-columns.ts';
import type { importFiles, inspectedFile } from '../domain/import-shapes.ts';
import '../domain/problems.ts';

export type InspectedFile = z.output<typeof inspectedFile>;
export type RegistryTable = InspectedFile['table'];

const COLUMNS: Record<RegistryTable, Record<string, NamedColumn>> = {
  households: HOUSEHOLD_COLUMNS,
  members: MEMBER_COLUMNS,
};
const MASKS: Record<string, (text: string) => string> = { id: maskId, phone: maskPhone };
const SAMPLE_ROWS = 8;

/** The uploads that were named, by the table they are for. Throws `uploads.not-found`, `households.import-needs-file`. */
export async function takeImportFiles(
  services: Services,
  { householdsFile, membersFile }: z.output<typeof importFiles>,
  accountId: number,
): Promise<{ table: RegistryTable; upload: TakenUpload }[]> {
  const asked: [RegistryTable, string | undefined][] = [
    ['households', householdsFile],
    ['members', membersFile],
  ];
  const taken = [];
  for (const [table, fileId] of asked)
    if (fileId) taken.push({ table, upload: await services.uploads.takeUpload(fileId, accountId) });
  if (taken.length === 0) throw new Problem('households.import-needs-file');
  return taken;
}

/** The header as it stands in the file; the file's own problem where it is no table or lacks a column. */
export async function readHeader(table: RegistryTable, { path, name }: TakenUpload): Promise<string[]> {
  const stop = new AbortController();
  try {
    return (await openTable(path, { file: name, columns: Object.values(COLUMNS[table]) }, stop.signal)).header;
  } finally {
    stop.abort();
  }
}

/** Problems of the file are part of the answer: the other file may be good. Ends when `signal`, the caller's, is aborted. */
export async function inspectFile(
  table: RegistryTable,
  upload: TakenUpload,
  signal?: AbortSignal,
): Promise<InspectedFile> {
  const keys = Object.keys(COLUMNS[table]);
  const looked = await inspectTable(
    upload,
    {
      columns: Object.values(COLUMNS[table]),
      shown: SAMPLE_ROWS,
      looked: SAMPLE_ROWS,
      // Where a column is missing nobody knows which one is the ID.
      show: (text, column, isComplete) => {
        const mask = MASKS[keys[column ?? -1] ?? ''];
        return mask ? mask(normalizeCell(text)) : isComplete ? text : hideNumbers(text);
      },
    },
    signal,
  );
  return { table, ...looked.table };
}
