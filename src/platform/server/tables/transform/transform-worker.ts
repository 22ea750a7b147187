// The inside of a transform worker: loads the transform it is told, then one answer per chunk, in order.

import { parentPort } from 'node:worker_threads';
import { collectNow } from '../../bulk/hand-back.ts';
import { giveBack, type Lent, transferables } from '../bytes/lent.ts';
import type { TableChunk } from '../table-source.ts';
import type { LaneRequest } from './transform-lanes.ts';
import type { CreateTransform } from './transform-pool.ts';

type Transform = ReturnType<CreateTransform<unknown>>;

const none: Promise<Transform> = Promise.reject(new Error('no transform'));
none.catch(() => undefined);
let transform = none;

async function create(module: string, init: unknown): Promise<Transform> {
  const { createTransform } = (await import(module)) as { createTransform: CreateTransform<unknown> };
  return createTransform(init);
}

async function answer(chunk: TableChunk, more: Lent[]): Promise<void> {
  for (const one of more) giveBack(one);
  try {
    const out = (await transform)(chunk);
    if (chunk.kind === 'csv') giveBack(chunk.bytes);
    parentPort?.postMessage({ out }, transferables(Object.values(out.streams)));
  } catch (error) {
    parentPort?.postMessage({ error });
  }
}

parentPort?.on('message', (request: LaneRequest) => {
  if (request.kind === 'chunk') void answer(request.chunk, request.more);
  else if (request.kind === 'end') {
    transform = none; // it may hold tables that all workers share
    collectNow();
  } else {
    transform = create(request.module, request.init);
    transform.catch(() => undefined);
  }
});
