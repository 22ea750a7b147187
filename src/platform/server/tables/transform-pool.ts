// Runs a transform over a table's chunks in worker threads and hands the results back in file order. Small tables are
// transformed in the calling thread: starting a worker costs more than they do.

import { Worker } from 'node:worker_threads';
import type { TransformOutput } from './each-record.ts';
import type { TableChunk, TableSource } from './table-source.ts';

export type CreateTransform<Init> = (init: Init) => (chunk: TableChunk) => TransformOutput;

export type TransformOptions<Init> = {
  /** A module that exports `createTransform`. */
  module: URL;
  init: Init;
  workers?: number;
  signal?: AbortSignal;
  onChunk: (out: TransformOutput) => Promise<void>;
  onProgress?: (bytes: number) => void;
};

const SMALL_BYTES = 512 * 1024;
const IN_FLIGHT = 2;

export async function transformTable<Init>(source: TableSource, options: TransformOptions<Init>): Promise<void> {
  if (source.byteSize < SMALL_BYTES) return transformHere(source, options);
  return transformInWorkers(source, options);
}

async function transformHere<Init>(source: TableSource, options: TransformOptions<Init>): Promise<void> {
  const { createTransform } = (await import(options.module.href)) as { createTransform: CreateTransform<Init> };
  const transform = createTransform(options.init);
  for await (const chunk of source.chunks()) {
    options.signal?.throwIfAborted();
    await options.onChunk(transform(chunk));
    options.onProgress?.(chunk.endOffset);
  }
}

type Answer = { out?: TransformOutput; error?: Error };

/** One worker and the answers it still owes, oldest first. */
class Lane {
  readonly #worker: Worker;
  readonly #waiting: ((answer: Answer) => void)[] = [];
  #failure: Error | undefined;

  constructor(module: URL, init: unknown) {
    this.#worker = new Worker(new URL('./transform-worker.ts', import.meta.url), {
      workerData: { module: module.href, init },
    });
    this.#worker.on('message', (answer: Answer) => this.#waiting.shift()?.(answer));
    this.#worker.on('error', (error) => this.#fail(error as Error));
    this.#worker.on('exit', () => this.#fail(new Error('a transform worker ended early')));
  }

  get load(): number {
    return this.#waiting.length;
  }

  run(chunk: TableChunk): Promise<Answer> {
    if (this.#failure) return Promise.resolve({ error: this.#failure });
    const answer = new Promise<Answer>((resolve) => this.#waiting.push(resolve));
    this.#worker.postMessage(chunk, chunk.kind === 'csv' ? [chunk.bytes.buffer as ArrayBuffer] : []);
    return answer;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const resolve of this.#waiting.splice(0)) resolve({ error });
  }
}

async function transformInWorkers<Init>(source: TableSource, options: TransformOptions<Init>): Promise<void> {
  const lanes = Array.from({ length: options.workers ?? 2 }, () => new Lane(options.module, options.init));
  const pending: { answer: Promise<Answer>; endOffset: number }[] = [];
  const deliver = async () => {
    const first = pending.shift();
    if (!first) return;
    const { out, error } = await first.answer;
    if (error || !out) throw error ?? new Error('a transform gave no answer');
    await options.onChunk(out);
    options.onProgress?.(first.endOffset);
  };
  try {
    for await (const chunk of source.chunks()) {
      options.signal?.throwIfAborted();
      const lane = lanes.reduce((least, next) => (next.load < least.load ? next : least));
      pending.push({ answer: lane.run(chunk), endOffset: chunk.endOffset });
      while (pending.length >= lanes.length * IN_FLIGHT) await deliver();
    }
    while (pending.length > 0) await deliver();
  } finally {
    await Promise.all(lanes.map((lane) => lane.stop()));
  }
}
