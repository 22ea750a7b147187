// Long work inside the serving process: one job at a time, with progress and cancel. Nothing lives here alone: the state of
// a job stands in its slice's table (`feed_batches`, `import_batches`), so that a slice starts its unfinished jobs again
// when the program starts. docs/decisions/0007 says why there is no queue in the database yet.

import type { Logger } from 'pino';

export type JobProgress = { bytes: number; byteSize: number; rows: number; phase: string };

export type Job = { signal: AbortSignal; report: (progress: JobProgress) => void };

export type Jobs = {
  /** Queues the work; it records success or failure of its own in its slice's table. A key that is queued or running is not queued again. */
  start(key: string, work: (job: Job) => Promise<void>): void;
  /** Undefined when no such job is queued or running. */
  progressOf(key: string): JobProgress | undefined;
  /** Stops the job at its next chance; false when no such job is queued or running. */
  cancel(key: string): boolean;
  /** Whether the program is stopping: an aborted job then keeps its state and goes on at the next start. */
  isClosed(): boolean;
  /** Stops everything and waits until nothing runs. */
  close(): Promise<void>;
};

const QUEUED: JobProgress = { bytes: 0, byteSize: 0, rows: 0, phase: 'queued' };

export function openJobs(log: Logger): Jobs {
  const running = new Map<string, { abort: AbortController; progress: JobProgress }>();
  let last = Promise.resolve();
  let closed = false;

  async function run(key: string, work: (job: Job) => Promise<void>): Promise<void> {
    const entry = running.get(key);
    if (!entry) return;
    try {
      if (closed) return;
      await work({
        signal: entry.abort.signal,
        report: (progress) => {
          entry.progress = progress;
        },
      });
    } catch (error) {
      log.error({ job: key, fault: error instanceof Error ? error.message : typeof error }, 'job failed');
    } finally {
      running.delete(key);
    }
  }

  return {
    start(key, work) {
      if (closed || running.has(key)) return;
      running.set(key, { abort: new AbortController(), progress: QUEUED });
      last = last.then(() => run(key, work));
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
      await last;
    },
  };
}
