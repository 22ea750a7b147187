// Whether this is still the office that phones spoke to. One that was restored from a backup has forgotten what it confirmed since:
// another name tells the phones to ask again. A mark in the data folder knows which file it is and which database it stood beside;
// what is put back from a copy is another file, what is loaded from a dump another database.

import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import * as z from 'zod';
import type { Database, Tx } from '../db.ts';

const mark = z.object({ epoch: z.string(), file: z.string(), database: z.string() });

async function databaseName(tx: Tx): Promise<string> {
  const row = await tx.first(sql<{ name: string }>`
    select concat_ws('/', s.system_identifier, c.timeline_id, d.oid) as name
    from pg_control_system() s, pg_control_checkpoint() c, pg_database d where d.datname = current_database()`);
  return row?.name ?? '';
}

async function fileName(file: string): Promise<string> {
  const { ino, birthtimeMs } = await stat(file, { bigint: false });
  return `${ino}/${Math.round(birthtimeMs)}`;
}

export type Epoch = {
  name: () => string;
  /** Something shows that the office was restored, which the mark did not. */
  renew: () => Promise<void>;
};

/** Reads the mark, or makes a new one where it does not fit. */
export async function openEpoch(db: Database, dataFolder: string): Promise<Epoch> {
  const file = path.join(dataFolder, 'epoch.json');
  const database = await db.bulkRead(databaseName);
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const found = mark.safeParse(JSON.parse(text || '{}')).data;
  let epoch = found?.epoch ?? '';
  const renew = async () => {
    epoch = randomUUID();
    await mkdir(dataFolder, { recursive: true });
    await writeFile(file, '', { mode: 0o600 });
    await writeFile(file, JSON.stringify({ epoch, file: await fileName(file), database }));
  };
  if (!found || found.database !== database || found.file !== (await fileName(file))) await renew();
  return { name: () => epoch, renew };
}
