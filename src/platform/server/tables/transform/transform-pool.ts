// Runs a transform over a table's chunks in worker threads and hands the results back in file order. Small tables are
// transformed in the calling thread: starting a worker costs more than they do.

import { giveBack } from '../bytes/lent.ts';
import type { TransformOutput } from '../each-record.ts';
import type { TableChunk, TableSource } from '../table-source.ts';
import { giveLanesBack, type LaneAnswer, takeLanes } from './transform-lanes.ts';

export type CreateTransform<Init> = (init: Init) => (chunk: TableChunk) => TransformOutput;

export type TransformOptions<Init> = {
  /** A module that exports `createTransform`. */
  module: URL;
  init: Init;
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

async function handOver<Init>(out: TransformOutput, { onChunk }: TransformOptions<Init>): Promise<void> {
  await onChunk(out);
  for (const bytes of Object.values(out.streams)) giveBack(bytes);
}

async function transformHere<Init>(source: TableSource, options: TransformOptions<Init>): Promise<void> {
  const { createTransform } = (await import(options.module.href)) as { createTransform: CreateTransform<Init> };
  const transform = createTransform(options.init);
  for await (const chunk of source.chunks()) {
    options.signal?.throwIfAborted();
    await handOver(transform(chunk), options);
    if (chunk.kind === 'csv') giveBack(chunk.bytes);
    options.onProgress?.(chunk.endOffset);
  }
}

async function transformInWorkers<Init>(source: TableSource, options: TransformOptions<Init>): Promise<void> {
  const lanes = takeLanes(options.module, options.init);
  const pending: { answer: Promise<LaneAnswer>; endOffset: number }[] = [];
  const deliver = async () => {
    const first = pending.shift();
    if (!first) return;
    const { out, error } = await first.answer;
    if (error || !out) throw error ?? new Error('a transform gave no answer');
    await handOver(out, options);
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
    await giveLanesBack(lanes);
  }
}
