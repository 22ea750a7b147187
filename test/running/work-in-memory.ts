// Where a run of the tests puts what it makes. A database is some thousand files, most test files clone one, and a file system
// on a disk looks longer for the place of each file than PostgreSQL works in it.

import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
const PREFIX = 'shouwang-run-';
/** The clusters of a run take less than one, with what the largest files leave of the log. */
const ROOM_BYTES = 4 * 2 ** 30;

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return Math.min(bavail * bsize, os.freemem()) >= ROOM_BYTES;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A run that was killed has left its folder, and memory is not given back by itself. */
function sweep(): void {
  for (const name of readdirSync(MEMORY))
    if (name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length))))
      rmSync(path.join(MEMORY, name), { recursive: true, force: true });
}

/** Makes memory the place of temporary files, for this process and all it starts, unless somebody said where or there is no room. */
export function workInMemory(): void {
  if (process.env.TMPDIR || !hasRoom()) return;
  sweep();
  const folder = path.join(MEMORY, `${PREFIX}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // The server of a cluster may run as somebody else.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
