// A file of many chunks through the workers, whose buffers go round between the threads: the rows are those of one thread,
// however late they are taken.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTable } from '../../../../platform/server/tables/table-source.ts';
import { transformTable } from '../../../../platform/server/tables/transform/transform-pool.ts';
import { createTransform, type FeedTransformInit } from './feed-transform.ts';

const ROWS = 240_000;
const WANTED = { file: 'medical-insurance.csv', columns: [] };
let folder = '';
let file = '';

/** IDs that are not sound: what the rows hold then does not depend on keys. */
function lineOf(i: number): string {
  return `15010219${i},赵${'一二三四五'[i % 5]},2022,${(i % 400) + 0.5},${'牧'.repeat(i % 20)}`;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-chunks-'));
  file = path.join(folder, 'medical-insurance.csv');
  const lines = Array.from({ length: ROWS }, (_, i) => lineOf(i));
  await writeFile(file, `身份证号,姓名,年度,个人缴费,备注\n${lines.join('\n')}\n`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const init: FeedTransformInit = {
  dataset: 'medical-insurance',
  positions: [0, 1, 2, 3],
  units: [1, 1, 1, 1],
  width: 5,
  villages: new Float64Array(0),
  keys: { data: Buffer.alloc(32, 1), index: Buffer.alloc(32, 2) },
  counties: { low: 150000, high: 159999 },
  batchId: 1,
};

async function rowsInOneThread(): Promise<Buffer> {
  const transform = createTransform(init);
  const parts: Buffer[] = [];
  for await (const chunk of (await openTable(file, WANTED)).chunks())
    parts.push(Buffer.from(transform(chunk).streams.rows ?? []));
  return Buffer.concat(parts);
}

/** Slow to take them, as a database may be. */
async function rowsFromWorkers(): Promise<Buffer> {
  const parts: Buffer[] = [];
  await transformTable(await openTable(file, WANTED), {
    module: new URL('./feed-transform.ts', import.meta.url),
    init,
    onChunk: async ({ streams }) => {
      await sleep(10);
      parts.push(Buffer.from(streams.rows ?? []));
    },
  });
  expect(parts.length).toBeGreaterThan(4);
  return Buffer.concat(parts);
}

test('rows of two files read side by side come out of the workers as they do in one thread', async () => {
  const wanted = await rowsInOneThread();
  expect(wanted.length).toBeGreaterThan(ROWS * 40);
  for (const rows of await Promise.all([rowsFromWorkers(), rowsFromWorkers()])) expect(rows.equals(wanted)).toBe(true);
});
