import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../../../kernel/problem.ts';
import type { FileEntry } from './manifest.ts';
import type { Parts } from './parts.ts';
import './problems.ts';

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

async function standsThere(file: string, { bytes, sha256 }: FileEntry): Promise<boolean> {
  const about = await stat(file).catch(() => undefined);
  return about?.size === bytes && (await hashOf(file)) === sha256;
}

/** Writes the file under its name once it is whole; one that stands there already, of a restore that broke off, is left. */
export async function restoreFile(parts: Parts, folder: string, entry: FileEntry): Promise<void> {
  const file = path.join(folder, ...entry.path.split('/'));
  if (path.relative(folder, file).startsWith('..')) throw new Problem('backup.damaged', { what: entry.path });
  if (await standsThere(file, entry)) return;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const coming = `${file}.restoring`;
  const hash = createHash('sha256');
  const handle = await open(coming, 'w', entry.mode);
  try {
    for (const name of entry.parts) {
      const bytes = await parts.read(name);
      hash.update(bytes);
      await handle.writeFile(bytes);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (hash.digest('hex') !== entry.sha256) throw new Problem('backup.damaged', { what: entry.path });
  // Uploads are swept by their age.
  await utimes(coming, new Date(), new Date(entry.modifiedMs));
  await rename(coming, file);
}
