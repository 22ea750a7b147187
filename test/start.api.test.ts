// The program as `npm start` runs it: plain Node over the sources, from an empty database to an answer, and down again.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Shouwang } from '../src/app/open-shouwang.ts';
import { createAccounts } from '../src/modules/accounts/server/index.ts';
import { openTestDatabase } from './harness.ts';

const SERVER = path.resolve(import.meta.dirname, '../src/app/server.ts');

let shouwang: Shouwang;
let empty: Shouwang;

beforeAll(async () => {
  shouwang = await openTestDatabase();
  empty = await openTestDatabase();
});

afterAll(async () => {
  await shouwang.close();
  await empty.close();
});

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

async function endOf(given: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [SERVER], {
    env: {
      ...process.env,
      DATABASE_URL: shouwang.url,
      SHOUWANG_DATA: shouwang.dataFolder,
      SHOUWANG_KEY_FILE: path.join(shouwang.dataFolder, '..', 'keys.json'),
      ...given,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      said += String(bytes);
    });
  const [code] = await once(child, 'exit');
  return { code, said };
}

test('a port that is taken is said before anything is loaded', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, said } = await endOf({ PORT: String(port), DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
  taken.close();
  expect({ code, said: said.trim() }).toEqual({
    code: 1,
    said: `端口 ${port} 已被其他程序占用。请停掉那个程序,或用环境变量 PORT 换一个端口。`,
  });
});

test('a demonstration, whose passwords everybody knows, is served to this machine only', async () => {
  const port = String(await freePort());
  expect((await endOf({ PORT: port, HOST: '0.0.0.0', SHOUWANG_DEMO: 'on', DATABASE_URL: empty.url })).said).toContain(
    '演示账号',
  );
  await createAccounts(
    empty.db,
    [{ username: 'county', name: '演示', role: 'auditor', areaCode: 150000000000 }],
    'Shouwang-2026',
    false,
  );
  const later = await endOf({ PORT: port, HOST: '0.0.0.0', SHOUWANG_DEMO: 'off', DATABASE_URL: empty.url });
  expect({ code: later.code, said: later.said.includes('演示账号') }).toEqual({ code: 1, said: true });
});

test('proxies that are none are refused with a sentence', async () => {
  const { code, said } = await endOf({ PORT: String(await freePort()), TRUST_PROXY: 'on', SHOUWANG_DEMO: 'off' });
  expect({ code, said: said.trim() }).toEqual({ code: 1, said: expect.stringContaining('TRUST_PROXY 中的“on”不对') });
});
