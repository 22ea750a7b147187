// A table in a workbook, read in a worker thread under limits of size, texts, cells, memory and time.

import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { type HeaderMatch, matchHeaders } from '../../../../kernel/match-headers.ts';
import { Problem } from '../../../../kernel/problem.ts';
import type { WantedTable } from '../table-source.ts';
import { takeTurn } from './turns.ts';
import type { XlsxTask } from './xlsx-worker.ts';
import '../problems.ts';

/** `blank`: rows without content between these and those before them. */
export type XlsxChunk = { rows: string[][]; lines: number[]; blank: number };

export type XlsxLimits = {
  fileBytes: number;
  /** Of all parts together, however often they are read. */
  unpackedBytes: number;
  /** From this many unpacked bytes on, `ratio` to the file's size is the most that is believed. */
  ratioFromBytes: number;
  ratio: number;
  rows: number;
  cells: number;
  /** Texts that cells point to, and their bytes. */
  strings: number;
  stringBytes: number;
  /** Of the reader's objects; its texts lie outside of it. */
  heapMb: number;
  /** Of waiting for the worker; the time the caller takes for itself does not count. */
  milliseconds: number;
  /** The same, until the header is found. */
  headerMilliseconds: number;
};

/** A full sheet has 1,048,576 rows: these leave room for four different texts in each of them. */
export const XLSX_LIMITS: XlsxLimits = {
  fileBytes: 200_000_000,
  unpackedBytes: 1_200_000_000,
  ratioFromBytes: 50_000_000,
  ratio: 200,
  rows: 2_000_000,
  cells: 40_000_000,
  strings: 5_000_000,
  stringBytes: 200 << 20,
  heapMb: 256,
  milliseconds: 600_000,
  headerMilliseconds: 60_000,
};

/** Rows live for a chunk: a larger nursery only takes memory. */
const NURSERY_MB = 32;

export type XlsxHeader = { sheet: string; header: string[]; line: number; unit: number | undefined };

export type XlsxMessage =
  | ({ kind: 'header' } & XlsxHeader)
  | ({ kind: 'rows' } & XlsxChunk)
  | { kind: 'recognised'; sheets: { sheet: string; kind: string }[] }
  | { kind: 'end' }
  | { kind: 'refused'; code: string; details: Record<string, string | number>; cause: string };

export type OpenWorkbook = XlsxHeader &
  HeaderMatch & {
    /** Rows with anything in them, as text, in chunks of up to 5,000; `lines` are the sheet's row numbers. Can be gone through once. */
    chunks: AsyncGenerator<XlsxChunk, void, undefined>;
  };

/**
 * Finds the header in the first sheet that has it and is not hidden. Few workbooks are searched at a time, and others wait.
 * The worker ends when the chunks are read, when whoever reads them stops, or with `signal`.
 */
export async function openWorkbook(
  path: string,
  wanted: WantedTable,
  signal?: AbortSignal,
  limits: XlsxLimits = XLSX_LIMITS,
): Promise<OpenWorkbook> {
  return beginReading({ path, wanted, limits }, signal, async (reader) => {
    const { kind: _, ...header } = await firstMessage(reader, 'header');
    reader.foundHeader();
    const match = matchHeaders(wanted.file, header.header, wanted.columns, {
      unit: header.unit,
      lenient: wanted.lenient,
    });
    return { ...header, ...match, chunks: chunksOf(reader) };
  });
}

/** Of which of `wanted.kinds` each sheet is that is of one. */
export async function recogniseWorkbook(
  path: string,
  wanted: WantedTable,
  signal?: AbortSignal,
): Promise<{ sheet: string; kind: string }[]> {
  return beginReading({ path, wanted, limits: XLSX_LIMITS }, signal, async (reader) => {
    const { sheets } = await firstMessage(reader, 'recognised');
    await reader.stop();
    return sheets;
  });
}

type Reading = { path: string; wanted: WantedTable; limits: XlsxLimits };

async function beginReading<T>(
  { path, wanted, limits }: Reading,
  signal: AbortSignal | undefined,
  work: (reader: SheetReader) => Promise<T>,
): Promise<T> {
  const { size } = await stat(path);
  if (size > limits.fileBytes)
    throw new Problem('tables.too-large', { what: '文件', limit: `${Math.floor(limits.fileBytes / 1_000_000)} MB` });
  const endTurn = await takeTurn(signal);
  const reader = new SheetReader({ path, byteSize: size, wanted, limits }, signal);
  try {
    return await work(reader);
  } catch (error) {
    await reader.stop();
    throw error;
  } finally {
    endTurn();
  }
}

async function firstMessage<Kind extends 'header' | 'recognised'>(
  reader: SheetReader,
  kind: Kind,
): Promise<Extract<XlsxMessage, { kind: Kind }>> {
  const message = await reader.next();
  if (message.kind === 'refused') throw problemOf(message);
  if (message.kind !== kind) throw new Error(`a workbook without ${kind}`);
  return message as Extract<XlsxMessage, { kind: Kind }>;
}

async function* chunksOf(reader: SheetReader): AsyncGenerator<XlsxChunk, void, undefined> {
  try {
    for (;;) {
      const message = await reader.next();
      if (message.kind === 'end') return;
      if (message.kind === 'refused') throw problemOf(message);
      if (message.kind === 'rows') yield { rows: message.rows, lines: message.lines, blank: message.blank };
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

  constructor(task: Omit<XlsxTask, 'gate'>, signal: AbortSignal | undefined) {
    const { limits } = task;
    this.#limits = limits;
    this.#signal = signal;
    this.#timeLeft = Math.min(limits.headerMilliseconds, limits.milliseconds);
    this.#worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
      workerData: { ...task, gate: this.#taken.buffer } satisfies XlsxTask,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: NURSERY_MB },
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

  /** Reading the rest may take longer than finding out that there is something to read. */
  foundHeader(): void {
    this.#timeLeft += Math.max(0, this.#limits.milliseconds - this.#limits.headerMilliseconds);
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
