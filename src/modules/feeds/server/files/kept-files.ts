// Files of batches that are not loaded yet: `<data folder>/batches/<uuid>`. An upload is cleared after eight days; a batch
// that waits over a long weekend must still find its file. Once a batch is loaded, given up or refused, its file is removed:
// it holds identity numbers in clear.

import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

type HasFolder = { dataFolder: string };

function folderOf({ dataFolder }: HasFolder): string {
  return path.join(dataFolder, 'batches');
}

export function keptPath(services: HasFolder, name: string): string {
  return path.join(folderOf(services), path.basename(name));
}

/** Keeps the upload under its own id; a second call for the same file changes nothing. */
export async function keepFile(services: HasFolder, source: string, name: string): Promise<void> {
  await mkdir(folderOf(services), { recursive: true, mode: 0o700 });
  try {
    await link(source, keptPath(services, name));
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return;
    await copyFile(source, keptPath(services, name)); // a file system without links
  }
}

export async function dropFile(services: HasFolder, name: string): Promise<void> {
  await rm(keptPath(services, name), { force: true });
}

/** Removes the files that no waiting batch names. */
export async function dropOthers(services: HasFolder, waiting: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folderOf(services)).catch(() => []);
  for (const name of names) if (!waiting.has(name)) await dropFile(services, name);
}
