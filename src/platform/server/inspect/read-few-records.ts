// A table that people filled in by hand, read within the request that brings it: a few thousand rows, not a department's file.

import type { NamedColumn } from '../../../kernel/match-headers.ts';
import type { TakenUpload } from '../http/uploads.ts';
import { eachRecord } from '../tables/each-record.ts';
import { openTable } from '../tables/table-source.ts';

/** `texts`: a cell for each wanted column, empty where there is none; `all`: those of the file. */
export type OnFewRecords = (texts: string[], line: number, all: string[]) => void;

/**
 * Reads up to `most` records; `more`: there are others behind them. Throws the `tables.…` problems of a file that is no table or lacks
 * a column.
 */
export async function readFewRecords(
  { path, name }: TakenUpload,
  { columns, most }: { columns: readonly NamedColumn[]; most: number },
  onRecord: OnFewRecords,
  signal?: AbortSignal,
): Promise<{ header: string[]; more: boolean }> {
  // A workbook that is not read to its end waits in a worker thread until it is told.
  const stop = new AbortController();
  try {
    const source = await openTable(
      path,
      { file: name, columns },
      signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
    );
    const { header, positions } = source;
    let records = 0;
    for await (const chunk of source.chunks()) {
      eachRecord(chunk, (cells, line) => {
        if (records++ >= most) return;
        const all = cells.texts();
        onRecord(
          positions.map((at) => all[at] ?? ''),
          line,
          header.map((_, i) => all[i] ?? ''),
        );
      });
      if (records > most) return { header, more: true };
    }
    return { header, more: false };
  } finally {
    stop.abort();
  }
}
