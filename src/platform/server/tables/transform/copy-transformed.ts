// A table file through transform workers into staging tables. The first target takes its rows as they come; the others
// wait in files, since one connection carries one COPY at a time.

import type { FileHandle } from 'node:fs/promises';
import type { Tx } from '../../db.ts';
import { refuseFlood, rowsOf } from '../bad-rows.ts';
import { binaryHeader, binaryTrailer } from '../bytes/pg-binary.ts';
import { openSpool } from '../spool-file.ts';
import type { TableSource } from '../table-source.ts';
import { transformTable } from './transform-pool.ts';

export type CopyOptions<Init> = {
  module: URL;
  init: Init;
  /** Stream of the transform → staging table; the first one is the large one. */
  targets: Record<string, string>;
  /** Columns, or `FREEZE`, of a target's COPY where it is not simply the whole table. */
  copies?: Record<string, { columns?: string; freeze?: boolean }>;
  /** Gets each chunk's streams, in the order of the file, and is waited for. */
  onStreams?: (streams: Record<string, Uint8Array>) => void | Promise<void>;
  signal?: AbortSignal | undefined;
  onProgress?: (bytes: number, rows: number) => void;
};

function copyStatement(table: string, { columns, freeze }: { columns?: string; freeze?: boolean } = {}): string {
  return `copy ${table}${columns ? ` (${columns})` : ''} from stdin (format binary${freeze ? ', freeze' : ''})`;
}

async function copyFile(tx: Tx, statement: string, file: FileHandle): Promise<void> {
  await tx.copyIn(statement, async (send) => {
    await send(binaryHeader);
    for await (const bytes of file.createReadStream({ start: 0, autoClose: false })) await send(bytes as Buffer);
    await send(binaryTrailer);
  });
}

/** Returns the transform's counts, added up; `skipped` are rows that were no records. */
export async function copyTransformed<Init>(
  tx: Tx,
  source: TableSource,
  options: CopyOptions<Init>,
): Promise<Record<string, number>> {
  const [[mainStream, mainTable] = ['', ''], ...others] = Object.entries(options.targets);
  const files = new Map<string, FileHandle>();
  const totals: Record<string, number> = {};
  let rows = 0;
  try {
    for (const [stream] of others) files.set(stream, await openSpool());
    await tx.copyIn(copyStatement(mainTable, options.copies?.[mainStream]), async (send) => {
      await send(binaryHeader);
      await transformTable(source, {
        module: options.module,
        init: options.init,
        ...(options.signal ? { signal: options.signal } : {}),
        onChunk: async ({ streams, counts }) => {
          await options.onStreams?.(streams);
          for (const [name, count] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + count;
          rows = rowsOf(totals);
          refuseFlood(counts, totals);
          const main = streams[mainStream];
          if (main?.length) await send(main);
          for (const [stream, file] of files) if (streams[stream]?.length) await file.write(streams[stream]);
        },
        onProgress: (bytes) => options.onProgress?.(bytes, rows),
      });
      await send(binaryTrailer);
    });
    for (const [stream, table] of others) {
      const file = files.get(stream);
      if (file) await copyFile(tx, copyStatement(table, options.copies?.[stream]), file);
    }
    return totals;
  } finally {
    for (const file of files.values()) await file.close();
  }
}
