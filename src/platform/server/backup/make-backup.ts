// A backup of database and files as they are at one moment, while everybody goes on working.

import type pg from 'pg';
import { Problem } from '../../../kernel/problem.ts';
import { dumpFile } from './dump-file.ts';
import { dumpTable, type Progress } from './dump-table.ts';
import { type HeldFile, type HeldFiles, holdFiles } from './hold-files.ts';
import { type Backups, type FileEntry, idOf, type Manifest, type TableEntry } from './manifest.ts';
import { needRoomFor } from './room.ts';
import { describeSchema } from './schema/describe.ts';
import { connect, Moved, type Snapshot, takeSnapshot } from './snapshot.ts';
import './problems.ts';

export type BackupReport = {
  id: string;
  at: string;
  tables: number;
  rows: number;
  files: number;
  /** Of rows and files as they were read, and what was written for them now. */
  bytes: number;
  written: number;
  milliseconds: number;
};

export type BackupAsked = {
  url: string;
  dataFolder: string;
  backups: Backups;
  /** Absolute paths of files that stay out. */
  without: readonly string[];
  /** `keyCheck` of the keys that values are sealed with. */
  keyCheck: string;
  onProgress?: (done: { bytes: number; byteSize: number; what: string }) => void;
  signal?: AbortSignal;
};

const LOCK = 15_000_009;
/** A core each for reading; more would take them from those who work. */
const CONNECTIONS = 2;
const FILES_AT_ONCE = 4;
const MOST_LOOKS = 5;
/** Between two looks at how much room is left. */
const LOOK_AFTER = 64 * 1024 ** 2;
/** What compression leaves of tables, with some to spare, and what changes from one day to the next. */
const FIRST_SHARE = 0.5;
const NEXT_SHARE = 0.15;

/** Does the work over all items, so many at once; the first error ends it. */
async function overAll<T>(items: readonly T[], workers: number, work: (item: T, worker: number) => Promise<void>) {
  let next = 0;
  let failed = false;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (next < items.length && !failed) {
        const item = items[next++] as T;
        await work(item, worker).catch((error: unknown) => {
          failed = true;
          throw error;
        });
      }
    }),
  );
}

async function migrationsOf({ client }: Snapshot): Promise<Manifest['migrations']> {
  return (await client.query('select name, sha256 from migrations order by name')).rows as Manifest['migrations'];
}

