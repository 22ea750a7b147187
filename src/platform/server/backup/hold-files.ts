// The files of the data folder as they are at a moment. Uploads and batches remove theirs at any time: a second name for each keeps
// it until it was copied.

import { link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** What stands in the data folder and is none of its data: the database is backed up by itself, keys never. */
const NOT_DATA = new Set([
  'postgres',
  'postgres-is-in.txt',
  'keys.json',
  'backup-key.json',
  'epoch.json',
  'restoring.json',
]);
const HELD = '.backup-held';
/** Working folders of a demonstration that was cut off. */
const WORKING = /^demo-/;

/** Names in the data folder that a restore finds there, and that are no data. */
export function isData(name: string): boolean {
  return !NOT_DATA.has(name) && name !== HELD && !WORKING.test(name);
}

/** `source`: where it is read from. */
export type HeldFile = { path: string; source: string; bytes: number; mode: number; modifiedMs: number };

export type HeldFiles = { files: () => HeldFile[]; look: () => Promise<void>; release: () => Promise<void> };

/** `without`: absolute paths that stay out, wherever they are: keys, and the backups themselves. */
export async function holdFiles(dataFolder: string, without: readonly string[]): Promise<HeldFiles> {
  const held = path.join(dataFolder, HELD);
  await rm(held, { recursive: true, force: true });
  const found = new Map<string, HeldFile>();
  const left = new Set(without.map((file) => path.resolve(file)));

  const hold = async (file: string, relative: string): Promise<void> => {
    const { size, mode, mtimeMs } = await stat(file);
    const second = path.join(held, String(found.size));
    // A file system without second names, or another disk: it is read where it is.
    const source = await link(file, second).then(
      () => second,
      () => file,
    );
    found.set(relative, { path: relative, source, bytes: size, mode: mode & 0o777, modifiedMs: mtimeMs });
  };

  const walk = async (folder: string, relative: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      const name = relative ? `${relative}/${entry.name}` : entry.name;
      if ((!relative && !isData(entry.name)) || left.has(path.resolve(file)) || found.has(name)) continue;
      // It may go between being listed and being looked at.
      const about = await stat(file).catch(() => undefined);
      if (about?.isDirectory()) await walk(file, name);
      else if (about?.isFile()) await hold(file, name).catch(ignoreGone);
    }
  };

  await mkdir(held, { recursive: true, mode: 0o700 });
  return {
    files: () => [...found.values()],
    look: () => walk(dataFolder, ''),
    release: () => rm(held, { recursive: true, force: true }),
  };
}

export function ignoreGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
