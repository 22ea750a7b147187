// A file for rows that wait, without a name: it goes with the program, however that ends.

import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** To be written, read from the start, and closed. */
export async function openSpool(): Promise<FileHandle> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-spool-'));
  try {
    return await open(path.join(folder, 'rows'), 'w+');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
