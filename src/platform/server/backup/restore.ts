// A backup comes back into an empty place: files first, then the database in one transaction. A mark in the data folder keeps the
// program from starting on half of it; the same restore, called again, goes on.

import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { isData } from './hold-files.ts';
import { loadTables, lookInto } from './load-tables.ts';
import type { Backups, Manifest } from './manifest.ts';
import { writeWhole } from './parts.ts';
import './problems.ts';
import { restoreFile } from './restore-files.ts';
import { needRoomFor } from './room.ts';

const MARK = 'restoring.json';

const markSchema = z.object({ id: z.string(), mark: z.string() });

async function markIn(folder: string): Promise<z.output<typeof markSchema> | undefined> {
  const text = await readFile(path.join(folder, MARK), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : markSchema.parse(JSON.parse(text));
}

/** Throws `backup.restore-unfinished`: a program must not work on half of a backup. */
export async function refuseHalfRestored(folder: string): Promise<void> {
  if (await markIn(folder)) throw new Problem('backup.restore-unfinished', { folder });
}

/** What the program brings: names of migrations with their hashes. Throws `backup.newer`, `backup.other-migration`. */
export function checkMigrations(manifest: Manifest, own: ReadonlyMap<string, string>): void {
  for (const { name, sha256 } of manifest.migrations) {
    if (!own.has(name)) throw new Problem('backup.newer', { file: name });
    if (own.get(name) !== sha256) throw new Problem('backup.other-migration', { file: name });
  }
}

/** The mark of this restore: that of one of the same backup which broke off, or a new one. Throws `backup.folder-not-empty`. */
export async function claimFolder(folder: string, id: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const begun = await markIn(folder);
  if (begun?.id === id) return begun.mark;
  const [name] = (await readdir(folder)).filter(isData);
  if (begun || name !== undefined) throw new Problem('backup.folder-not-empty', { folder, name: name ?? MARK });
  const mark = `${id} ${crypto.randomUUID()}`;
  await writeWhole(path.join(folder, MARK), Buffer.from(JSON.stringify({ id, mark })));
  return mark;
}

export type RestoreAsked = {
  url: string;
  dataFolder: string;
  backups: Backups;
  manifest: Manifest;
  mark: string;
  appRole: string;
  onProgress?: ((done: { bytes: number; byteSize: number; what: string }) => void) | undefined;
};

/** How much disk it takes: rows and indexes as they were, and some log. */
const SPARE = 1.2;

/** Files and database; what was done by an earlier call is not done twice. */
export async function restore(asked: RestoreAsked): Promise<void> {
  const { dataFolder, backups, manifest, mark, onProgress } = asked;
  const already = await lookInto(asked.url);
  if (already !== undefined && already !== mark) throw new Problem('backup.database-not-empty');
  const fileBytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const byteSize = fileBytes + manifest.tables.reduce((sum, { bytes }) => sum + bytes, 0);
  if (already === undefined) await needRoomFor(dataFolder, fileBytes + manifest.databaseBytes * SPARE);
  let done = 0;
  for (const entry of manifest.files) {
    await restoreFile(backups.parts, dataFolder, entry);
    done += entry.bytes;
    onProgress?.({ bytes: done, byteSize, what: '文件' });
  }
  if (already === undefined)
    await loadTables(
      {
        url: asked.url,
        parts: backups.parts,
        manifest,
        mark,
        onProgress: (bytes, what) => {
          done += bytes;
          onProgress?.({ bytes: done, byteSize, what });
        },
      },
      asked.appRole,
    );
  // Phones are told by it that this office has forgotten what it confirmed since.
  await rm(path.join(dataFolder, 'epoch.json'), { force: true });
}

/** Once the program could open it. */
export async function endRestore(folder: string): Promise<void> {
  await rm(path.join(folder, MARK), { force: true });
}
