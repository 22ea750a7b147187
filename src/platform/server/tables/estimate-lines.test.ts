import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { estimateLines } from './estimate-lines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-lines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function estimate(content: string): Promise<number> {
  const file = path.join(folder, 'lines.csv');
  await writeFile(file, content);
  return estimateLines(file);
}

test('counts a small file', async () => {
  expect(await estimate('')).toBe(0);
  expect(await estimate('a')).toBe(1);
  expect(await estimate('a\nb\nc')).toBe(3);
});

test('comes close in a large one whose lines grow', async () => {
  const lines = Array.from({ length: 300_000 }, (_, i) => 'x'.repeat(10 + Math.floor(i / 10_000)));
  const about = await estimate(lines.join('\n'));
  expect(Math.abs(about - lines.length) / lines.length).toBeLessThan(0.05);
});
