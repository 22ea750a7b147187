// Looks into a table handed in and writes nothing: which sheet and row hold the header, which column is which, the first rows.
// A table that cannot be taken is shown as far as it can be read, with the reason.

import type { NamedColumn } from '../../../kernel/match-headers.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { InspectedTable } from '../../../kernel/tables/inspected-table.ts';
import type { TakenUpload } from '../http/uploads.ts';
import type { Cells } from '../tables/bytes/cells.ts';
import { eachRecord } from '../tables/each-record.ts';
import { openTable, type TableSource } from '../tables/table-source.ts';

/** `isShort`: cells missing at the end of the record are empty ones, as in a workbook. */
export type LookedRecord = { cells: Cells; source: TableSource; isShort: boolean };

export type Inspecting = {
  columns: readonly NamedColumn[];
  /** Rows that are shown. */
  shown: number;
  /** Records that are looked at; at least those that are shown. */
  looked: number;
  /** How a cell is shown; `column` is the wanted one it stands under, undefined where nothing asks for it. */
  show: (text: string, column: number | undefined, isComplete: boolean) => string;
  /** Judges a record; answers in words why it would be refused. */
  judge?: (record: LookedRecord) => string | undefined;
};

/** `whole`: the end of the file was reached, so that what was counted speaks of all of it. */
export type Looked = { table: InspectedTable; records: number; whole: boolean };

/** Ends when `signal`, the caller's, is aborted; throws what is no `Problem` of the file. */
export async function inspectTable(upload: TakenUpload, asked: Inspecting, signal?: AbortSignal): Promise<Looked> {
  const { name, byteSize, path } = upload;
  // A workbook that is not read to its end waits in a worker thread until it is told.
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const wanted = { file: name, columns: asked.columns, lenient: true };
    return await look(upload, await openTable(path, wanted, stop.signal), asked);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const nothing = { columns: [], unknown: [], sample: { header: [], rows: [] } };
    const table: InspectedTable = {
      ...{ name, byteSize, format: 'csv', encoding: 'utf-8', headerLine: 1 },
      ...nothing,
      problem: error.message,
    };
    return { table, records: 0, whole: false };
  } finally {
    signal?.removeEventListener('abort', abort);
    stop.abort();
  }
}

async function look({ name, byteSize }: TakenUpload, source: TableSource, asked: Inspecting): Promise<Looked> {
  const { format, encoding, sheet, header, headerLine, positions, unknown } = source;
  const columns = asked.columns.map(({ title, required }, i) => {
    const found = header[positions[i] ?? -1];
    return { title, required, ...(found === undefined ? {} : { header: found }) };
  });
  const missing = columns.filter((column) => column.required && column.header === undefined);
  const { rows, records, whole } = await readRecords(source, asked, missing.length === 0);
  const problem =
    missing.length === 0
      ? {}
      : {
          problem: new Problem('tables.missing-columns', {
            file: name,
            columns: missing.map(({ title }) => title).join('、'),
            where: `表头按第 ${headerLine} 行识别。`,
          }).message,
        };
  const table: InspectedTable = {
    ...{ name, format, encoding, byteSize, headerLine, columns, unknown },
    ...(sheet === undefined ? {} : { sheet }),
    sample: { header, rows },
    ...problem,
  };
  return { table, records, whole };
}

async function readRecords(source: TableSource, asked: Inspecting, isComplete: boolean) {
  const { shown, looked, show, judge } = asked;
  const under = new Map(source.positions.flatMap((at, column) => (at < 0 ? [] : [[at, column] as const])));
  const rows: InspectedTable['sample']['rows'] = [];
  let records = 0;
  for await (const chunk of source.chunks()) {
    eachRecord(chunk, (cells, line) => {
      if (records++ >= looked) return;
      const problem = isComplete ? judge?.({ cells, source, isShort: chunk.kind === 'rows' }) : undefined;
      if (rows.length >= shown) return;
      const texts = cells.texts().slice(0, source.header.length);
      const masked = texts.map((text, at) => show(text, under.get(at), isComplete));
      rows.push({ line, cells: masked, ...(problem ? { problem } : {}) });
    });
    if (records > looked) return { rows, records: looked, whole: false };
  }
  return { rows, records, whole: true };
}
