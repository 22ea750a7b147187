// Memory for statements that go over everything. A hash table or a sort that does not fit goes to disk and takes several
// times as long; on a small machine it has to.

import os from 'node:os';
import type { Tx } from '../db.ts';

const MB = 1024 * 1024;

/** Lets the statements of this transaction use up to a gigabyte each, less where the machine is small. */
export async function allowBulkMemory(tx: Tx): Promise<void> {
  const megabytes = Math.max(64, Math.floor(Math.min(1024 * MB, os.totalmem() / 24) / MB));
  await tx.script(`set local work_mem = '${megabytes}MB'`);
}
