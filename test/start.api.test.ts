// The program as `npm start` runs it: plain Node over the sources, from an empty database to an answer, and down again.

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Shouwang } from '../src/app/open-shouwang.ts';
import { createAccounts } from '../src/modules/accounts/server/index.ts';
import { openTestDatabase } from './harness.ts';
import { compiledOnce } from './run-cli.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SERVER = path.join(ROOT, 'src/app/server.ts');

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
      ...{ ...env, ...compiledOnce() },
      SHOUWANG_DATA: shouwang.dataFolder,
      SHOUWANG_KEY_FILE: path.join(shouwang.dataFolder, '..', 'keys.json'),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      said += String(bytes);
    });
  await expect.poll(() => said).toContain(`守望已启动：http://127.0.0.1:${port}`);
  expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect({ code, faults: said.match(/Error.*/)?.[0] }).toEqual({ code: 0, faults: undefined });
});

async function endOf(given: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [SERVER], {
    env: {
      ...{ ...process.env, ...compiledOnce() },
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
    said: `端口 ${port} 已被其他程序占用。请停掉那个程序，或用环境变量 PORT 换一个端口。`,
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
/** Every living process that was started with the data folder: the program, and the processes of its database. */
function processesOn(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return environment.includes(`SHOUWANG_DATA=${folder}`) && command !== '' ? [`${pid} ${command}`] : [];
      } catch {
        return []; // it has just ended, or is somebody else's
      }
    });
}

/** Otherwise `npm start` would install first, under the feet of the other tests. */
function isInstalled(): boolean {
  const mark = path.join(ROOT, 'node_modules', '.shouwang-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  return existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
}

describe.skipIf(!existsSync('/proc/self/environ') || !isInstalled())(
  'npm start, ended from outside, leaves nothing running',
  () => {
    async function start(folder: string): Promise<{ child: ChildProcess; said: () => string }> {
      const { DATABASE_URL: _other, SHOUWANG_KEY_FILE: _file, ...env } = process.env;
      const port = String(await freePort());
      const child = spawn('npm', ['start'], {
        cwd: ROOT,
        env: { ...env, PORT: port, SHOUWANG_DATA: folder, SHOUWANG_DEMO: 'off' },
        detached: true,
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (bytes) => {
          said += String(bytes);
        });
      return { child, said: () => said };
    }

    const served = (said: () => string) => expect.poll(said, { timeout: 120_000 }).toContain('守望已启动');
    const databaseStarts = (folder: string) =>
      expect
        .poll(() => processesOn(folder).some((line) => line.includes('postgres')), { timeout: 120_000, interval: 20 })
        .toBe(true);

    test.each([
      ['SIGTERM', 'serving'],
      ['SIGINT', 'serving'],
      ['SIGKILL', 'serving'],
      ['SIGTERM', 'starting'],
    ] as const)('%s while %s', { timeout: 200_000 }, async (signal, when) => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-start-'));
      await chmod(folder, 0o755); // so that the cluster stands inside, and goes with it
      const { child, said } = await start(folder);
      try {
        await (when === 'serving' ? served(said) : databaseStarts(folder));
        expect(processesOn(folder).length).toBeGreaterThan(2);
        child.kill(signal);
        await expect.poll(() => processesOn(folder)).toEqual([]);
        expect(said()).not.toMatch(/Error/);
      } finally {
        for (const line of processesOn(folder)) process.kill(Number(line.split(' ')[0]), 'SIGKILL');
        await rm(folder, { recursive: true, force: true });
      }
    });
  },
);
