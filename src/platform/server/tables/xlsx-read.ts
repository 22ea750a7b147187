// The first sheet of a workbook, read in a worker thread under limits of size, rows, memory and time.

import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

export type XlsxChunk = { rows: string[][]; lines: number[] };

export type XlsxLimits = {
  fileBytes: number;
  unpackedBytes: number;
  /** From this many unpacked bytes on, `ratio` to the file's size is the most that is believed. */
  ratioFromBytes: number;
  ratio: number;
  rows: number;
  heapMb: number;
  /** Of waiting for the worker; the time the caller takes for itself does not count. */
  milliseconds: number;
};

export const XLSX_LIMITS: XlsxLimits = {
  fileBytes: 200_000_000,
  unpackedBytes: 1_200_000_000,
  ratioFromBytes: 50_000_000,
  ratio: 200,
  rows: 2_000_000,
  heapMb: 2_048,
  milliseconds: 600_000,
};

export type XlsxMessage =
  | ({ kind: 'rows' } & XlsxChunk)
  | { kind: 'end' }
  | { kind: 'refused'; code: string; details: Record<string, string | number>; cause: string };

/**
 * Rows with anything in them, as text, in chunks of up to 5,000; `lines` are the sheet's row numbers. Empty cells at the
 * end of a row are left out. Stops its worker when the caller stops.
 */
export async function* readXlsx(
  path: string,
  signal?: AbortSignal,
  limits: XlsxLimits = XLSX_LIMITS,
  sheet?: string,
): AsyncGenerator<XlsxChunk, void, undefined> {
  signal?.throwIfAborted();
  const { size } = await stat(path);
  if (size > limits.fileBytes)
    throw new Problem('tables.too-large', { what: '文件', limit: `${Math.floor(limits.fileBytes / 1_000_000)} MB` });
  const reader = new SheetReader(path, limits, signal, sheet);
  try {
    for (;;) {
      const message = await reader.next();
      if (message.kind === 'end') return;
      if (message.kind === 'refused') throw problemOf(message);
      yield { rows: message.rows, lines: message.lines };
    }
  } finally {
    await reader.stop();
  }
}

function problemOf(message: XlsxMessage & { kind: 'refused' }): Problem {
  const problem = new Problem(message.code, message.details);
  if (message.cause !== '') problem.cause = message.cause;
  return problem;
}

type Waiting = { resolve: (message: XlsxMessage) => void; reject: (error: unknown) => void };

class SheetReader {
  readonly #worker: Worker;
  readonly #taken = new Int32Array(new SharedArrayBuffer(4));
  readonly #arrived: XlsxMessage[] = [];
  readonly #limits: XlsxLimits;
  readonly #signal: AbortSignal | undefined;
  #failure: { error: unknown } | undefined;
  #waiting: Waiting | undefined;
  #timeLeft: number;

  constructor(path: string, limits: XlsxLimits, signal: AbortSignal | undefined, sheet: string | undefined) {
    this.#limits = limits;
    this.#signal = signal;
    this.#timeLeft = limits.milliseconds;
    this.#worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
      workerData: { path, gate: this.#taken.buffer, limits, sheet },
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    });
    // A reader that was opened and forgotten does not keep the program from ending.
    this.#worker.unref();
    this.#worker.on('message', (message: XlsxMessage) => this.#arrive(message));
    this.#worker.on('error', (error) => this.#fail(isOutOfMemory(error) ? this.#tooMuchMemory() : error));
    this.#worker.on('exit', () => this.#fail(new Error('the workbook reader ended early')));
    signal?.addEventListener('abort', this.#abort, { once: true });
    if (signal?.aborted) this.#abort();
  }

  async next(): Promise<XlsxMessage> {
    const ready = this.#arrived.shift();
    if (ready) return this.#take(ready);
    if (this.#failure) throw this.#failure.error;
    const since = performance.now();
    // The timer also keeps the program alive while it waits.
    const timer = setTimeout(() => this.#fail(this.#tooSlow()), Math.max(0, this.#timeLeft));
    try {
      return this.#take(
        await new Promise<XlsxMessage>((resolve, reject) => {
          this.#waiting = { resolve, reject };
        }),
      );
    } finally {
      clearTimeout(timer);
      this.#timeLeft -= performance.now() - since;
    }
  }

  async stop(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    await this.#worker.terminate();
  }

  readonly #abort = (): void => {
    this.#arrived.length = 0;
    this.#fail(this.#signal?.reason);
    void this.#worker.terminate();
  };

  #take(message: XlsxMessage): XlsxMessage {
    Atomics.add(this.#taken, 0, 1);
    Atomics.notify(this.#taken, 0);
    return message;
  }

  #arrive(message: XlsxMessage): void {
    if (this.#failure) return;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) waiting.resolve(message);
    else this.#arrived.push(message);
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#waiting?.reject(this.#failure.error);
    this.#waiting = undefined;
  }

  #tooSlow(): Problem {
    return new Problem('tables.too-slow', { minutes: Math.ceil(this.#limits.milliseconds / 60_000) });
  }

  #tooMuchMemory(): Problem {
    return new Problem('tables.too-large', { what: '读取时占用的内存', limit: `${this.#limits.heapMb} MB` });
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
