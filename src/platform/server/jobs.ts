// Long work inside the serving process: one job of a lane at a time, with progress and cancel. Nothing lives here alone: the state of
// a job stands in its slice's table (`feed_batches`, `import_batches`), so that a slice starts its unfinished jobs again
// when the program starts. docs/decisions/0007 says why there is no queue in the database yet.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isDatabaseLost } from './machine-problems.ts';

export type JobProgress = { bytes: number; byteSize: number; rows: number; phase: string };

export type Job = { signal: AbortSignal; report: (progress: JobProgress) => void };

type Work = (job: Job) => Promise<void>;
/** `waits`: to be started again, under the same key. */
type Entry = { abort: AbortController; progress: JobProgress; waits: boolean };

export type Jobs = {
  /** Queues the work; it records success or failure of its own in its slice's table. A key that is queued or running is not queued again. */
  start(key: string, work: (job: Job) => Promise<void>, lane?: Lane): void;
  /** Undefined when no such job is queued or running. */
  progressOf(key: string): JobProgress | undefined;
  /** Stops the job at its next chance; false when no such job is queued or running. */
  cancel(key: string): boolean;
  /** Whether the program is stopping: an aborted job then keeps its state and goes on at the next start. */
  isClosed(): boolean;
  /** Stops everything and waits until nothing runs. */
  close(): Promise<void>;
};

/** Work of one lane does not wait for that of the other. `registers`: a register of a few rows does not wait behind a medical file. */
export type Lane = 'bulk' | 'registers';

const QUEUED: JobProgress = { bytes: 0, byteSize: 0, rows: 0, phase: 'queued' };

/** The phase of a job that goes on once the database is back. */
export const WAITING_FOR_DATABASE = 'waiting-for-database';
const LOOK_AGAIN_MS = 500;

/** What makes jobs survive a crash of the database, as they survive one of the program. */
export type Recovery = {
  /** Whether the database answers. */
  answers: () => Promise<boolean>;
  /** Starts everything that stands unfinished in the tables. */
  resume: () => Promise<void>;
};

export function openJobs(log: Logger, recovery: Recovery): Jobs {
  const running = new Map<string, Entry>();
  const last: Record<Lane, Promise<void>> = { bulk: Promise.resolve(), registers: Promise.resolve() };
  let closed = false;

  async function untilBack(): Promise<void> {
    while (!closed && !(await recovery.answers())) await sleep(LOOK_AGAIN_MS);
  }

  /** Answers whether the database was lost meanwhile: what was under way then stands unfinished in its table. */
  async function attempt(key: string, entry: Entry, work: Work): Promise<boolean> {
    const report = (progress: JobProgress) => {
      entry.progress = progress;
    };
    try {
      await work({ signal: entry.abort.signal, report });
      return false;
    } catch (error) {
      if (!isDatabaseLost(error)) throw error;
      log.warn({ job: key }, 'database lost; the job waits for it');
    }
    report({ ...entry.progress, phase: WAITING_FOR_DATABASE });
    await untilBack();
    // Cancelled while it waited: the work then says so itself.
    if (entry.abort.signal.aborted && !closed) await work({ signal: entry.abort.signal, report });
    return true;
  }

  /** The database may be lost once more in between. */
  async function resumeAll(): Promise<void> {
    while (!closed) {
      try {
        return await recovery.resume();
      } catch (error) {
        if (!isDatabaseLost(error)) throw error;
        await untilBack();
      }
    }
  }

  async function run(key: string, work: Work): Promise<void> {
    const entry = running.get(key);
    if (!entry) return;
    try {
      if (closed) return;
      entry.waits = await attempt(key, entry, work);
      if (entry.waits) await resumeAll();
    } catch (error) {
      log.error({ job: key, fault: error instanceof Error ? error.message : typeof error }, 'job failed');
    } finally {
      if (running.get(key) === entry) running.delete(key);
    }
  }

  return {
    start(key, work, lane = 'bulk') {
      if (closed || running.get(key)?.waits === false) return;
      running.set(key, { abort: new AbortController(), progress: QUEUED, waits: false });
      last[lane] = last[lane].then(() => run(key, work));
    },
    progressOf: (key) => running.get(key)?.progress,
    cancel(key) {
      const entry = running.get(key);
      entry?.abort.abort();
      return entry !== undefined;
    },
    isClosed: () => closed,
    async close() {
      closed = true;
      for (const { abort } of running.values()) abort.abort();
      await Promise.all(Object.values(last));
    },
  };
}
