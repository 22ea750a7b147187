// The program as `npm start` runs it: plain Node over the sources, from an empty database to an answer, and down again.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Shouwang } from '../src/app/open-shouwang.ts';
import { openTestDatabase } from './harness.ts';

const SERVER = path.resolve(import.meta.dirname, '../src/app/server.ts');

let shouwang: Shouwang;

beforeAll(async () => {
  shouwang = await openTestDatabase();
});

afterAll(() => shouwang.close());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

test('starts, answers, and ends in good order', async () => {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATABASE_URL: shouwang.url, SHOUWANG_DEMO: 'off' };
  const child = spawn(process.execPath, [SERVER], {
    env: {
      ...env,
      SHOUWANG_DATA: shouwang.dataFolder,
      SHOUWANG_KEY_FILE: path.join(shouwang.dataFolder, '..', 'keys.json'),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      said += String(bytes);
    });
  await expect.poll(() => said, { timeout: 30_000 }).toContain(`守望已启动: http://127.0.0.1:${port}`);
  expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect({ code, faults: said.match(/Error.*/)?.[0] }).toEqual({ code: 0, faults: undefined });
});