/** Asked after the snapshot: a number may be left out, but none is given twice. */
async function sequencesOf({ client }: Snapshot): Promise<Manifest['sequences']> {
  const { rows } = await client.query(`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and c.relpersistence = 'p' order by 1`);
  const found: Manifest['sequences'] = [];
  for (const { name } of rows as { name: string }[]) {
    const read = await client.query(`select last_value::text as value, is_called as "isCalled" from ${quoted(name)}`);
    found.push({ name, ...(read.rows[0] as { value: string; isCalled: boolean }) });
  }
  return found;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

async function dumpTables(asked: BackupAsked, snapshot: Snapshot, progress: Progress): Promise<TableEntry[]> {
  const clients: pg.Client[] = [];
  const entries: TableEntry[] = [];
  try {
    for (let i = 0; i < CONNECTIONS; i++) clients.push(await connect(asked.url));
    await overAll(snapshot.tables, clients.length, async (table, worker) => {
      const client = clients[worker] as pg.Client;
      entries.push(await dumpTable(client, { snapshot, parts: asked.backups.parts, progress }, table));
    });
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const sameFile = (known: FileEntry | undefined, { bytes, modifiedMs }: HeldFile) =>
  known !== undefined && known.bytes === bytes && known.modifiedMs === modifiedMs;

/** A file that is as the last backup found it is not read again. */
async function dumpFiles(asked: BackupAsked, held: HeldFiles, last: Manifest | undefined, progress: Progress) {
  const known = new Map(last?.files.map((entry) => [entry.path, entry]));
  const entries: FileEntry[] = [];
  await overAll(held.files(), FILES_AT_ONCE, async (file) => {
    const before = known.get(file.path);
    const kept = before && sameFile(before, file) && (await asked.backups.parts.haveAll(before.parts));
    const entry = kept ? { ...before, mode: file.mode } : await dumpFile(asked.backups.parts, progress, file);
    if (kept) progress.read(file.bytes);
    if (entry) entries.push(entry);
  });
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** One that is damaged is put aside: what it was made of is kept from now on by the next. */
async function newestReadable(backups: Backups): Promise<Manifest | undefined> {
  for (const id of (await backups.ids()).reverse())
    try {
      return await backups.read(id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await backups.putAside(id);
    }
  return undefined;
}

/** What will be written, more or less: never so little that the disk is found full in the middle of an ordinary backup. */
function expectedBytes(tables: number, files: readonly HeldFile[], last: Manifest | undefined): number {
  const known = new Map(last?.files.map((entry) => [entry.path, entry]));
  const anew = files.filter((file) => !sameFile(known.get(file.path), file));
  return tables * (last ? NEXT_SHARE : FIRST_SHARE) + anew.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function attempt(asked: BackupAsked): Promise<{ manifest: Manifest; written: number }> {
  const { backups, onProgress } = asked;
  const last = await newestReadable(backups);
  const held = await holdFiles(asked.dataFolder, [...asked.without, backups.folder]);
  let snapshot: Snapshot | undefined;
  try {
    // Twice: what the snapshot names was there before it or at its moment.
    await held.look();
    snapshot = await takeSnapshot(asked.url);
    await held.look();
    const { client, tables, at } = snapshot;
    const schema = await describeSchema(client);
    const [server] = (
      await client.query(
        `select current_setting('server_version_num')::int as version, pg_database_size(current_database())::float8 as size`,
      )
    ).rows as { version: number; size: number }[];
    const tableBytes = tables.reduce((sum, { bytes }) => sum + bytes, 0);
    const byteSize = tableBytes + held.files().reduce((sum, { bytes }) => sum + bytes, 0);
    await needRoomFor(backups.folder, expectedBytes(tableBytes, held.files(), last));
    let bytes = 0;
    let written = 0;
    let lookedAt = 0;
    const progressOf = (what: string): Progress => ({
      signal: asked.signal,
      read: (more) => {
        bytes += more;
        onProgress?.({ bytes, byteSize, what });
      },
      written: async (more) => {
        written += more;
        if (written - lookedAt < LOOK_AFTER) return;
        lookedAt = written;
        await needRoomFor(backups.folder, 0);
      },
    });
    const manifest: Manifest = {
      format: 1,
      id: idOf(at),
      at: at.toISOString(),
      serverVersion: server?.version ?? 0,
      databaseBytes: server?.size ?? 0,
      migrations: await migrationsOf(snapshot),
      keyCheck: asked.keyCheck,
      schema,
      tables: await dumpTables(asked, snapshot, progressOf('数据表')),
      sequences: await sequencesOf(snapshot),
      files: await dumpFiles(asked, held, last, progressOf('文件')),
    };
    await backups.write(manifest);
    return { manifest, written };
  } finally {
    await snapshot?.close().catch(() => undefined);
    await held.release();
  }
}

/** A view or function that was replaced between two looks at the catalogue; a table likewise. */
const VANISHED = /^(XX000|42P01|42883|42704)$/;

async function untilStill(asked: BackupAsked): Promise<{ manifest: Manifest; written: number }> {
  for (let looks = 1; ; looks++)
    try {
      return await attempt(asked);
    } catch (error) {
      const moved = error instanceof Moved || VANISHED.test((error as { code?: string }).code ?? '');
      if (!moved) throw error;
      if (looks === MOST_LOOKS) throw new Problem('backup.moving');
    }
}

/** One at a time of a database. Broken off, it leaves parts that the next one finds. */
export async function makeBackup(asked: BackupAsked): Promise<BackupReport> {
  const begun = performance.now();
  const lock = await connect(asked.url);
  try {
    const { rows } = await lock.query(`select pg_try_advisory_lock(${LOCK}) as held`);
    if (!rows[0]?.held) throw new Problem('backup.running');
    const { manifest, written } = await untilStill(asked);
    const { tables, files } = manifest;
    return {
      id: manifest.id,
      at: manifest.at,
      tables: tables.length,
      rows: tables.reduce((sum, { rows: count }) => sum + count, 0),
      files: files.length,
      bytes: [...tables, ...files].reduce((sum, { bytes }) => sum + bytes, 0),
      written,
      milliseconds: Math.round(performance.now() - begun),
    };
  } finally {
    await lock.end().catch(() => undefined);
  }
}
