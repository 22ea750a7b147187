// Work on files that somebody handed in: a load, a preview, an import, a comparison. All or nothing of it stands, and what has
// to be done stands in a table, so that it can be begun again.

import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../actor.ts';
import { needRoom } from '../files/disk-room.ts';
import type { Services } from '../http/context.ts';
import type { Job, Jobs } from '../jobs.ts';
import { isDatabaseLost } from '../machine-problems.ts';

export type FileWork = {
  /** Answers whether it is over; where not (a preview, a file held back), its files are needed again. */
  work: (job: Job) => Promise<boolean>;
  /** Keeps the sentence why nothing came of it, unless it was cancelled or is over meanwhile. */
  fail: (problem: string) => Promise<void>;
  /** Somebody stopped it. Left out where that stands in the table before the job hears of it. */
  cancel?: () => Promise<void>;
  /** Takes the files off the disk: they hold ID numbers in clear. */
  drop: () => Promise<void>;
  /** Sentence for a fault of the program. */
  fault: string;
};

/**
 * Does the work and sees to what follows from how it ends. Where the program stops or the database was lost, nothing follows:
 * the work stands unfinished in its table and is taken up again.
 */
export async function runFileWork(jobs: Jobs, job: Job, { work, fail, cancel, drop, fault }: FileWork): Promise<void> {
  let isOver = true;
  let failure: unknown;
  try {
    job.signal.throwIfAborted();
    isOver = await work(job);
  } catch (error) {
    if (jobs.isClosed()) return;
    if (isDatabaseLost(error)) throw error;
    if (job.signal.aborted) await cancel?.();
    else await fail(error instanceof Problem ? error.message : fault);
    if (!(error instanceof Problem) && !job.signal.aborted) failure = error;
  }
  if (isOver) await drop();
  if (failure !== undefined) throw failure;
}

/** Who handed the files in, as the table of the work keeps it: with role and area of that moment. */
export type HandedIn = {
  accountId: number;
  accountName: string;
  regionCode: number;
  request: { actor?: { role: string; areaCode: number; low: number; high: number } };
};

/** `requestId`: the key of the job. Without role and area nothing is theirs. */
export function actorOf({ accountId, accountName, regionCode, request }: HandedIn, requestId: string): Actor {
  const { role = '', areaCode = regionCode, low = 0, high = -1 } = request.actor ?? {};
  return { accountId, name: accountName, role, areaCode, range: { low, high }, department: '', ip: 'local', requestId };
}

/** What files take in the database, in their own size: rows, indexes, and the log of both. */
const ROOM = 3;

/** Throws `disk.reserve` where the disk has no room for what comes of so many bytes of files. */
export async function needRoomFor({ dataFolder }: Services, bytes: number): Promise<void> {
  await needRoom(dataFolder, bytes * ROOM);
}
