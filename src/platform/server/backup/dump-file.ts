import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Progress } from './dump-table.ts';
import { gatherParts } from './gather.ts';
import { type HeldFile, ignoreGone } from './hold-files.ts';
import type { FileEntry } from './manifest.ts';
import type { Parts } from './parts.ts';

const CHUNK = 1024 ** 2;

/** Undefined where the file has gone: nothing that the snapshot names, then, but what was on its way. */
export async function dumpFile(parts: Parts, progress: Progress, held: HeldFile): Promise<FileEntry | undefined> {
  const { path, source, mode, modifiedMs } = held;
  const gathered = gatherParts(parts, progress.written);
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(source, { highWaterMark: CHUNK })) {
      progress.signal?.throwIfAborted();
      progress.read((chunk as Buffer).length);
      hash.update(chunk as Buffer);
      await gathered.add(chunk as Buffer);
    }
  } catch (error) {
    return ignoreGone(error as NodeJS.ErrnoException);
  }
  return { path, mode, modifiedMs, sha256: hash.digest('hex'), ...(await gathered.end()) };
}
