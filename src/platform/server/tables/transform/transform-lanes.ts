// Worker threads for transforms, kept for a while after use: starting one and loading its modules takes longer than a small
// file does.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { dropPile, type Lent, splitOffPile, transferables } from '../bytes/lent.ts';
import type { TransformOutput } from '../each-record.ts';
import type { TableChunk } from '../table-source.ts';

export type LaneRequest =
  | { kind: 'begin'; module: string; init: unknown }
  | { kind: 'chunk'; chunk: TableChunk; more: Lent[] }
  | { kind: 'end' };
export type LaneAnswer = { out?: TransformOutput; error?: Error };

const KEPT_IDLE_MS = 10_000;
const WANTED = 2;
/** What a transform makes lives for a row or for a chunk: a larger nursery only takes memory. */
const NURSERY_MB = 16;

const idle: Lane[] = [];
let busy = 0;

/** One worker and the answers it still owes, oldest first. */
export class Lane {
  readonly #worker = new Worker(new URL('./transform-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB },
  });
  readonly #waiting: ((answer: LaneAnswer) => void)[] = [];
  #failure: Error | undefined;
  #leave: NodeJS.Timeout | undefined;

  constructor() {
    this.#worker.on('message', (answer: LaneAnswer) => this.#waiting.shift()?.(answer));
    this.#worker.on('error', (error) => this.#fail(error as Error));
    this.#worker.on('exit', () => this.#fail(new Error('a transform worker ended early')));
  }

  get load(): number {
    return this.#waiting.length;
  }

  get isSound(): boolean {
    return this.#failure === undefined;
  }

  begin(module: URL, init: unknown): void {
    clearTimeout(this.#leave);
    this.#worker.ref();
    this.#send({ kind: 'begin', module: module.href, init }, []);
  }

  run(chunk: TableChunk): Promise<LaneAnswer> {
    if (this.#failure) return Promise.resolve({ error: this.#failure });
    const answer = new Promise<LaneAnswer>((resolve) => this.#waiting.push(resolve));
    const more = splitOffPile();
    this.#send({ kind: 'chunk', chunk, more }, transferables(chunk.kind === 'csv' ? [chunk.bytes] : []));
    return answer;
  }

  /** Waits for the next transform, and ends when none comes; meanwhile it does not keep the program running. */
  rest(onLeave: () => void): void {
    this.#send({ kind: 'end' }, []);
    this.#worker.unref();
    this.#leave = setTimeout(() => {
      onLeave();
      void this.stop();
    }, KEPT_IDLE_MS).unref();
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(request: LaneRequest, transfer: ArrayBuffer[]): void {
    this.#worker.postMessage(request, transfer);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const resolve of this.#waiting.splice(0)) resolve({ error });
  }
}

/** Lanes for one transform: as many as there are cores to spare, and at least one. */
export function takeLanes(module: URL, init: unknown): Lane[] {
  const free = Math.max(1, Math.min(WANTED, Math.max(WANTED, availableParallelism()) - busy));
  const lanes = Array.from({ length: free }, () => idle.pop() ?? new Lane());
  busy += free;
  for (const lane of lanes) lane.begin(module, init);
  return lanes;
}

/** Gives lanes back. One that still works on something, or has failed, is ended. */
export async function giveLanesBack(lanes: readonly Lane[]): Promise<void> {
  busy -= lanes.length;
  if (busy === 0) dropPile();
  for (const lane of lanes) {
    if (!lane.isSound || lane.load > 0) await lane.stop();
    else {
      idle.push(lane);
      lane.rest(() => idle.splice(idle.indexOf(lane), 1));
    }
  }
}
