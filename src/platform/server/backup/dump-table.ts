// A table becomes parts block by block: what was written since the last backup changes the parts of those blocks, and no others.

import pg from 'pg';
import { copyOutOf } from '../copy-out.ts';
import { gatherParts } from './gather.ts';
import type { TableEntry } from './manifest.ts';
import type { Parts } from './parts.ts';
import { holdTable, type Snapshot, type TableSeen } from './snapshot.ts';

/** Eight megabytes of a table: as copied, less than a part. */
const BLOCKS = 1024;

/** What binary COPY puts before the rows (signature, flags, length of an extension) and after them. */
export const COPY_HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
export const COPY_TRAILER = Buffer.from('ffff', 'hex');

/** The rows of a binary COPY, without what stands around them. */
async function* rowsOnly(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let skip = COPY_HEADER.length;
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    const bytes = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - bytes.length;
    if (bytes.length < COPY_TRAILER.length) held = Buffer.concat([held, bytes]);
    else {
      if (held.length > 0) yield held;
      held = bytes;
    }
  }
  const end = held.length - COPY_TRAILER.length;
  if (end < 0 || !held.subarray(end).equals(COPY_TRAILER)) throw new Error('a copy that ends otherwise than copies do');
  if (end > 0) yield held.subarray(0, end);
}

export type Progress = {
  /** Bytes that were written now; throws where the disk is nearly full. */
  written: (bytes: number) => Promise<void>;
  /** Bytes that were read. */
  read: (bytes: number) => void;
  signal?: AbortSignal | undefined;
};

/** The rows of a table as the snapshot sees them. Throws `Moved`. */
export async function dumpTable(
  client: pg.Client,
  { snapshot, parts, progress }: { snapshot: Snapshot; parts: Parts; progress: Progress },
  table: TableSeen,
): Promise<TableEntry> {
  const { name, columns } = table;
  const listed = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const from = pg.escapeIdentifier(name);
  await snapshot.open(client);
  try {
    await holdTable(client, table);
    const size = await client.query(
      `select (pg_relation_size($1::oid) / current_setting('block_size')::int)::int as blocks`,
      [table.oid],
    );
    const blocks = (size.rows[0]?.blocks ?? 0) as number;
    const gathered = gatherParts(parts, progress.written);
    let rows = 0;
    for (let at = 0; at < blocks; at += BLOCKS) {
      progress.signal?.throwIfAborted();
      const within = `ctid >= '(${at},0)' and ctid < '(${at + BLOCKS},0)'`;
      const stream = client.query(
        copyOutOf(`copy (select ${listed} from only ${from} where ${within}) to stdout (format binary)`),
      );
      for await (const chunk of rowsOnly(stream)) {
        progress.read(chunk.length);
        await gathered.add(chunk);
      }
      await gathered.cut();
      rows += stream.rowCount;
    }
    const { parts: names, bytes } = await gathered.end();
    await client.query('commit');
    return { name, columns, rows, bytes, parts: names };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
