// What the program makes of uploaded files before anything is counted: which column is which, and the first rows.

import type * as z from 'zod';
import { normalizeCell } from '../../../kernel/cell.ts';
import type { HeaderMatch, NamedColumn } from '../../../kernel/match-headers.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { TakenUpload } from '../../../platform/server/http/uploads.ts';
import { eachRecord } from '../../../platform/server/tables/each-record.ts';
import { openTable, type TableSource } from '../../../platform/server/tables/table-source.ts';
import type { importFiles, inspectedFile } from '../domain/import-shapes.ts';
import { maskId, maskPhone } from '../domain/mask.ts';
import { HOUSEHOLD_COLUMNS, MEMBER_COLUMNS } from '../domain/registry-columns.ts';
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
  const { name, byteSize } = upload;
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await describe(table, upload, await openAnyway(table, upload, stop.signal));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const nothing = { columns: [], unknown: [], sample: { header: [], rows: [] } };
    return {
      table,
      name,
      byteSize,
      format: 'csv',
      encoding: 'utf-8',
      headerLine: 1,
      ...nothing,
      problem: error.message,
    };
  } finally {
    signal?.removeEventListener('abort', abort);
    stop.abort();
  }
}

type Opened = { source: TableSource; match?: HeaderMatch; problem?: string };

/** Where the table has no such header, with its first row for one, so that it can be seen what is missing. */
async function openAnyway(table: RegistryTable, { path, name }: TakenUpload, signal: AbortSignal): Promise<Opened> {
  try {
    const source = await openTable(path, { file: name, columns: Object.values(COLUMNS[table]) }, signal);
    return { source, match: source };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'tables.missing-columns') throw error;
    return { source: await openTable(path, { file: name, columns: [] }, signal), problem: error.message };
  }
}

async function describe(
  table: RegistryTable,
  { name, byteSize }: TakenUpload,
  { source, match, problem }: Opened,
): Promise<InspectedFile> {
  const { format, encoding, sheet, header, headerLine } = source;
  const columns = Object.values(COLUMNS[table]).map(({ title, required }, i) => {
    const found = header[match?.positions[i] ?? -1];
    return { title, required, ...(found === undefined ? {} : { header: found }) };
  });
  const rows = await readSample(source, secretPositions(table, header, match));
  return {
    ...{ table, name, format, encoding, byteSize, headerLine, columns },
    ...(sheet === undefined ? {} : { sheet }),
    unknown: match?.unknown ?? [],
    sample: { header, rows },
    ...(problem ? { problem } : {}),
  };
}

/** Where nothing could be matched, every column is hidden: nobody knows which one is the ID. */
function secretPositions(table: RegistryTable, header: string[], match: HeaderMatch | undefined) {
  const positions = new Map<number, (text: string) => string>();
  if (!match) for (const at of header.keys()) positions.set(at, (text) => '*'.repeat(Math.min(text.length, 6)));
  for (const [i, key] of Object.keys(COLUMNS[table]).entries()) {
    const mask = MASKS[key];
    const at = match?.positions[i] ?? -1;
    if (mask && at >= 0) positions.set(at, mask);
  }
  return positions;
}

async function readSample(source: TableSource, masks: Map<number, (text: string) => string>): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const chunk of source.chunks()) {
    eachRecord(chunk, (cells) => {
      if (rows.length >= SAMPLE_ROWS) return;
      const texts = cells.texts().slice(0, source.header.length);
      rows.push(texts.map((cell, i) => masks.get(i)?.(normalizeCell(cell)) ?? cell));
    });
    if (rows.length >= SAMPLE_ROWS) break;
  }
  return rows;
}
