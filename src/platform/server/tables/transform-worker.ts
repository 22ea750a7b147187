// The inside of a transform worker: loads the transform, then one answer per chunk, in order.

import { parentPort, workerData } from 'node:worker_threads';
import type { TableChunk } from './table-source.ts';
import type { CreateTransform } from './transform-pool.ts';

const { module, init } = workerData as { module: string; init: unknown };
const { createTransform } = (await import(module)) as { createTransform: CreateTransform<unknown> };
const transform = createTransform(init);

parentPort?.on('message', (chunk: TableChunk) => {
  try {
    const out = transform(chunk);
    parentPort?.postMessage(
      { out },
      Object.values(out.streams).map((bytes) => bytes.buffer as ArrayBuffer),
    );
  } catch (error) {
    parentPort?.postMessage({ error });
  }
});
